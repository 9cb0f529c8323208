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

export interface JobManner {
  /**
   * Asked for once, by a command, and found by no sweep: when it failed for good it is sent again every hour, until what it failed for (a
   * character that no font has, files that are away) has been mended.
   */
  readonly isSentAgain?: boolean;
}

/** Features say here, in `onModuleInit`, which jobs and sweeps they do. */
@Injectable()
export class JobRegistry {
  private readonly jobs = new Map<string, RegisteredJob>();
  private readonly sentAgain = new Set<string>();
  private readonly sweepsByName = new Map<string, Sweep>();

  /** Registers the one handler of a topic; jobs are named in the imperative: `render-receipt`. */
  handle<Payload extends JsonObject>(topic: string, run: (tx: CommandTx, payload: Payload) => Promise<void>, manner?: JobManner): void {
    this.add(topic, (payload) => Promise.resolve((tx) => run(tx, payload as Payload)), manner);
  }

  /** Like `handle`, with slow work done before the transaction begins. */
  handlePrepared<Payload extends JsonObject, Prepared>(
    topic: string,
    prepare: (payload: Payload) => Promise<Prepared>,
    run: (tx: CommandTx, payload: Payload, prepared: Prepared) => Promise<void>,
    manner?: JobManner,
  ): void {
    const job: RegisteredJob = async (payload) => {
      const prepared = await prepare(payload as Payload);
      return (tx) => run(tx, payload as Payload, prepared);
    };
    this.add(topic, job, manner);
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

  /** Topics whose dead jobs are sent again by themselves. */
  get topicsSentAgain(): readonly string[] {
    return [...this.sentAgain];
  }

  private add(topic: string, job: RegisteredJob, { isSentAgain = false }: JobManner = {}): void {
    if (this.jobs.has(topic)) throw new Error(`Two handlers for job ${topic}`);
    this.jobs.set(topic, job);
    if (isSentAgain) this.sentAgain.add(topic);
  }
}
