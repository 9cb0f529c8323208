import { acceptanceDate, type Supplement } from './acceptance.js';
import type { WorkingCalendar } from './calendar.js';
import { dueDate } from './clock.js';
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

export interface DeferralStartInput {
  /** The day of acceptance; null while it is still to come. */
  acceptedOn: IsoDate | null;
  /** The true receipt of a case that was taken on paper during an outage (R10.5); null for any other. */
  outageOn: IsoDate | null;
  /** What came of the supplement notice; null where none was served. */
  supplement: Supplement | null;
  today: IsoDate;
}

/** R4.3: the day from which the promised limit counts towards the supplement day; before the acceptance, the day that it would bear now. */
export function deferralStart({ acceptedOn, outageOn, supplement, today }: DeferralStartInput): IsoDate {
  return acceptedOn ?? acceptanceDate({ receivedOn: outageOn ?? today, today, deemed: false, supplement, outage: outageOn !== null });
}

export interface SupplementDayInput {
  /** The day from which the limit counts (`deferralStart`). */
  start: IsoDate;
  /** Working days; null for an item that promises none. */
  promisedLimit: number | null;
  calendar: WorkingCalendar;
  today: IsoDate;
}

/** R4.3: the last day to which a material may be deferred: the end of the promised limit by the working calendar; null without one. */
export function latestSupplementDay({ start, promisedLimit, calendar, today }: SupplementDayInput): IsoDate | null {
  return promisedLimit === null ? null : dueDate({ start, limit: promisedLimit, calendar, today }).due;
}

export interface DeferralInput {
  requirement: MaterialRequirement;
  /** Is this requirement required under the answers? Only what is required needs deferring. */
  required: boolean;
  /** Does the item allow 容缺 at all (R4.1)? */
  itemAllows: boolean;
  /** Does the item forbid it for its key materials (R4.2)? */
  keyExcluded: boolean;
  /** Null: no grade known. */
  grade: CreditGrade | null;
  quota: number;
  /** Materials of the case already deferred, without this one. */
  used: number;
  /** The day by which the applicant promises it. */
  supplementOn: IsoDate;
  /** Last possible day (`latestSupplementDay`); null for an item without a promised limit, which can't defer (R4.3). */
  latestOn: IsoDate | null;
  today: IsoDate;
  /** R4.4: an earlier promise was not kept and no supervisor has lifted the bar. */
  barred: boolean;
}

export const DEFERRAL_PROBLEMS = ['item', 'barred', 'not-required', 'key', 'quota', 'day'] as const;
export type DeferralProblemCode = (typeof DEFERRAL_PROBLEMS)[number];

export interface DeferralProblem {
  code: DeferralProblemCode;
  /** Chinese; printed after 容缺： in the label of the action. */
  reason: string;
}

/** R4: why this material can't be deferred; empty when it can. */
export function deferralProblems(input: DeferralInput): DeferralProblem[] {
  const problems: DeferralProblem[] = [];
  const { requirement, latestOn } = input;
  if (!input.itemAllows || latestOn === null) problems.push({ code: 'item', reason: '本事项不允许' });
  if (input.barred) problems.push({ code: 'barred', reason: '上次承诺未兑现' });
  if (!input.required) problems.push({ code: 'not-required', reason: '选交材料，不交即可' });
  if (requirement.isKey && input.keyExcluded) problems.push({ code: 'key', reason: '主件不可' });
  if (input.used >= input.quota) problems.push({ code: 'quota', reason: quotaReason(input) });
  if (latestOn !== null && (input.supplementOn < input.today || input.supplementOn > latestOn)) {
    problems.push({ code: 'day', reason: `补交日须在今天至 ${latestOn} 之间` });
  }
  return problems;
}

function quotaReason({ grade, quota }: Pick<DeferralInput, 'grade' | 'quota'>): string {
  if (quota > 0) return '额度已用满';
  if (grade === null) return '未评信用等级';
  return grade === 'C' ? 'C 级不可' : '必交材料少，额度为 0';
}
