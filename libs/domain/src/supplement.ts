import type { MissingMaterial } from './materials.js';

/** What the item says about one of its materials, as far as a notice tells it. */
export interface SupplementSource {
  /** Chinese: the standard of acceptance. */
  readonly standard: string;
  readonly medium: 'original' | 'copy' | 'electronic';
  readonly copies: number;
}

/** One point of the ONE notice (R2.3): what is wrong, by which standard, what to bring. Chinese. */
export interface SupplementPoint {
  readonly code: string;
  readonly name: string;
  readonly problem: string;
  readonly standard: string;
  readonly bring: string;
}

const MEDIA = { original: '原件', copy: '复印件', electronic: '电子件' } as const satisfies Record<SupplementSource['medium'], string>;

/**
 * R2.3: what the notice says about everything that hinders acceptance, in the item's order. Nothing that hinders is left out: a second
 * notice would need a supervisor.
 */
export function supplementPoints(
  missing: readonly MissingMaterial[],
  sourceOf: (code: string) => SupplementSource | undefined,
): SupplementPoint[] {
  return missing.map(({ code, name, problem, reason }) => {
    const source = sourceOf(code);
    return {
      code,
      name,
      problem: problem === 'missing' ? '未提交' : withoutStop(reason),
      standard: withoutStop(source?.standard ?? ''),
      bring: `${problem === 'missing' ? '补交' : '改正后重交'}${bringWords(source)}`,
    };
  });
}

/** A point as one sentence: 未提交；填写完整；补交原件 1 份。 */
export function supplementSentence({ problem, standard, bring }: SupplementPoint): string {
  return `${[problem, standard, bring].filter((part) => part !== '').join('；')}。`;
}

function bringWords(source: SupplementSource | undefined): string {
  if (source === undefined) return '';
  return source.medium === 'electronic' ? MEDIA.electronic : `${MEDIA[source.medium]} ${Math.max(1, source.copies)} 份`;
}

function withoutStop(words: string): string {
  return words.trim().replace(/[。；，、！？]+$/, '');
}
