/** What has the focus, as far as keys are concerned. */
export type FocusKind = 'text' | 'control' | 'none';

const NOT_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color', 'image']);
const CONTROL_ROLES = new Set([
  'button',
  'link',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'option',
  'switch',
  'tab',
  'radio',
  'checkbox',
  'combobox',
]);

/** `text` where letters are typed, `control` where Enter and space press something, else `none`. */
export function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return 'none';
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return 'text';
  if (target instanceof HTMLInputElement) return NOT_TEXT.has(target.type) ? 'control' : 'text';
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || target.tagName === 'SUMMARY') return 'control';
  return CONTROL_ROLES.has(target.getAttribute('role') ?? '') ? 'control' : 'none';
}

/** Keys that a focused control uses itself. */
export function belongsToControl(target: EventTarget | null, combo: string): boolean {
  if (combo === 'Enter' || combo === 'Space') return true;
  if (!combo.startsWith('Arrow') || !(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type === 'radio' || target.type === 'range';
  return ['menuitem', 'option', 'tab', 'radio', 'menuitemradio', 'menuitemcheckbox'].includes(target.getAttribute('role') ?? '');
}

/** What stood in an input before a scan began to type into it, so that it can be put back. */
export interface TextBefore {
  element: HTMLInputElement | HTMLTextAreaElement;
  value: string;
  start: number | null;
  end: number | null;
}

/** Remembers an input's text, or null where there is nothing to protect (a scan field takes the scan itself). */
export function rememberText(target: EventTarget | null): TextBefore | null {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isText || target.dataset['owScan'] !== undefined) return null;
  return { element: target, value: target.value, start: target.selectionStart, end: target.selectionEnd };
}

/**
 * Has the input gained words since that no scanner types? Those come from an input method or a paste, without a key of their own,
 * so that the digits around them look like a burst when they were typed fast: 望湖街道 8 号 302 房.
 */
export function gainedWords({ element, value }: TextBefore): boolean {
  return beyondKeys(element.value) > beyondKeys(value);
}

function beyondKeys(text: string): number {
  return text.replace(/[\x20-\x7e]/g, '').length;
}

/** Puts the text back as if the scanner had never typed; React hears of it through the `input` event. */
export function restoreText({ element, value, start, end }: TextBefore): void {
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  if (start !== null) element.setSelectionRange(start, end);
  element.dispatchEvent(new Event('input', { bubbles: true }));
}
