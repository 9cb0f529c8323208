import { BurstDetector, SCAN_GAP_MS, SCAN_MIN_LENGTH } from './burst.js';
import { comboOf, editsText, typedCharacter, worksInInputs } from './combo.js';
import { belongsToControl, focusKind, gainedWords, rememberText, restoreText, type TextBefore } from './focus-target.js';
import type { KeyMap } from './key-map.js';

/** Takes a scanned text. Returns false when it is nothing for this owner: the next one is asked. */
export type ScanHandler = (text: string) => unknown;

/** Timers, given in so that the tests decide when time passes. */
export interface KeyTimers {
  set(run: () => void, ms: number): number;
  clear(id: number): void;
}

/** A letter is held this long before it acts: the first letter of a scan must not be a verb. */
export const HOLD_MS = SCAN_GAP_MS + 5;

/**
 * Decides what each key press means: a scan, a registered key, or the browser's own use.
 * Letters outside inputs wait `HOLD_MS`; Ctrl, Alt and F keys act at once, everywhere.
 */
export class KeyDispatcher {
  private readonly burst = new BurstDetector();
  private scanners: ScanHandler[] = [];
  private held: string[] = [];
  private timer: number | null = null;
  private textBefore: TextBefore | null = null;

  constructor(
    private readonly keys: KeyMap,
    private readonly timers: KeyTimers,
    /** Runs an action and comes back when the screen stands as it left it: the key after it means what is to be seen then. */
    private readonly settle: (action: () => void) => void = (action) => action(),
  ) {}

  /** Registers a scan handler; the newest is asked first. The answer takes it away. */
  addScanner(handler: ScanHandler): () => void {
    this.scanners = [handler, ...this.scanners];
    return () => {
      this.scanners = this.scanners.filter((h) => h !== handler);
    };
  }

  /** Handles one `keydown`, in the capture phase. */
  handle(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const combo = comboOf(event);
    if (combo === null) return;
    const character = typedCharacter(event);
    if (character !== null && !event.repeat) this.character(character, combo, event);
    else if (combo === 'Enter') this.enter(event);
    else this.other(combo, event);
  }

  private character(character: string, combo: string, event: KeyboardEvent): void {
    const kind = focusKind(event.target);
    const starts = this.burst.character(character, event.timeStamp) === 'starts';
    if (starts) {
      this.flush();
      this.textBefore = kind === 'text' ? rememberText(event.target) : null;
    }
    if (kind === 'text') return;
    if (starts && kind === 'control' && belongsToControl(event.target, combo)) return;
    if (!starts || this.keys.candidates(combo).length > 0) event.preventDefault();
    this.held.push(combo);
    if (this.timer !== null) this.timers.clear(this.timer);
    this.timer = this.timers.set(() => this.flush(), HOLD_MS);
  }

  private enter(event: KeyboardEvent): void {
    const scanned = this.burst.enter(event.timeStamp);
    if (scanned === null) {
      this.other('Enter', event);
      return;
    }
    this.dropHeld();
    const wanted = this.scanners.length > 0 && !this.keys.isLocked();
    const inText = focusKind(event.target) === 'text';
    // In an input that no scanner watches, or where it was no scanner, the person's own form takes the text and Enter.
    if (inText && (!wanted || this.textBefore === null || gainedWords(this.textBefore))) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.textBefore) restoreText(this.textBefore);
    this.textBefore = null;
    if (wanted) this.scanners.some((handler) => handler(scanned) !== false);
  }

  private other(combo: string, event: KeyboardEvent): void {
    if (this.burst.isScanning(event.timeStamp)) this.dropHeld();
    else this.flush();
    const kind = focusKind(event.target);
    if (worksInInputs(combo)) {
      if (!(kind === 'text' && editsText(combo))) this.run(combo, event);
      return;
    }
    if (kind === 'text') {
      if (combo === 'Escape') this.leaveInput(event);
      return;
    }
    if (kind === 'control' && belongsToControl(event.target, combo)) return;
    this.run(combo, event);
  }

  private leaveInput(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    // An open list closes first; the next Esc leaves the input.
    if (target.getAttribute('aria-expanded') === 'true') return;
    if (this.keys.isLocked()) return;
    event.preventDefault();
    event.stopPropagation();
    target.blur();
  }

  private run(combo: string, event: KeyboardEvent): void {
    const candidates = this.keys.candidates(combo);
    if (candidates.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    candidates.some((binding) => (event.repeat && !binding.repeat ? true : binding.run() !== false));
  }

  /** The held letters were a person's: each acts, in order. So many at once came from a scanner that ends without Enter: none acts. */
  private flush(): void {
    const held = this.held;
    this.dropHeld();
    if (held.length >= SCAN_MIN_LENGTH) return;
    for (const combo of held) this.settle(() => void this.keys.candidates(combo).some((binding) => binding.run() !== false));
  }

  private dropHeld(): void {
    this.held = [];
    if (this.timer !== null) this.timers.clear(this.timer);
    this.timer = null;
  }
}
