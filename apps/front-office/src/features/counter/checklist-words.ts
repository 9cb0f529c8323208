import type { CaseMaterial } from '@onewindow/contracts';

/** Keys of the verdicts (visual.md, mockup 01: 复用 prints U). */
export const VERDICT_KEYS = { qualified: 'Y', faulty: 'N', reused: 'U', deferred: 'D' } as const;

const WORDS = [
  ['qualified', '合格'],
  ['reused', '复用'],
  ['deferred', '容缺'],
  ['promised', '承诺'],
  ['unchecked', '待核'],
] as const satisfies readonly (readonly [CaseMaterial['verdict'], string])[];

/** The counts of the checklist in words, and what is wrong with it: 必交 6：合格 1·复用 2 and 有误 1·未交 1. */
export function checklistWords(materials: readonly CaseMaterial[]): { words: string; trouble: string } {
  const count = (of: (m: CaseMaterial) => boolean) => materials.filter(of).length;
  const said = (counts: (readonly [string, number])[]) =>
    counts
      .filter(([, n]) => n > 0)
      .map(([word, n]) => `${word} ${n}`)
      .join('·');
  const good = said(WORDS.map(([verdict, word]) => [word, count((m) => m.verdict === verdict)]));
  const trouble = said([
    ['有误', count((m) => m.verdict === 'faulty')],
    ['未交', count((m) => m.verdict === 'missing' && m.required)],
  ]);
  const required = count((m) => m.required);
  return { words: `必交 ${required}${good ? `：${good}` : ''}`, trouble };
}

/** Does the clerk still have to look at it? Optional papers that were not handed in can wait. */
export function wantsVerdict(material: CaseMaterial): boolean {
  return material.verdict === 'unchecked' || material.verdict === 'faulty' || (material.verdict === 'missing' && material.required);
}
