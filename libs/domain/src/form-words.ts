import { type FormColumn, type FormDefinition, type FormField, type FormValues, isRecord, rowsOf } from './form-definition.js';
import { maskedAs } from './form-prefill.js';
import { sectionsOf, visibleFields } from './form-parts.js';
import { sumOf } from './form-problems.js';
import { yuanOf } from './money.js';

/** A table of a form in words. */
export interface FormTableWords {
  columns: readonly { key: string; title: string; isNumber: boolean }[];
  rows: readonly (readonly string[])[];
  /** Of the columns that must come to something; '' under the others. Empty without such a column. */
  sums: readonly string[];
}

/** One field as it is read. */
export interface FormRowWords {
  key: string;
  title: string;
  /** Empty when the applicant gave none; of a table how many rows there are. */
  words: string;
  /** Takes the whole width. */
  wide: boolean;
  required: boolean;
  table: FormTableWords | null;
}

/** A single value as people read it: choices by their words, amounts in 元, numbers of persons masked. '' for nothing. */
export function valueWords(field: Pick<FormColumn, 'format' | 'oneOf' | 'x-unit'>, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isRecord(value)) {
    if (typeof value['masked'] === 'string') return value['masked'];
    return [value['words'], value['detail']].filter((part) => typeof part === 'string').join('');
  }
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const choice = field.oneOf?.find((option) => option.const === value);
  if (choice) return choice.title;
  if (field.format === 'money' && typeof value === 'number') return `${yuanOf(value)} 元`;
  return field['x-unit'] ? `${value} ${field['x-unit']}` : String(value);
}

/** A field of a form as people read it; of a table how many rows there are. */
export function fieldWords(field: FormField, value: unknown): string {
  if (field.type !== 'array') return valueWords(field, value);
  const { length } = rowsOf(value);
  return length === 0 ? '' : `${length} 行`;
}

/** R10.2: a field's value beside the control, where nobody types: numbers of persons masked although the screen still knows them whole. */
export function fieldWordsMasked(field: FormField, value: unknown): string {
  const isNumber = field.format === 'identity' || field.format === 'phone';
  return isNumber && typeof value === 'string' ? maskedAs(field, value) : fieldWords(field, value);
}

/** A form as it is read: the fields that are there, under their headings; values that the form does not know come last under their key. */
export function formInWords(
  form: FormDefinition,
  values: FormValues,
  answers: FormValues,
): { title: string | null; rows: FormRowWords[] }[] {
  const required = new Set(form.required ?? []);
  const sections = sectionsOf(form, visibleFields(form, values, answers)).map(({ title, fields }) => ({
    title,
    rows: fields.flatMap((key) => {
      const field = form.properties[key];
      return field && field.format !== 'attachment' ? [rowWords(key, field, required.has(key), values[key])] : [];
    }),
  }));
  const unknown = Object.keys(values).filter((key) => !(key in form.properties));
  if (unknown.length === 0) return sections;
  const rows = unknown.map((key) => ({ key, title: key, words: valueWords({}, values[key]), wide: false, required: false, table: null }));
  return [...sections, { title: null, rows }];
}

function rowWords(key: string, field: FormField, required: boolean, value: unknown): FormRowWords {
  const table = field.type === 'array' ? tableWords(field, value) : null;
  const isLong = field.format === 'textarea' || field.format === 'address';
  return {
    key,
    title: field.title,
    words: fieldWords(field, value),
    wide: table !== null || (field['x-span'] ?? (isLong ? 2 : 1)) === 2,
    required,
    table,
  };
}

/** A table in words. */
export function tableWords(field: FormField, value: unknown): FormTableWords {
  const columns = Object.entries(field.items?.properties ?? {});
  const rows = rowsOf(value);
  const summed = new Set(field['x-sums']?.map(({ column }) => column));
  return {
    columns: columns.map(([key, { title, type, oneOf }]) => ({
      key,
      title,
      isNumber: oneOf === undefined && (type === 'number' || type === 'integer'),
    })),
    rows: rows.map((row) => columns.map(([key, column]) => valueWords(column, row[key]))),
    sums:
      summed.size === 0
        ? []
        : columns.map(([key, column]) => (summed.has(key) ? valueWords(column, Number(sumOf(rows, key).toFixed(6))) : '')),
  };
}
