/** What a key event must offer; a subset of `KeyboardEvent`, so that the rules can be tested without a browser. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** Punctuation as Chinese input methods send it in full width. */
const HALF_WIDTH: Record<string, string> = { '？': '?', '、': '/', '／': '/', '＋': '+', '－': '-', '—': '-' };
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'NumLock', 'Process', 'Dead', 'Unidentified', 'AltGraph']);

function baseKey(press: KeyPress): string {
  if (press.key === ' ') return 'Space';
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1];
  // With Ctrl or Alt the character depends on the layout; the key's place does not.
  if ((press.ctrlKey || press.altKey || press.metaKey) && (letter ?? digit)) return (letter ?? digit) as string;
  const key = HALF_WIDTH[press.key] ?? press.key;
  return key.length === 1 ? key.toUpperCase() : key;
}

/**
 * The name under which a key press is registered: `Ctrl+Enter`, `Alt+ArrowDown`, `F9`, `J`, `Shift+X`, `?`, `Space`.
 * Shift is named only with letters and named keys, since it is part of typing `?` or `+`. ⌘ counts as Ctrl.
 * @returns null for a bare modifier or a key in the middle of an input method's composition
 */
export function comboOf(press: KeyPress): string | null {
  if (MODIFIERS.has(press.key)) return null;
  const base = baseKey(press);
  const isSymbol = base.length === 1 && !/[A-Z]/.test(base);
  const parts: string[] = [];
  if (press.ctrlKey || press.metaKey) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey && !isSymbol) parts.push('Shift');
  parts.push(base);
  return parts.join('+');
}

/** The registered form of a combination as people write it: `esc` → `Escape`, `Alt+↓` → `Alt+ArrowDown`, `空格` → `Space`. */
export function normalCombo(written: string): string {
  if (written === '+') return '+';
  const names: Record<string, string> = {
    esc: 'Escape',
    del: 'Delete',
    空格: 'Space',
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
    '←': 'ArrowLeft',
    '→': 'ArrowRight',
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    tab: 'Tab',
    space: 'Space',
  };
  const parts = written.split('+').map((part) => names[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part));
  const order = ['Ctrl', 'Alt', 'Shift'];
  return [...order.filter((m) => parts.includes(m)), ...parts.filter((p) => !order.includes(p))].join('+');
}

/** True for combinations that work everywhere, inputs included: with Ctrl or Alt, or an F key. */
export function worksInInputs(combo: string): boolean {
  return /^(Ctrl|Alt)\+/.test(combo) || /^(Shift\+)?F\d{1,2}$/.test(combo);
}

/** Ctrl combinations that belong to the text in an input while it has the focus. */
const TEXT_EDITING = new Set([
  'Ctrl+A',
  'Ctrl+C',
  'Ctrl+V',
  'Ctrl+X',
  'Ctrl+Z',
  'Ctrl+Y',
  'Ctrl+Shift+Z',
  'Ctrl+ArrowLeft',
  'Ctrl+ArrowRight',
  'Ctrl+Backspace',
  'Ctrl+Delete',
  'Ctrl+Home',
  'Ctrl+End',
]);

/** True when the input itself should keep the combination (select all, copy, undo …). */
export function editsText(combo: string): boolean {
  return TEXT_EDITING.has(combo);
}

/** The character that a key press types, or null: what a scanner sends. */
export function typedCharacter(press: KeyPress): string | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  return [...press.key].length === 1 ? press.key : null;
}
