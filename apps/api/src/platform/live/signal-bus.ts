import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { AppConfig } from '../config/app-config.js';

const CHANNEL = 'onewindow';
/** NOTIFY inside a command's transaction costs a third of the throughput; one per this interval does not. */
const COALESCE_MS = 20;
const RECONNECT_MS = 1_000;
/** A payload of NOTIFY holds at most 8000 bytes. */
const PAYLOAD_LIMIT = 7_500;

/** What commits, here or in other processes, have changed. */
export interface Signal {
  /** One group of topics for each commit: who may hear one topic of a group may hear of its case. */
  readonly groups: readonly (readonly string[])[];
  /** Jobs are waiting in the outbox. */
  readonly outbox: boolean;
}

/** In place of a topic: anything may have changed, read anew. */
export const EVERYTHING = '*';

type Listener = (signal: Signal) => void;

/** What NOTIFY carries: as many payloads as its limit asks for. @param groups each as JSON */
export function payloadsOf(groups: readonly string[], outbox: boolean): string[] {
  const chunks: string[][] = [[]];
  let size = 0;
  for (const long of groups) {
    // One commit that touched too much to be told: everybody looks at everything.
    const group = Buffer.byteLength(long) < PAYLOAD_LIMIT ? long : JSON.stringify([EVERYTHING]);
    const bytes = Buffer.byteLength(group) + 1;
    if (size + bytes > PAYLOAD_LIMIT) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(group);
    size += bytes;
  }
  return chunks.map((chunk, index) => `{"groups":[${chunk.join(',')}],"outbox":${outbox && index === 0}}`);
}

/** Tells all processes what was committed, over one dedicated connection with LISTEN and NOTIFY. */
@Injectable()
export class SignalBus implements OnApplicationShutdown {
  private readonly logger = new Logger(SignalBus.name);
  private readonly listeners = new Set<Listener>();
  /** Waiting groups as JSON, so that equal ones are sent once. */
  private readonly groups = new Set<string>();
  private outbox = false;
  private timer: NodeJS.Timeout | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private client: pg.Client | undefined;
  private stopped = false;

  constructor(private readonly config: AppConfig) {}

  /** Connects and listens; called once at start, again after a lost connection. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.database.url,
      application_name: 'onewindow-signals',
      pipeline: true,
      keepAlive: true,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', (message) => this.receive(message.payload));
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    this.client = client;
    // What was missed while the connection was away is unknown: everybody looks again.
    this.deliver({ groups: [[EVERYTHING]], outbox: true });
    if (this.groups.size > 0 || this.outbox) this.arm();
  }

  /** Announces a commit; sent within 20 ms, together with what else is committed until then. */
  publish(topics: Iterable<string>, outbox: boolean): void {
    const group = [...topics];
    if (group.length > 0) this.groups.add(JSON.stringify(group));
    this.outbox ||= outbox;
    this.arm();
  }

  /** Hears of every commit of every process. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sends what is waiting at once. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const client = this.client;
    if (!client || (this.groups.size === 0 && !this.outbox)) return;
    const payloads = payloadsOf([...this.groups], this.outbox);
    this.groups.clear();
    this.outbox = false;
    await Promise.all(
      payloads.map((payload) => client.query({ name: 'signal', text: 'SELECT pg_notify($1, $2)', values: [CHANNEL, payload] })),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.reconnecting);
    await this.flush().catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private arm(): void {
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => {
      this.flush().catch((error: unknown) => this.logger.warn({ error }, 'a signal was not sent'));
    }, COALESCE_MS);
  }

  private receive(payload: string | undefined): void {
    if (!payload) return;
    this.deliver(JSON.parse(payload) as Signal);
  }

  private deliver(signal: Signal): void {
    for (const listener of this.listeners) listener(signal);
  }

  private lost(client: pg.Client): void {
    if (this.stopped || (this.client && this.client !== client) || this.reconnecting) return;
    this.client = undefined;
    this.reconnecting = setTimeout(() => {
      this.reconnecting = undefined;
      this.start().catch(() => this.lost(client));
    }, RECONNECT_MS);
  }
}
