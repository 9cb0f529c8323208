/** Timers, given in so that the tests decide when time passes. */
export interface Timers {
  now(): number;
  set(run: () => void, ms: number): unknown;
}

/**
 * Gathers live topics so that a burst of events costs one round of reads: the first acts at once,
 * those within `gapMs` of it are passed on together when the gap is over.
 */
export class TopicCollector {
  private readonly gathered = new Set<string>();
  private lastPassed = Number.NEGATIVE_INFINITY;
  private scheduled = false;

  constructor(
    private readonly pass: (topics: ReadonlySet<string>) => void,
    private readonly gapMs: number,
    private readonly timers: Timers = { now: () => performance.now(), set: (run, ms) => setTimeout(run, ms) },
  ) {}

  /** Takes the topics of one message. */
  add(topics: readonly string[]): void {
    for (const topic of topics) this.gathered.add(topic);
    if (this.scheduled || this.gathered.size === 0) return;
    const wait = this.lastPassed + this.gapMs - this.timers.now();
    if (wait <= 0) {
      this.flush();
      return;
    }
    this.scheduled = true;
    this.timers.set(() => this.flush(), wait);
  }

  private flush(): void {
    this.scheduled = false;
    this.lastPassed = this.timers.now();
    const topics = new Set(this.gathered);
    this.gathered.clear();
    this.pass(topics);
  }
}
