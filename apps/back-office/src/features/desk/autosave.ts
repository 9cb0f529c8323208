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

/** A failure that a later try could turn: the line was broken, or the service was not there for a while. */
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
  /** The last value that was sent, as long as it is not on the server, and why not. */
  private lost: { value: T; error: Error } | null = null;
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
   * Saves what waits now, or once more what the server refused, and comes back when nothing is under way any more.
   * @returns null when the last value lies on the server, else why it does not; the state says it too
   */
  async flush(): Promise<Error | null> {
    this.unschedule();
    const { lost } = this;
    await this.running;
    // What was refused earlier is tried once more: 重试 and Ctrl+S ask for that. What has just been refused is not.
    if (lost !== null && lost === this.lost) this.pending ??= { value: lost.value };
    if (this.pending) await this.start();
    return this.lost?.error ?? null;
  }

  /** Forgets what waits and lets a running call end: a command that carries the value itself comes next. */
  async settle(): Promise<void> {
    this.unschedule();
    this.carried = this.pending;
    this.pending = null;
    await this.running;
    this.unschedule();
    this.carried ??= this.pending ?? (this.lost && { value: this.lost.value });
    this.pending = null;
    this.lost = null;
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
      // Also what a command carries now is newer than this: `saved` means that nothing is left to keep on this machine.
      this.onState((this.pending ?? this.carried) ? { kind: 'waiting' } : { kind: 'saved', at });
    } catch (error) {
      if (error instanceof NotSavedYet) this.pending ??= taken;
      const why = error instanceof Error ? error : new Error('没有保存', { cause: error });
      this.lost = { value: taken.value, error: why };
      this.onState({ kind: 'failed', words: why.message });
    }
  }
}
