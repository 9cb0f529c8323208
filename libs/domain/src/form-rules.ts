import type { IsoDate } from './dates.js';
import { isIsoDate } from './dates.js';
import { parseCreditCode, plainCreditCode } from './credit-code.js';
import { readDateBound } from './form-dates.js';
import { type FormColumn, type FormValues, isBlankValue, isPersonalFormat } from './form-definition.js';
import { holdsIdentityNumber, parseIdentityNumber } from './identity-number.js';
import { maskIdentityNumber } from './masking.js';
import { yuanOf } from './money.js';
import { PHONE_NUMBER, PHONE_NUMBER_RULE } from './phone.js';

/** How grave it is: `shape` can't be kept at all, `value` and `missing` hinder acceptance. */
export type FieldGravity = 'shape' | 'value' | 'missing';

/** What is wrong with one value. */
export interface FieldFault {
  gravity: FieldGravity;
  /** Chinese, short enough to stand under the field; never repeats what was typed. */
  reason: string;
  /** R8.2: what fails may still be genuine: a clerk lets it through with a reason. */
  overridable?: true;
}

/** What the rules ask besides the value. */
export interface FormContext {
  /** Today in Shanghai. */
  today: IsoDate;
  /** Of the situation. */
  answers: FormValues;
  /**
   * How a person's number looks that was checked before: `objects` where it is stored sealed, `masks` on screens, where the server
   * alone knows it behind its mask (R10.2).
   */
  numbers: 'objects' | 'masks';
  /** R8.2: the applicant's own number as screens show it, a company's in full: it was checked, or let through with a reason, when the applicant was entered. */
  ownNumberMasked?: string | undefined;
  /** R8.2: other companies' codes that fail and were let through, by the code, with the clerk's reason. */
  overrides?: Readonly<Record<string, string>> | undefined;
  /** Codes of the regions with that of the one above; left out, addresses are not compared with them. */
  regions?: ReadonlyMap<string, string | null> | undefined;
}

/** Where a field names no limit of its own. */
export const LONGEST_TEXT = 2000;
const LONGEST_NUMBER = 60;

const BANK_ACCOUNT = /^[0-9][0-9 ]{6,28}[0-9]$/;
const MASKED = /\*{2,}/;

const shape = (reason: string): FieldFault => ({ gravity: 'shape', reason });
const wrong = (reason: string): FieldFault => ({ gravity: 'value', reason });

/** What an empty required field says. */
export function blankWords(field: Pick<FormColumn, 'title' | 'format' | 'type' | 'oneOf'>): string {
  const chosen = field.oneOf !== undefined || field.type === 'boolean' || field.format === 'date';
  return `${chosen ? '选择' : '填写'}${field.title}`;
}

/**
 * What is wrong with a single value, or null. The same on the server and in the browser; nothing is compiled.
 * @param values of the whole form, for bounds that name another field
 */
export function valueFault(
  field: FormColumn,
  required: boolean,
  value: unknown,
  values: FormValues,
  context: FormContext,
): FieldFault | null {
  if (isPersonalFormat(field)) return numberFault(field, required, value, context);
  if (typeof value === 'object' && value !== null) return shape(typeWords(field));
  if (isBlankValue(value)) return required ? { gravity: 'missing', reason: blankWords(field) } : null;
  if (field.oneOf) return optionFault(field, value);
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : shape(typeWords(field));
    case 'integer':
    case 'number':
      return amountFault(field, value);
    case 'string':
      return typeof value === 'string' ? textFault(field, value, values, context) : shape(typeWords(field));
  }
}

function typeWords({ type, format }: Pick<FormColumn, 'type' | 'format'>): string {
  if (format === 'money') return '填写金额';
  const words = { string: '填写文字', number: '填写数字', integer: '填写整数', boolean: '选是或否' } as const;
  return words[type];
}

function optionFault(field: FormColumn, value: unknown): FieldFault | null {
  const fits = field.type === 'string' ? typeof value === 'string' : typeof value === 'number';
  if (!fits) return shape(typeWords(field));
  return field.oneOf?.some((option) => option.const === value) ? null : wrong('不在可选项里，重新选择');
}

function amountFault(field: FormColumn, value: unknown): FieldFault | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return shape(typeWords({ type: 'number', format: field.format }));
  if (field.type === 'integer' && !Number.isInteger(value)) return shape(typeWords(field));
  const words = (limit: number) =>
    field.format === 'money' ? `${yuanOf(limit)} 元` : `${limit}${field['x-unit'] ? ` ${field['x-unit']}` : ''}`;
  if (field.minimum !== undefined && value < field.minimum) return wrong(`至少 ${words(field.minimum)}`);
  if (field.maximum !== undefined && value > field.maximum) return wrong(`最多 ${words(field.maximum)}`);
  return null;
}

