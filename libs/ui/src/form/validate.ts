import { holdsIdentityNumber, isIsoDate, parseCreditCode, parseIdentityNumber, type IsoDate } from '@onewindow/domain';
import { isBlank, type FieldSchema, type FormProblem, type FormSchema, type FormValues } from './schema.js';

const PHONE = /^\+?[0-9][0-9 -]{4,19}$/;
const BANK_ACCOUNT = /^\d{8,30}$/;
/** Numbers that the server sent masked stay as they are: it knows the real ones (R10.2). */
const MASKED = /\*{2,}/;

/** What the rules need besides the value. */
export interface ValidationContext {
  /** Today in Shanghai. */
  today: IsoDate;
}

/**
 * Checks a form against its schema without compiling code, since the page's security policy forbids `eval`.
 * @returns every problem in the order of the fields, with Chinese messages; empty when the form is in order
 */
export function validateForm(schema: FormSchema, values: FormValues, context: ValidationContext): FormProblem[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties).flatMap(([path, field]) => {
    const message = validateField(field, required.has(path), values[path], context);
    return message === null ? [] : [{ path, message }];
  });
}

/** What is wrong with one value, or null. */
export function validateField(field: FieldSchema, required: boolean, value: unknown, context: ValidationContext): string | null {
  if (isBlank(value)) return required ? blankWords(field) : null;
  if (field.oneOf) return field.oneOf.some((option) => option.const === value) ? null : '不在可选项里，重新选择';
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : '选是或否';
    case 'integer':
    case 'number':
      return validateNumber(field, value);
    case 'string':
      return typeof value === 'string' ? validateText(field, value, context) : '填写文字';
  }
}

/** What a clerk should look at without being stopped by it: R8.2, a credit code that fails may still be genuine. */
export function fieldWarning(field: FieldSchema, value: unknown): string | null {
  if (field.format !== 'creditCode' || typeof value !== 'string' || isBlank(value) || MASKED.test(value)) return null;
  const read = parseCreditCode(value);
  return !read.ok && read.overridable ? '校验位不符。核对原件后可写明理由继续' : null;
}

/** What an empty required field says. */
export function blankWords(field: FieldSchema): string {
  const verb = field.oneOf || field.type === 'boolean' || field.format === 'date' ? '选择' : '填写';
  return `${verb}${field.title}`;
}

function validateNumber(field: FieldSchema, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '填写数字';
  if (field.type === 'integer' && !Number.isInteger(value)) return '填写整数';
  const unit = field['x-unit'] ? ` ${field['x-unit']}` : '';
  if (field.minimum !== undefined && value < field.minimum) return `至少 ${field.minimum}${unit}`;
  if (field.maximum !== undefined && value > field.maximum) return `最多 ${field.maximum}${unit}`;
  return null;
}

function validateText(field: FieldSchema, text: string, context: ValidationContext): string | null {
  if (field.minLength !== undefined && text.trim().length < field.minLength) return `至少 ${field.minLength} 个字`;
  if (field.maxLength !== undefined && text.length > field.maxLength) return `最多 ${field.maxLength} 个字，现在 ${text.length} 个`;
  const wrongFormat = validateFormat(field, text, context);
  if (wrongFormat !== null) return wrongFormat;
  if (field.pattern !== undefined && !matches(field.pattern, text)) return '格式不对，对照原件改正';
  return null;
}

function validateFormat(field: FieldSchema, text: string, { today }: ValidationContext): string | null {
  if (field.format !== 'identity' && holdsIdentityNumber(text)) return '这里不填身份证号，改正或留空';
  switch (field.format) {
    case 'date':
      return isIsoDate(text) ? null : '日期不存在，按 2026-11-05 的格式填写';
    case 'phone':
      return PHONE.test(text.trim()) || MASKED.test(text) ? null : '电话号码只有数字、空格和短横，5 至 20 位';
    case 'identity': {
      const read = parseIdentityNumber(text, today);
      return read.ok || MASKED.test(text) ? null : read.reason;
    }
    case 'creditCode': {
      const read = parseCreditCode(text);
      return read.ok || read.overridable || MASKED.test(text) ? null : read.reason;
    }
    case 'bankAccount':
      return BANK_ACCOUNT.test(text.replace(/\s/g, '')) || MASKED.test(text) ? null : '银行账号 8 至 30 位数字';
    case 'address':
    case 'textarea':
    case undefined:
      return null;
  }
}

/** A pattern that is no regular expression can't be failed: the catalogue's check refuses it before publication. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
