/** One store for each officer: machines are shared. */
const keyOf = (staffId: string) => `ow.phrases.${staffId}`;
/** Alt+1 to Alt+6. */
export const MOST_PHRASES = 6;
const LONGEST = 200;

/** What an officer starts with, by the kind of the task. */
export const FIRST_PHRASES = {
  review: ['符合法定条件。', '同意，附条件：', '现场核查合格。', '材料不一致。'],
  decision: ['符合条件，准予。', '同意审查意见。'],
  consultation: ['无意见。', '同意，附条件：', '不同意，理由：'],
  issue: [],
  reroute: [],
} as const satisfies Record<string, readonly string[]>;

export type PhraseKind = keyof typeof FIRST_PHRASES;
export type OwnPhrases = Partial<Record<PhraseKind, string[]>>;

/** The phrases kept on this machine; broken storage counts as none. */
export function parsePhrases(stored: string | null): OwnPhrases {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const own: OwnPhrases = {};
    for (const kind of Object.keys(FIRST_PHRASES) as PhraseKind[]) {
      const list: unknown = (value as Record<string, unknown>)[kind];
      if (Array.isArray(list)) own[kind] = list.filter((one): one is string => typeof one === 'string').slice(0, MOST_PHRASES);
    }
    return own;
  } catch {
    return {};
  }
}

/** The phrases of a kind of task: the officer's own, else those that everybody starts with. */
export function phrasesFor(own: OwnPhrases, kind: PhraseKind): readonly string[] {
  return own[kind] ?? FIRST_PHRASES[kind];
}

/** Keeps a phrase as the newest; the oldest goes when there are more keys than Alt+6. A phrase is kept once. */
export function addPhrase(phrases: readonly string[], phrase: string): string[] {
  const text = phrase.trim().slice(0, LONGEST);
  if (text === '' || phrases.includes(text)) return [...phrases];
  return [...phrases, text].slice(-MOST_PHRASES);
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

/** Reads the machine's store; a browser without storage has none. */
export function loadPhrases(staffId: string): OwnPhrases {
  try {
    return parsePhrases(window.localStorage.getItem(keyOf(staffId)));
  } catch {
    return {};
  }
}

/** Keeps the phrases on this machine. */
export function storePhrases(staffId: string, own: OwnPhrases): void {
  try {
    window.localStorage.setItem(keyOf(staffId), JSON.stringify(own));
  } catch {
    // Without storage the phrases last until the page is closed.
  }
}