function textFault(field: FormColumn, text: string, values: FormValues, context: FormContext): FieldFault | null {
  const length = [...text].length;
  const longest = field.maxLength ?? LONGEST_TEXT;
  if (field.minLength !== undefined && length < field.minLength) return wrong(`至少 ${field.minLength} 个字`);
  if (length > longest) return wrong(`最多 ${longest} 个字，现在 ${length} 个`);
  const format = formatFault(field, text, values, context);
  if (format) return format;
  // R10.2: open texts are read by everybody and stored as they are.
  if (field.format !== 'bankAccount' && holdsIdentityNumber(text)) return wrong('这里不填身份证号，改正或留空');
  return field.pattern !== undefined && !matches(field.pattern, text) ? wrong('格式不对，对照原件改正') : null;
}

function formatFault(field: FormColumn, text: string, values: FormValues, context: FormContext): FieldFault | null {
  switch (field.format) {
    case 'date':
      return isIsoDate(text) ? dateFault(field, text, values, context) : wrong('日期不存在，按 2026-11-05 的格式填写');
    case 'creditCode':
      return creditCodeFault(text, context);
    case 'bankAccount':
      return BANK_ACCOUNT.test(text.trim()) ? null : wrong('银行账号 8 至 30 位数字');
    case 'attachment':
      return shape('这一项由材料说明，不填');
    case 'phone':
    case 'identity':
    case 'money':
    case 'address':
    case 'textarea':
    case undefined:
      return null;
  }
}

function creditCodeFault(text: string, { ownNumberMasked, numbers, overrides = {} }: FormContext): FieldFault | null {
  if (numbers === 'masks' && MASKED.test(text)) return null;
  const read = parseCreditCode(text);
  if (read.ok) return null;
  if (holdsIdentityNumber(text)) return wrong('这里不填身份证号，改正或留空');
  // R8.2: a code that fails may still be genuine; the applicant's own was let through with a reason. Companies' codes stand in the open.
  const code = plainCreditCode(text);
  if (read.overridable && (code === ownNumberMasked || maskIdentityNumber(code) === ownNumberMasked)) return null;
  if (!read.overridable) return wrong(read.reason);
  if (Object.hasOwn(overrides, code)) return null;
  return { ...wrong('统一社会信用代码校验位不对。对照执照改正'), overridable: true };
}

function dateFault(field: FormColumn, date: IsoDate, values: FormValues, { today }: FormContext): FieldFault | null {
  const boundOf = (text: string | undefined): IsoDate | null => {
    const bound = text === undefined ? null : readDateBound(text, today);
    if (bound === null) return null;
    const day = 'date' in bound ? bound.date : values[bound.field];
    return typeof day === 'string' && isIsoDate(day) ? day : null;
  };
  const earliest = boundOf(field['x-min']);
  if (earliest !== null && date < earliest) return wrong(`不早于 ${earliest}`);
  const latest = boundOf(field['x-max']);
  return latest !== null && date > latest ? wrong(`不晚于 ${latest}`) : null;
}

/** R10.2: a person's number, sealed or masked once it is whole, text while it is typed. */
function numberFault(field: FormColumn, required: boolean, value: unknown, context: FormContext): FieldFault | null {
  if (isSealed(value)) return context.numbers === 'objects' ? null : shape('填写号码');
  if (isBlankValue(value) && typeof value !== 'object') return required ? { gravity: 'missing', reason: blankWords(field) } : null;
  if (value === undefined) return null;
  if (typeof value !== 'string' || value.length > LONGEST_NUMBER) return shape('须是号码');
  if (context.numbers === 'masks' && MASKED.test(value)) return null;
  if (field.format === 'phone') return PHONE_NUMBER.test(value.trim()) ? null : wrong(PHONE_NUMBER_RULE);
  const read = parseIdentityNumber(value, context.today);
  return read.ok ? null : wrong(read.reason);
}

function isSealed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'masked' in value;
}

const patterns = new Map<string, RegExp | null>();

/** A pattern that is no regular expression can't be failed: publishing refuses it. */
function matches(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    compiled = compilePattern(pattern);
    patterns.set(pattern, compiled);
  }
  return compiled?.test(text) ?? true;
}

/** The regular expression of a pattern, or null when it is none. */
export function compilePattern(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return null;
  }
}
