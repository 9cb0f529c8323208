import type { FastifyReply } from 'fastify';
import type { Signal, SignalBus } from './signal-bus.js';

/** How one stream of server-sent events speaks. */
export interface StreamWords {
  /** How soon a browser comes back, in milliseconds, after the line broke. */
  readonly retryMs: number;
  /** What is sent for a commit; null is nothing. */
  readonly onSignal: (signal: Signal) => string | null;
  /** What is sent in every interval, since proxies close a silent line; null ends the stream. */
  readonly onBeat: () => Promise<string | null> | string | null;
  readonly beatMs: number;
}

/** The streams of server-sent events that one controller holds open. */
export class OpenStreams {
  private readonly open = new Set<FastifyReply>();

  constructor(private readonly signals: SignalBus) {}

  get count(): number {
    return this.open.size;
  }

  /** Takes the answer over and writes to it until the client goes. */
  start(reply: FastifyReply, { retryMs, onSignal, onBeat, beatMs }: StreamWords): void {
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    const say = (words: string | null): void => {
      if (words !== null && !reply.raw.writableEnded) reply.raw.write(words);
    };
    say(`retry: ${retryMs}\n: 一窗\n\n`);
    this.open.add(reply);
    const unsubscribe = this.signals.subscribe((signal) => say(onSignal(signal)));
    const beat = async (): Promise<void> => {
      const words = await onBeat();
      if (words === null) reply.raw.end();
      else say(words);
    };
    // Where a beat can't be found out, the browser comes back and asks anew.
    const beating = setInterval(() => void beat().catch(() => reply.raw.end()), beatMs);
    reply.raw.once('close', () => {
      clearInterval(beating);
      unsubscribe();
      this.open.delete(reply);
    });
  }

  /** The server waits for open answers when it goes down; these would never end. */
  end(): void {
    for (const reply of this.open) reply.raw.end();
  }
}
