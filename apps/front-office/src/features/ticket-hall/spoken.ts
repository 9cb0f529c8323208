/** A call as it is shown and spoken. */
export interface SpokenCall {
  /** A012 */
  number: string;
  counterNumber: number;
}

const DIGITS = '零一二三四五六七八九';

/** The sentence for a voice: each figure of the number by itself, as it is read from a slip. */
export function sentenceOf({ number, counterNumber }: SpokenCall): string {
  const figures = [...number.slice(1)].map((figure) => DIGITS[Number(figure)] ?? figure).join('');
  return `请 ${number.slice(0, 1)} ${figures} 号，到 ${counterNumber} 号窗口`;
}

/** Names of the clips that say the same. */
export function clipsOf({ number, counterNumber }: SpokenCall): string[] {
  return ['please', ...number, 'to', ...counterClips(counterNumber), 'window'];
}

/** A counter's number as one says it: 五, 十, 十二, 二十, 三十一; from 100 on figure by figure. */
function counterClips(counter: number): string[] {
  if (counter < 10 || counter > 99) return [...String(counter)];
  const tens = Math.floor(counter / 10);
  const ones = counter % 10;
  return [...(tens > 1 ? [String(tens)] : []), 'ten', ...(ones > 0 ? [String(ones)] : [])];
}

/** What makes a call another one: a recall is said again. */
export function callKey({ number, at }: { number: string; at: string }): string {
  return `${number} ${at}`;
}

/**
 * The calls that are to be spoken, in the order in which they were made.
 * @param known keys of the calls that were shown before; null when nothing was: what was called before one looked is not said
 * @param calls as the server gives them, the newest first
 */
export function newCalls<C extends { number: string; at: string }>(known: ReadonlySet<string> | null, calls: readonly C[]): C[] {
  return known === null ? [] : calls.filter((call) => !known.has(callKey(call))).reverse();
}
