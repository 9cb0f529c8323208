import type { ItemDefinition } from '@onewindow/contracts';
import { isIsoDate, parseCreditCode, parseIdentityNumber } from '@onewindow/domain';
import type { ErrorObject } from 'ajv';

export type FieldSchema = ItemDefinition['form']['properties'][string];
export type FieldFormat = NonNullable<FieldSchema['format']>;

/** Comes after every date of birth: whether a birth lies in the future is told when the applicant is identified. */
const END_OF_TIME = '9999-12-31';
const PHONE = /^\+?[0-9][0-9 -]{4,19}$/;
const BANK_ACCOUNT = /^[0-9][0-9 ]{6,28}[0-9]$/;

interface FormatRule {
  fits: (text: string) => boolean;
  /** Chinese; never repeats what was typed. */
  reason: string;
}

/** What the formats of fields ask for (R8.1, R8.2). Long texts and addresses are free. */
export const FORMAT_RULES: Record<FieldFormat, FormatRule> = {
  date: { fits: isIsoDate, reason: '日期按 2026-11-05 的格式填写，须是存在的日子' },
  textarea: { fits: () => true, reason: '' },
  address: { fits: () => true, reason: '' },
  phone: { fits: (text) => PHONE.test(text), reason: '电话号码只有数字、空格和短横，5 至 20 位' },
  identity: { fits: (text) => parseIdentityNumber(text, END_OF_TIME).ok, reason: '身份证号不对。对照证件改正' },
  creditCode: { fits: (text) => parseCreditCode(text).ok, reason: '统一社会信用代码不对。对照执照改正' },
  bankAccount: { fits: (text) => BANK_ACCOUNT.test(text), reason: '银行账号只有数字，8 至 30 位' },
};

const TYPE_REASONS: Record<string, string> = { string: '须是文字', number: '须是数字', integer: '须是整数', boolean: '须是“是”或“否”' };

/** How grave a violation is: `shape` can't be kept at all, `value` hinders acceptance. */
export type Gravity = 'shape' | 'value' | 'missing';

/** Chinese words for one violation of a form's schema; null for those that another one already tells. */
export function violationOf(error: ErrorObject, field: FieldSchema | undefined): { gravity: Gravity; reason: string } | null {
  const limit: unknown = error.params['limit'];
  switch (error.keyword) {
    case 'required':
      return { gravity: 'missing', reason: '未填' };
    case 'additionalProperties':
      return { gravity: 'shape', reason: '表单没有这一项' };
    case 'type':
      return { gravity: 'shape', reason: TYPE_REASONS[String(error.params['type'])] ?? '类型不对' };
    case 'oneOf':
      return { gravity: 'value', reason: '不在可选项里' };
    case 'format':
      return { gravity: 'value', reason: field?.format ? FORMAT_RULES[field.format].reason : '格式不对' };
    case 'pattern':
      return { gravity: 'value', reason: '格式不对' };
    case 'minLength':
      return { gravity: 'value', reason: `至少 ${String(limit)} 个字` };
    case 'maxLength':
      return { gravity: 'value', reason: `不能超过 ${String(limit)} 个字` };
    case 'minimum':
      return { gravity: 'value', reason: `不能小于 ${String(limit)}` };
    case 'maximum':
      return { gravity: 'value', reason: `不能大于 ${String(limit)}` };
    case 'const':
      // Each option of a choice reports this; `oneOf` tells it once.
      return null;
    default:
      return { gravity: 'value', reason: '不符合要求' };
  }
}
