/** So many numbers may one device draw at once, and so many more in each minute. */
const BURST = 12;
const WINDOW_MS = 60_000;
/** Addresses that are remembered; the oldest goes first. */
const REMEMBERED = 5_000;

/** Holds a device to what a person at a kiosk can ask for. Per process: with several, each allows as much. */
export class TakeLimiter {
  private readonly takes = new Map<string, number[]>();

  /**
   * @param device address of who asks
   * @param now milliseconds
   * @returns false when it has asked too often within the last minute
   */
  allows(device: string, now: number): boolean {
    const recent = (this.takes.get(device) ?? []).filter((at) => now - at < WINDOW_MS);
    const isAllowed = recent.length < BURST;
    this.takes.delete(device);
    this.takes.set(device, isAllowed ? [...recent, now] : recent);
    if (this.takes.size > REMEMBERED) this.forgetOldest();
    return isAllowed;
  }

  private forgetOldest(): void {
    const oldest = this.takes.keys().next();
    if (!oldest.done) this.takes.delete(oldest.value);
  }
}
