import {
  type FormColumn,
  type FormDefinition,
  type FormField,
  type FormValues,
  isBlankValue,
  isRecord,
  MOST_ROWS,
  rowsOf,
} from './form-definition.js';
import { visibleFields } from './form-parts.js';
import { blankWords, type FieldFault, type FieldGravity, type FormContext, valueFault } from './form-rules.js';
import { yuanOf } from './money.js';

/** One thing that is wrong with a form. */
export interface FormProblem {
  /** The field; in a table `field.row.column`, rows counted from 0. */
  path: string;
  /** The field's key. */
  key: string;
  /** Chinese: the field's title, with row and column; the key itself for an unknown field. */
  label: string;
  gravity: FieldGravity;
  /** Chinese. */
  reason: string;
  /** R8.2: a credit code that fails its check digit; a clerk may let it through with a reason. */
  overridable?: true;
}

/**
 * Everything that is wrong with a form, one problem a value, in the form's order; unknown fields first. Hidden fields are not looked at.
 * The one rule for the server and the browser.
 */
export function formProblems(form: FormDefinition, values: FormValues, context: FormContext): FormProblem[] {
  const unknown = Object.keys(values)
    .filter((key) => !Object.hasOwn(form.properties, key))
    .map((key): FormProblem => ({ path: key, key, label: key, gravity: 'shape', reason: '表单没有这一项' }));
  const required = new Set(form.required ?? []);
  const visible = visibleFields(form, values, context.answers);
  const known = Object.entries(form.properties).flatMap(([key, field]) =>
    visible.has(key) ? fieldProblems(key, field, required.has(key), values, context) : [],
  );
  return [...unknown, ...known];
}

/** What is wrong with one field: one problem, or several in a table. */
export function fieldProblems(key: string, field: FormField, required: boolean, values: FormValues, context: FormContext): FormProblem[] {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (field.type === 'array') return tableProblems(key, field, required, value, values, context);
  const fault =
    field.type === 'object'
      ? addressFault(field, required, value, context)
      : valueFault(field as FormColumn, required, value, values, context);
  return fault ? [{ path: key, key, label: field.title, ...fault }] : [];
}

function addressFault(field: FormField, required: boolean, value: unknown, { regions }: FormContext): FieldFault | null {
  if (value === undefined || (isRecord(value) && isBlankValue(value))) {
    return required ? { gravity: 'missing', reason: blankWords({ type: 'string', title: field.title }) } : null;
  }
  const parts = ['region', 'street', 'words', 'detail'];
  if (
    !isRecord(value) ||
    Object.entries(value).some(([part, text]) => !parts.includes(part) || typeof text !== 'string' || text.length > 200)
  ) {
    return { gravity: 'shape', reason: '填写地址' };
  }
  const region = textOf(value['region']);
  const street = textOf(value['street']);
  if (region === '') return { gravity: 'value', reason: '选择区' };
  if (regions && (!regions.has(region) || (street !== '' && regions.get(street) !== region))) {
    // Codes are chosen, never typed: an unknown one is no slip of the hand.
    return { gravity: 'shape', reason: '没有这个区或街道，重新选择' };
  }
  const hasStreets = regions === undefined || [...regions.values()].includes(region);
  if (street === '' && hasStreets) return { gravity: 'value', reason: '选择街道' };
  return textOf(value['detail']).trim() === '' ? { gravity: 'value', reason: '写明路、门牌和房号' } : null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function tableProblems(
  key: string,
  field: FormField,
  required: boolean,
  value: unknown,
  values: FormValues,
  context: FormContext,
): FormProblem[] {
  const whole = (gravity: FieldGravity, reason: string): FormProblem => ({ path: key, key, label: field.title, gravity, reason });
  if (value !== undefined && (!Array.isArray(value) || !value.every(isRecord))) return [whole('shape', '逐行填写')];
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const most = Math.min(field.maxItems ?? MOST_ROWS, MOST_ROWS);
  if (rows.length > most) return [whole('shape', `最多 ${most} 行，现在 ${rows.length} 行`)];
  const filled = rowsOf(value);
  if (filled.length === 0) return required ? [whole('missing', blankWords({ type: 'string', title: field.title }))] : [];
  const problems = rows.flatMap((row, at) => (isBlankValue(row) ? [] : rowProblems(key, field, at, row, values, context)));
  const least = field.minItems ?? 0;
  if (filled.length < least) problems.push(whole('value', `至少 ${least} 行，现在 ${filled.length} 行`));
  // Sums of rows that are still wrong would only repeat it.
  return problems.length > 0 ? problems : sumProblems(field, filled, values).map((reason) => whole('value', reason));
}

function rowProblems(
  key: string,
  field: FormField,
  at: number,
  row: Record<string, unknown>,
  values: FormValues,
  context: FormContext,
): FormProblem[] {
  const columns = field.items?.properties ?? {};
  const required = new Set(field.items?.required ?? []);
  const label = (title: string) => `${field.title}第 ${at + 1} 行${title}`;
  const unknown = Object.keys(row)
    .filter((column) => !Object.hasOwn(columns, column))
    .map((column): FormProblem => ({
      path: `${key}.${at}.${column}`,
      key,
      label: label(column),
      gravity: 'shape',
      reason: '表格没有这一列',
    }));
  const known = Object.entries(columns).flatMap(([column, cell]) => {
    const fault = valueFault(cell, required.has(column), row[column], { ...values, ...row }, context);
    return fault ? [{ path: `${key}.${at}.${column}`, key, label: label(cell.title), ...fault }] : [];
  });
  return [...unknown, ...known];
}

/** Decimal fractions such as 33.3 % don't add up to the last bit. */
const CLOSE_ENOUGH = 1e-6;

function sumProblems(field: FormField, rows: readonly Record<string, unknown>[], values: FormValues): string[] {
  return (field['x-sums'] ?? []).flatMap((rule) => {
    const column = field.items?.properties[rule.column];
    const wanted = rule.equalsField === undefined ? rule.equals : values[rule.equalsField];
    if (!column || typeof wanted !== 'number') return [];
    const sum = sumOf(rows, rule.column);
    const words = (amount: number) =>
      column.format === 'money' ? `${yuanOf(amount)} 元` : `${Number(amount.toFixed(6))}${column['x-unit'] ? ` ${column['x-unit']}` : ''}`;
    return Math.abs(sum - wanted) <= CLOSE_ENOUGH ? [] : [`${column.title}合计 ${words(sum)}，须为 ${words(wanted)}`];
  });
}

/** The sum of a column; what is no number counts as 0. */
export function sumOf(rows: readonly Readonly<Record<string, unknown>>[], column: string): number {
  return rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0);
}
