/** Where an autosaved value stands. */
export type SaveState =
  { kind: 'clean' } | { kind: 'waiting' } | { kind: 'saving' } | { kind: 'saved'; at: string } | { kind: 'failed'; words: string };

/** Timers, given in so that the tests decide when time passes. */
export interface SaveTimers {
  set(run: () => void, ms: number): unknown;
  clear(id: unknown): void;
}

const BROWSER_TIMERS: SaveTimers = {
  set: (run, ms) => setTimeout(run, ms),
  clear: (id) => clearTimeout(id as ReturnType<typeof setTimeout>),
};

/** A refusal that a later try could turn: the line was broken, nobody knows of the value. */
export class NotSavedYet extends Error {}

/** How long after a broken line the next try comes. */
const RETRY_FACTOR = 8;

/**
 * Saves a value some time after its last change, one call at a time: what changes while a call is under way is saved after it.
 * A value that got lost on the way is tried again until it is saved or another one takes its place.
 * @param save tells the server; resolves to the instant of saving, rejects with an Error whose message is shown, NotSavedYet to be tried again
 */
export class Autosave<T> {
  private pending: { value: T } | null = null;
  private timer: unknown = null;
  private running: Promise<void> | null = null;
  /** Why the last value that was sent is not on the server. */
  private lost: Error | null = null;
  /** What a command was to carry; nobody has it until the command went through. */
  private carried: { value: T } | null = null;

  constructor(
    private readonly save: (value: T) => Promise<string>,
    private readonly onState: (state: SaveState) => void,
    private readonly delayMs: number,
    private readonly timers: SaveTimers = BROWSER_TIMERS,
  ) {}

  /** Takes a new value; it is saved once nothing has changed for a while. */
  change(value: T): void {
    this.carried = null;
    this.pending = { value };
    this.onState({ kind: 'waiting' });
    this.schedule();
  }

  /**
   * Saves what waits now and comes back when nothing is under way any more.
   * @returns null when the last value lies on the server, else why it does not; the state says it too
   */
  async flush(): Promise<Error | null> {
    this.unschedule();
    await this.running;
    if (this.pending) await this.start();
    return this.lost;
  }

  /** Forgets what waits and lets a running call end: a command that carries the value itself comes next. */
  async settle(): Promise<void> {
    this.unschedule();
    const newest = this.pending;
    this.pending = null;
    await this.running;
    this.unschedule();
    this.carried = newest ?? this.pending;
    this.pending = null;
  }

  /** The command that came after `settle` was refused: what it would have carried is saved as any other change. */
  resume(): void {
    if (this.carried) this.change(this.carried.value);
  }

  private schedule(delayMs = this.delayMs): void {
    this.unschedule();
    if (this.running) return;
    this.timer = this.timers.set(() => {
      this.timer = null;
      void this.start();
    }, delayMs);
  }

  private unschedule(): void {
    if (this.timer !== null) this.timers.clear(this.timer);
    this.timer = null;
  }

  private start(): Promise<void> {
    const taken = this.pending;
    if (!taken) return Promise.resolve();
    this.pending = null;
    this.onState({ kind: 'saving' });
    const run = this.attempt(taken).finally(() => {
      this.running = null;
      if (this.pending) this.schedule(this.pending === taken ? this.delayMs * RETRY_FACTOR : this.delayMs);
    });
    this.running = run;
    return run;
  }

  private async attempt(taken: { value: T }): Promise<void> {
    try {
      const at = await this.save(taken.value);
      this.lost = null;
      this.onState(this.pending ? { kind: 'waiting' } : { kind: 'saved', at });
    } catch (error) {
      if (error instanceof NotSavedYet) this.pending ??= taken;
      this.lost = error instanceof Error ? error : new Error('没有保存', { cause: error });
      this.onState({ kind: 'failed', words: this.lost.message });
    }
  }
}
