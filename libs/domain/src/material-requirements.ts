import type { Condition } from './conditions.js';

/** `conditional` is required where its condition is met under the answers of the case, and not asked for elsewhere. */
export const MATERIAL_NECESSITIES = ['required', 'conditional', 'optional'] as const;
export type MaterialNecessity = (typeof MATERIAL_NECESSITIES)[number];

/** What sort of paper it is. */
export const MATERIAL_KINDS = [
  'application',
  'identity',
  'licence',
  'authorisation',
  'commitment',
  'drawing',
  'report',
  'document',
] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** Chinese names of the kinds. */
export const MATERIAL_KIND_LABELS = {
  application: '申请表',
  identity: '身份证明',
  licence: '证照',
  authorisation: '授权委托书',
  commitment: '承诺书',
  drawing: '图纸',
  report: '报告',
  document: '其他材料',
} as const satisfies Record<MaterialKind, string>;

/** What the item asks for (MaterialRequirement of the glossary); part of a published item version. */
export interface MaterialRequirement {
  /** Unique in the item version. */
  readonly code: string;
  /** Chinese. */
  readonly name: string;
  readonly kind: MaterialKind;
  readonly necessity: MaterialNecessity;
  /** Needed for `conditional`; on the others it hides the requirement where it is not met. */
  readonly when?: Condition;
  /** 主件: can't be deferred where the item says so (R4.2). */
  readonly isKey: boolean;
  /** Code of the licence that may stand for it (a shared licence). */
  readonly licenceType?: string;
  /** The shelf of the MaterialLibrary, stable over items; without it the papers belong to their case alone, or lie under `licenceType`. */
  readonly libraryKey?: string;
  /** Calendar months for which it holds from the day it was issued; absent when it does not expire. */
  readonly validMonths?: number;
  /** Paper copies wanted; 0 when electronic alone. */
  readonly copies?: number;
  /** 告知承诺: what the applicant promises in its place, in words; without it no promise can stand for it. */
  readonly commitment?: string;
  /** Chinese: what a clerk looks at. */
  readonly note?: string;
}

/** 材料可信等级 (R7): A issued by an agency, B verified by a clerk, C uploaded, D self-declared. */
export const TRUST_LEVELS = ['A', 'B', 'C', 'D'] as const;
export type TrustLevel = (typeof TRUST_LEVELS)[number];

/** 信用等级 (R4.1). */
export const CREDIT_GRADES = ['A', 'B', 'C'] as const;
export type CreditGrade = (typeof CREDIT_GRADES)[number];

/**
 * The clerk's verdict on one material of the checklist. `unchecked`: handed in, not looked at yet. `promised`: the applicant's signed
 * commitment stands for it (告知承诺).
 */
export const MATERIAL_VERDICTS = ['missing', 'unchecked', 'qualified', 'faulty', 'reused', 'deferred', 'promised'] as const;
export type MaterialVerdict = (typeof MATERIAL_VERDICTS)[number];

/** Chinese names of the verdicts. */
export const MATERIAL_VERDICT_LABELS = {
  missing: '未交',
  unchecked: '待核',
  qualified: '合格',
  faulty: '有误',
  reused: '复用',
  deferred: '容缺',
  promised: '承诺',
} as const satisfies Record<MaterialVerdict, string>;
