/** How fast and how long a scan is. Scanners type a character every 1–20 ms; fast people every 80 ms. */
export const SCAN_GAP_MS = 35;
export const SCAN_MIN_LENGTH = 6;

/**
 * Tells a scanner from a person: characters at most `gap` ms apart, at least `min` of them, ended by Enter.
 * Times are those of the key events, in ms, so a busy page does not stretch a scan.
 */
export class BurstDetector {
  private characters = '';
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly gap = SCAN_GAP_MS,
    private readonly min = SCAN_MIN_LENGTH,
  ) {}

  /** A character was typed. Says whether it goes on from the one before or starts anew. */
  character(typed: string, at: number): 'starts' | 'continues' {
    const continues = this.characters !== '' && at - this.lastAt <= this.gap;
    this.characters = continues ? this.characters + typed : typed;
    this.lastAt = at;
    return continues ? 'continues' : 'starts';
  }

  /** Enter was pressed: the scanned text, or null when this was a person. Starts anew either way. */
  enter(at: number): string | null {
    const scanned = this.characters.length >= this.min && at - this.lastAt <= this.gap ? this.characters : null;
    this.reset();
    return scanned;
  }

  /** True while so many characters came so fast that only a scanner can be typing. */
  isScanning(at: number): boolean {
    return this.characters.length >= this.min && at - this.lastAt <= this.gap;
  }

  /** Forgets what was typed: focus moved, or another kind of key came between. */
  reset(): void {
    this.characters = '';
    this.lastAt = Number.NEGATIVE_INFINITY;
  }
}
