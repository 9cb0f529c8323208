/** So often may one address look within a minute: a phone looks once a minute, a hall's network stands for many phones. */
const READS = 120;
const WINDOW_MS = 60_000;
/** Addresses that are remembered; the oldest goes first. */
const REMEMBERED = 10_000;

interface Window {
  readonly since: number;
  readonly count: number;
}

/** Holds an address to what people with phones can ask for. Per process: with several, each allows as much. */
export class ReadLimiter {
  private readonly windows = new Map<string, Window>();

  /**
   * @param address of who asks
   * @param now milliseconds
   * @returns false when it has looked too often within this minute
   */
  allows(address: string, now: number): boolean {
    const known = this.windows.get(address);
    const window = known && now - known.since < WINDOW_MS ? { since: known.since, count: known.count + 1 } : { since: now, count: 1 };
    this.windows.delete(address);
    this.windows.set(address, window);
    if (this.windows.size > REMEMBERED) this.forgetOldest();
    return window.count <= READS;
  }

  private forgetOldest(): void {
    const oldest = this.windows.keys().next();
    if (!oldest.done) this.windows.delete(oldest.value);
  }
}
