import type { ItemDefinitionInput } from '@onewindow/contracts';
import type { Condition } from '@onewindow/domain';

/** An item of the demonstration catalogue with its one published version. */
export interface ItemSeed {
  name: string;
  departmentCode: string;
  /** 基本编码, the last twelve characters of the item's code (R8.3). */
  basicCode: string;
  /** Why it is listed but can't be taken; null when it is open. */
  closedReason: string | null;
  definition: ItemDefinitionInput;
}

export type MaterialSeed = ItemDefinitionInput['materials'][number];
export type FieldSeed = ItemDefinitionInput['form']['properties'][string];
export type StepSeed = ItemDefinitionInput['route']['steps'][number];
export type QuestionSeed = ItemDefinitionInput['questions'][number];

const MATERIAL_DEFAULTS = {
  necessity: 'required',
  isKey: false,
  kind: 'document',
  medium: 'original',
  copies: 1,
  source: '申请人自备',
} as const satisfies Partial<MaterialSeed>;

/** A material; required, an original, one copy and brought by the applicant unless said otherwise. */
export function material(
  code: string,
  name: string,
  more: Partial<MaterialSeed> & Pick<MaterialSeed, 'standard' | 'reviewPoints'>,
): MaterialSeed {
  return { code, name, ...MATERIAL_DEFAULTS, ...more };
}

/** 身份证 of a natural person or a representative; the electronic certificate may stand for it. */
export function identityCard(code: string, name: string): MaterialSeed {
  return material(code, name, {
    kind: 'identity',
    medium: 'electronic',
    licenceType: 'id-card',
    copies: 0,
    source: '公安部门核发，电子证照共享',
    standard: '在有效期内，与申请表填写的姓名一致',
    reviewPoints: ['证件在有效期内', '姓名、照片与本人一致'],
  });
}

/** 授权委托书, asked for when an agent acts. */
export function authorisation(when: Condition): MaterialSeed {
  return material('authorisation', '授权委托书', {
    necessity: 'conditional',
    when,
    kind: 'authorisation',
    standard: '写明委托事项、权限和期限，委托人签名或盖章',
    reviewPoints: ['委托事项包含本事项', '委托期限未过', '委托人签名或盖章'],
  });
}

export const BY_AGENT: QuestionSeed = { key: 'byAgent', title: '由代理人办理', kind: 'yesNo', options: [], default: false, from: 'agent' };
export const WHEN_BY_AGENT: Condition = { question: 'byAgent', equals: true };

/** A text field, short unless said otherwise. */
export function textField(title: string, more: Partial<FieldSeed> = {}): FieldSeed {
  return { type: 'string', title, maxLength: 60, ...more };
}

/** A choice; values and words. */
export function choiceField(title: string, options: Readonly<Record<string, string>>, more: Partial<FieldSeed> = {}): FieldSeed {
  const oneOf = Object.entries(options).map(([value, words]) => ({ const: value, title: words }));
  return { type: 'string', title, oneOf, ...more };
}

/** The same options as a question of the situation. */
export function choiceQuestion(key: string, title: string, options: Readonly<Record<string, string>>, preset?: string): QuestionSeed {
  const choices = Object.entries(options).map(([value, words]) => ({ value, title: words }));
  return { key, title, kind: 'choice', options: choices, ...(preset === undefined ? {} : { default: preset }) };
}

export function yesNo(key: string, title: string, preset = false): QuestionSeed {
  return { key, title, kind: 'yesNo', options: [], default: preset };
}

export const ADDRESS = { format: 'address', maxLength: 120, 'x-span': 2 } as const satisfies Partial<FieldSeed>;
export const CONTACT_PHONE: FieldSeed = { type: 'string', title: '联系电话', format: 'phone', 'x-source': 'applicant.phone' };

/** A step of the lead department unless another is named. */
export function step(key: string, name: string, more: Partial<StepSeed> & Pick<StepSeed, 'limit' | 'after'>): StepSeed {
  return { key, name, kind: 'review', departmentCode: 'lead', role: 'approver', onSilence: 'wait', points: [], ...more };
}

/** 首席代表 decides after everything else. */
export function decisionStep(
  limit: number,
  after: string[],
  points: string[] = ['审查意见齐全，结论一致', '文书内容与申请一致'],
): StepSeed {
  return step('decision', '决定', { kind: 'decision', role: 'chief', limit, after, points });
}

/** One officer looks, the chief decides, a working day each: the children of a bundle. */
export const quickRoute = (points: string[]) => ({
  steps: [step('review', '审查', { limit: 1, after: [], points }), decisionStep(1, ['review'])],
});

/** What most items have in common. */
export const USUAL = {
  extensionLimit: 0,
  allowsDeferral: false,
  allowsCommitment: false,
  requiresTwoReviewers: false,
  specialProcedures: [],
  feeCents: 0,
} as const satisfies Partial<ItemDefinitionInput>;
