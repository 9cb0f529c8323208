import { type ConditionSubject, evaluate } from './conditions.js';
import type { IsoDate } from './dates.js';
import type { CreditGrade, MaterialRequirement, MaterialVerdict, TrustLevel } from './material-requirements.js';

/** The answers of the situation and the form, as conditions read them. */
export type SituationAnswers = ConditionSubject;

/** One line of the checklist of a case. */
export interface ChecklistLine {
  requirement: MaterialRequirement;
  /** Required under THIS case's answers (R4.1). */
  required: boolean;
}

/** R4.1: what this case is asked for, in the item's order. What does not apply under its answers is left out. */
export function checklistFor(requirements: readonly MaterialRequirement[], answers: SituationAnswers): ChecklistLine[] {
  return requirements
    .filter((requirement) => evaluate(requirement.when, answers))
    .map((requirement) => ({ requirement, required: requirement.necessity !== 'optional' }));
}

/** R4.1: how many materials are required under the answers: conditional ones that apply count, reused ones too, optional ones don't. */
export function requiredCount(requirements: readonly MaterialRequirement[], answers: SituationAnswers): number {
  return checklistFor(requirements, answers).filter((line) => line.required).length;
}

/** What the case has for one requirement. */
export interface MaterialState {
  requirementCode: string;
  verdict: MaterialVerdict;
  trust?: TrustLevel;
  /** Last day of validity; null or absent when it does not expire. */
  validThrough?: IsoDate | null;
  /** Chinese, of a faulty one. */
  faultReason?: string;
}

/** Why a requirement hinders acceptance. */
export interface MissingMaterial {
  code: string;
  name: string;
  problem: 'missing' | 'unchecked' | 'faulty' | 'expired';
  /** Chinese. */
  reason: string;
}

/**
 * What hinders acceptance (R2, R4, R7): required materials that are absent, not looked at, faulty or expired, and optional ones that were
 * handed in faulty or expired. Deferred ones do not hinder: their quota is `deferralProblems`' business. For promised ones a commitment stands.
 */
export function missingFor(
  requirements: readonly MaterialRequirement[],
  materials: readonly MaterialState[],
  answers: SituationAnswers,
  today: IsoDate,
): MissingMaterial[] {
  const states = new Map(materials.map((material) => [material.requirementCode, material]));
  return checklistFor(requirements, answers).flatMap(({ requirement, required }) => {
    const hindrance = hindranceOf(states.get(requirement.code), required, today);
    return hindrance === null ? [] : [{ code: requirement.code, name: requirement.name, ...hindrance }];
  });
}

function hindranceOf(
  state: MaterialState | undefined,
  required: boolean,
  today: IsoDate,
): Pick<MissingMaterial, 'problem' | 'reason'> | null {
  const verdict = state?.verdict ?? 'missing';
  if (verdict === 'deferred' || verdict === 'promised') return null;
  if (verdict === 'missing') return required ? { problem: 'missing', reason: '未交' } : null;
  if (!isValidOn(state?.validThrough, today)) return { problem: 'expired', reason: `${state?.validThrough ?? ''} 已过期，换交有效的` };
  if (verdict === 'unchecked') return { problem: 'unchecked', reason: '已交，未核对' };
  if (verdict === 'faulty') return { problem: 'faulty', reason: state?.faultReason ?? '有误' };
  return null;
}

/** R7: may a material be attached on this day? Its last day of validity still counts. */
export function isValidOn(validThrough: IsoDate | null | undefined, day: IsoDate): boolean {
  return validThrough === null || validThrough === undefined || day <= validThrough;
}

/** How a material of the library may be used again. */
export type ReuseRule = 'direct' | 'watermarked' | 'checkOriginal' | 'underCommitment';

/** R7 (国办函〔2016〕108号): what each level of trust allows. */
export const REUSE_RULES = {
  A: 'direct',
  B: 'watermarked',
  C: 'checkOriginal',
  D: 'underCommitment',
} as const satisfies Record<TrustLevel, ReuseRule>;

/** Chinese, beside a reusable material. */
export const REUSE_RULE_LABELS = {
  direct: '直接复用',
  watermarked: '加水印复用',
  checkOriginal: '核对原件后复用',
  underCommitment: '申请人承诺后复用',
} as const satisfies Record<ReuseRule, string>;

/** R7: how a library material may be reused on this day; `expired` can't be attached at all. */
export function reuseOf(trust: TrustLevel, validThrough: IsoDate | null | undefined, day: IsoDate): ReuseRule | 'expired' {
  return isValidOn(validThrough, day) ? REUSE_RULES[trust] : 'expired';
}

/** Percent of the required materials that each grade may defer; belongs to the configuration (R4.1). */
export type DeferralPercentages = Readonly<Record<CreditGrade, number>>;

/** R4.1: 越秀区's percentages. */
export const DEFAULT_DEFERRAL_PERCENTAGES: DeferralPercentages = { A: 30, B: 20, C: 0 };
