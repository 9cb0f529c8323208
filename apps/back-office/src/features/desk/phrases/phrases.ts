import type { DeskSettings, PhraseLists } from '@onewindow/contracts';

export type PhraseKind = PhraseLists['kind'];
/** Alt+1 to Alt+6. */
export const KEYED_PHRASES = 6;

/** What everybody starts with where neither the officer nor the department has set any, by the kind of the task. */
export const FIRST_PHRASES = {
  review: ['符合法定条件。', '同意，附条件：', '现场核查合格。', '材料不一致。'],
  decision: ['符合条件，准予。', '同意审查意见。'],
  // 无意见, 附条件 and 不同意 are the answers themselves; these are what fire, housing and market add most.
  consultation: ['符合规范要求。', '请按规范复核后施工。', '材料不足以判断，请补充。', '请现场核查后办理。'],
  issue: [],
  reroute: [],
} as const satisfies Record<PhraseKind, readonly string[]>;

/** The phrases of a kind of task: the officer's own, else the department's, else those that everybody starts with. */
export function phrasesFor(settings: DeskSettings | undefined, kind: PhraseKind): readonly string[] {
  const lists = settings?.phrases.find((one) => one.kind === kind);
  return lists?.own ?? lists?.department ?? FIRST_PHRASES[kind];
}

/** The list without blanks, each phrase once. */
export function tidied(phrases: readonly string[]): string[] {
  return [...new Set(phrases.map((phrase) => phrase.trim()).filter(Boolean))];
}

/** The list with one phrase a place higher (−1) or lower (+1); at the ends it stays. */
export function moved(phrases: readonly string[], at: number, by: -1 | 1): string[] {
  const to = at + by;
  const [one, other] = [phrases[at], phrases[to]];
  if (one === undefined || other === undefined) return [...phrases];
  return phrases.map((phrase, index) => (index === at ? other : index === to ? one : phrase));
}

/** The short form on the button. */
export function phraseLabel(phrase: string): string {
  const words = phrase.replace(/[。：，；]+$/u, '');
  return words.length > 8 ? `${words.slice(0, 7)}…` : words;
}

/** Puts a phrase where the cursor is; between sentences it starts on the same line. */
export function insertPhrase(opinion: string, phrase: string, start: number, end: number): { text: string; caret: number } {
  const text = opinion.slice(0, start) + phrase + opinion.slice(end);
  return { text, caret: start + phrase.length };
}
