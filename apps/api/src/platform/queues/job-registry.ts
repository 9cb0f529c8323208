import { Injectable } from '@nestjs/common';
import type { CommandTx, JsonObject } from '../commands/command-tx.js';

/** Work found from the database by its due time, not from a queue. */
export interface Sweep {
  readonly name: string;
  /** Runs at most once per this many minutes over all processes. */
  readonly everyMinutes: number;
  readonly run: (tx: CommandTx) => Promise<void>;
}

/** A job as the worker runs it: prepared outside, then finished inside the transaction. */
export type RegisteredJob = (payload: JsonObject) => Promise<(tx: CommandTx) => Promise<void>>;

/** Features say here, in `onModuleInit`, which jobs and sweeps they do. */
@Injectable()
export class JobRegistry {
  private readonly jobs = new Map<string, RegisteredJob>();
  private readonly sweepsByName = new Map<string, Sweep>();

  /** Registers the one handler of a topic; jobs are named in the imperative: `render-receipt`. */
  handle<Payload extends JsonObject>(topic: string, run: (tx: CommandTx, payload: Payload) => Promise<void>): void {
    this.add(topic, (payload) => Promise.resolve((tx) => run(tx, payload as Payload)));
  }

  /** Like `handle`, with slow work done before the transaction begins. */
  handlePrepared<Payload extends JsonObject, Prepared>(
    topic: string,
    prepare: (payload: Payload) => Promise<Prepared>,
    run: (tx: CommandTx, payload: Payload, prepared: Prepared) => Promise<void>,
  ): void {
    this.add(topic, async (payload) => {
      const prepared = await prepare(payload as Payload);
      return (tx) => run(tx, payload as Payload, prepared);
    });
  }

  /** Registers work that the worker does again and again. */
  sweep(sweep: Sweep): void {
    if (this.sweepsByName.has(sweep.name)) throw new Error(`Two sweeps are called ${sweep.name}`);
    this.sweepsByName.set(sweep.name, sweep);
  }

  find(topic: string): RegisteredJob | undefined {
    return this.jobs.get(topic);
  }

  get sweeps(): readonly Sweep[] {
    return [...this.sweepsByName.values()];
  }

  private add(topic: string, job: RegisteredJob): void {
    if (this.jobs.has(topic)) throw new Error(`Two handlers for job ${topic}`);
    this.jobs.set(topic, job);
  }
}
