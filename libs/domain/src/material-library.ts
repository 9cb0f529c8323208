import { daysInMonth, type IsoDate } from './dates.js';
import type { MaterialKind, MaterialVerdict, TrustLevel } from './material-requirements.js';
import { isValidOn, REUSE_RULES, type ReuseRule } from './materials.js';

/** What of a requirement decides which entries of the MaterialLibrary fit it. */
export interface LibraryRequirement {
  /** Stable over items: 身份证 of one item fits another's. */
  readonly libraryKey?: string | undefined;
  /** Code of the licence that may stand for it. */
  readonly licenceType?: string | undefined;
}

/**
 * The shelf of the MaterialLibrary on which a requirement's papers lie; the licence's code where no key is given.
 * @returns null when papers of this requirement belong to their case alone, such as an application form
 */
export function libraryKeyOf({ libraryKey, licenceType }: LibraryRequirement): string | null {
  return libraryKey ?? licenceType ?? null;
}

/**
 * R7: the level under which a paper of an accepted case is kept. What a clerk found qualified was verified against the original where an
 * original was asked for; a copy or an electronic paper stays as it was uploaded; what the applicant makes is self-declared.
 * @param stated the level that stands with the case, when somebody stated one
 * @returns null when the paper is not to be kept: it was not found qualified, or came from the library itself
 */
export function shelfTrust(
  requirement: { readonly kind: MaterialKind; readonly medium: 'original' | 'copy' | 'electronic' },
  verdict: MaterialVerdict,
  stated: TrustLevel | null,
): TrustLevel | null {
  if (verdict !== 'qualified') return null;
  if (requirement.kind === 'application' || requirement.kind === 'commitment') return 'D';
  if (stated !== null && stated !== 'C') return stated;
  return requirement.medium === 'original' ? 'B' : 'C';
}

/** What becomes of a paper of a draft whose applicant is replaced: `keep` as it is, `gone`, or `anew`, to be judged once more as level C. */
export type PaperOfAnother = 'keep' | 'gone' | 'anew';

/**
 * R7, R4: another person became the applicant of a draft. What was reused was the one's before; 容缺 and 承诺 rest on a person's credit and word;
 * what was uploaded stays, and no verdict on it holds for whoever applies now. What nobody has judged is left as it is.
 * @param hasUploads is a file there that did not come from the library?
 */
export function paperOfAnother(verdict: MaterialVerdict, hasUploads: boolean): PaperOfAnother {
  if (verdict === 'missing' || verdict === 'unchecked') return 'keep';
  return hasUploads ? 'anew' : 'gone';
}

/**
 * Last day of a paper's validity, counted from the day on which it was issued (民法典 art 202: the same day of the last month is included; where
 * the month has no such day, its last day).
 * @param issuedOn ISO date
 * @param months calendar months of validity
 */
export function validThroughOf(issuedOn: IsoDate, months: number): IsoDate {
  const at = Number(issuedOn.slice(0, 4)) * 12 + Number(issuedOn.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  const day = Math.min(Number(issuedOn.slice(8, 10)), daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** What the clerk confirms with a reuse. */
export interface ReuseAssurance {
  /** The original lay before the clerk (R7, level C). */
  readonly originalSeen: boolean;
  /** The applicant answers for it (R7, level D). */
  readonly committed: boolean;
}

export type ReuseDecision =
  | { readonly ok: true; readonly rule: ReuseRule; /** The level from now on: C that was compared becomes B. */ readonly trust: TrustLevel }
  | { readonly ok: false; readonly problem: 'expired' | 'originalNotSeen' | 'notCommitted'; readonly reason: string };

/**
 * R7: may an entry of the library be attached to a case on this day, and under which level?
 * A directly, B with a watermark, C after the original was seen (it becomes B), D under the applicant's commitment; expired never.
 * @param day ISO date of the reuse; the last day of validity still counts
 */
export function decideReuse(
  entry: { readonly trust: TrustLevel; readonly validThrough: IsoDate | null },
  day: IsoDate,
  assurance: ReuseAssurance,
): ReuseDecision {
  if (!isValidOn(entry.validThrough, day))
    return { ok: false, problem: 'expired', reason: `${entry.validThrough ?? ''} 已到期，不能复用。换交有效的` };
  const rule = REUSE_RULES[entry.trust];
  if (rule === 'checkOriginal' && !assurance.originalSeen)
    return { ok: false, problem: 'originalNotSeen', reason: 'C 级材料要先核对原件。看过原件后勾选“已核原件”' };
  if (rule === 'underCommitment' && !assurance.committed)
    return { ok: false, problem: 'notCommitted', reason: 'D 级材料由申请人承诺后复用。勾选“申请人已承诺”' };
  return { ok: true, rule, trust: entry.trust === 'C' ? 'B' : entry.trust };
}

/** R7: across a copy that is only looked at, before it is used. */
export const PREVIEW_WATERMARK = '材料库预览';

/** The words across a copy that was reused: 复用 440199 20261029 000318 9 2026-10-29. A draft has no number yet. */
export function reuseWatermark(caseNo: string | null, reusedOn: IsoDate): string {
  return caseNo === null ? `复用·${reusedOn}·仅供本次办理` : `复用·${caseNo}·${reusedOn}`;
}
