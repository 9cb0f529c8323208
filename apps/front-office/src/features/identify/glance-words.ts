import type { ApplicantProfile, LicenceView } from '@onewindow/contracts';
import { isUnderWay, LICENCE_STATE_LABELS, LICENCE_STATES, shanghaiTimeOf } from '@onewindow/domain';
import type { NumberCheck } from './applicant-entry.js';
import type { Identified } from './use-identify.js';

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** One number, another name than before: somebody misread, or the name was changed. Both are shown, the clerk looks at the card. */
export function nameWarning(typed: string, found: Identified | null): NumberCheck | null {
  if (typed.trim() === '' || found === null) return null;
  const others = [found.registry?.name, found.applicant?.name].filter(
    (name): name is string => Boolean(name) && plain(name ?? '') !== plain(typed),
  );
  const [other] = others;
  return other === undefined ? null : { state: 'warn', reason: `此证件号登记的是${other}，现填${typed.trim()}。对照证件` };
}

/** 有效 2·已过期 1, in the order of their worth. */
export function licenceCounts(licences: readonly LicenceView[]): string {
  return LICENCE_STATES.map((state) => ({ state, count: licences.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${LICENCE_STATE_LABELS[state]} ${count}`)
    .join('·');
}

/** Until when, or why not: 长期, 至 2036-03-18, 2025-09-30 已过期. */
export function licenceTerm({ state, validFrom, validUntil }: Pick<LicenceView, 'state' | 'validFrom' | 'validUntil'>): string {
  if (state === 'revoked') return '已注销，不能用';
  if (state === 'expired') return `${validUntil ?? ''} 已过期，不能用`;
  if (state === 'notYetValid') return `${validFrom ?? ''} 起生效`;
  return validUntil === null ? '长期有效' : `有效至 ${validUntil}`;
}

/** 本人到场，10:36 读卡; without a reader 人工核对. */
export function presenceWords({ how, at }: { how: 'card' | 'typed'; at: string }): string {
  return `本人到场，${shanghaiTimeOf(at)} ${how === 'card' ? '读卡' : '人工核对'}`;
}

/** Names that are told apart by their numbers alone. */
export function namesakeWords({ namesakes }: Pick<ApplicantProfile, 'namesakes'>): string | null {
  return namesakes === 0 ? null : `同名的另有 ${namesakes} 个，以证件号为准`;
}

/** What is at hand of 以往办件 beside the case on the counter; the counts are of all, however many are listed. */
export function earlierAtAGlance(
  { earlierCases, earlierCounts }: Pick<ApplicantProfile, 'earlierCases' | 'earlierCounts'>,
  { itemId, caseId }: { itemId: string; caseId: string },
) {
  const own = earlierCases.find(({ id }) => id === caseId);
  const cases = earlierCases.filter((one) => one !== own);
  const all = earlierCounts.all - (own ? 1 : 0);
  const sameItem = earlierCounts.underWay.find((one) => one.itemId === itemId)?.count ?? 0;
  const twins = sameItem - (own && own.itemId === itemId && isUnderWay(own.status) ? 1 : 0);
  return { cases, all, older: all - cases.length, twins };
}
