import type { IsoDate } from './dates.js';
import type { CreditGrade, MaterialRequirement } from './material-requirements.js';
import { DEFAULT_DEFERRAL_PERCENTAGES, type DeferralPercentages } from './materials.js';

export interface DeferralQuotaInput {
  /** Required materials under the answers of the case (`requiredCount`). */
  required: number;
  /** Null: no grade known, nothing may be deferred. */
  grade: CreditGrade | null;
  percentages?: DeferralPercentages;
}

/** R4.1: how many materials may be deferred, rounded down: 6 required, grade A → 1. */
export function deferralQuota({ required, grade, percentages = DEFAULT_DEFERRAL_PERCENTAGES }: DeferralQuotaInput): number {
  return grade === null ? 0 : Math.floor((required * percentages[grade]) / 100);
}

export interface DeferralInput {
  requirement: MaterialRequirement;
  /** Is this requirement required under the answers? Only what is required needs deferring. */
  required: boolean;
  /** Does the item allow 容缺 at all (R4.1)? */
  itemAllows: boolean;
  /** Does the item forbid it for its key materials (R4.2)? */
  keyExcluded: boolean;
  quota: number;
  /** Materials of the case already deferred, without this one. */
  used: number;
  /** The day by which the applicant promises it. */
  supplementOn: IsoDate;
  /** Due date of the promised limit (R4.3). */
  promisedDue: IsoDate;
  today: IsoDate;
  /** R4.4: an earlier promise was not kept and no supervisor has lifted the bar. */
  barred: boolean;
}

export interface DeferralProblem {
  code: 'item' | 'barred' | 'not-required' | 'key' | 'quota' | 'day';
  /** Chinese. */
  reason: string;
}

/** R4: why this material can't be deferred; empty when it can. */
export function deferralProblems(input: DeferralInput): DeferralProblem[] {
  const problems: DeferralProblem[] = [];
  const { requirement, quota, used } = input;
  if (!input.itemAllows) problems.push({ code: 'item', reason: '本事项不容缺' });
  if (input.barred) problems.push({ code: 'barred', reason: '申请人有未兑现的承诺，须督查员解除后再容缺' });
  if (!input.required) problems.push({ code: 'not-required', reason: '选交材料，不交即可' });
  if (requirement.isKey && input.keyExcluded) problems.push({ code: 'key', reason: '主件不可' });
  if (used >= quota) problems.push({ code: 'quota', reason: quota === 0 ? '没有容缺份数' : `${used}/${quota} 已用满` });
  if (input.supplementOn < input.today || input.supplementOn > input.promisedDue) {
    problems.push({ code: 'day', reason: `补交日须在今天至 ${input.promisedDue} 之间` });
  }
  return problems;
}
