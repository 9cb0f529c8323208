import type { Condition } from './conditions.js';

/** Formats of the fields of an application form. `money` is whole fen; `attachment` points at a material and holds no value. */
export const FIELD_FORMATS = [
  'date',
  'textarea',
  'address',
  'phone',
  'identity',
  'creditCode',
  'bankAccount',
  'money',
  'attachment',
] as const;
export type FieldFormat = (typeof FIELD_FORMATS)[number];

/** One of the values of a choice. */
export interface FieldOption {
  const: string | number;
  title: string;
}

/** What a single value is: a field of the form, or a column of a table. */
export interface FormColumn {
  type: 'string' | 'number' | 'integer' | 'boolean';
  /** Chinese label. */
  title: string;
  format?: FieldFormat | undefined;
  oneOf?: readonly FieldOption[] | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  pattern?: string | undefined;
  /** Dates: `2026-01-01`, `today`, `today+30d`, `today-18y`, `field:from`. */
  'x-min'?: string | undefined;
  'x-max'?: string | undefined;
  /** Printed inside the input at the right: 人, ㎡. */
  'x-unit'?: string | undefined;
  'x-placeholder'?: string | undefined;
}

/** The column of a table must come to this much: a number, or the value of another field. */
export interface SumRule {
  column: string;
  equals?: number | undefined;
  equalsField?: string | undefined;
}

/** One field of an application form: the part of JSON Schema (draft 2020-12) that item versions use, with our `x-` keys. */
export interface FormField extends Omit<FormColumn, 'type'> {
  /** `array` is a table, `object` a structured address. */
  type: FormColumn['type'] | 'array' | 'object';
  items?: TableRowSchema | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  'x-sums'?: readonly SumRule[] | undefined;
  /** 2 takes the whole row of the two-column form. */
  'x-span'?: 1 | 2 | undefined;
  /** Key of the group under whose heading it stands. */
  'x-group'?: string | undefined;
  /** The field is there while this holds; hidden, it is neither asked for nor stored. */
  'x-when'?: Condition | undefined;
  /** Where a first value comes from, in order: `applicant.name`, `registry.capital`, `licence.<type>.<field>`, `situation.<key>`. */
  'x-source'?: string | readonly string[] | undefined;
  /** What the value means wherever it is asked for: the same meaning in another item is the same value. */
  'x-meaning'?: string | undefined;
  /** New each time: never taken over from an earlier case. */
  'x-once'?: boolean | undefined;
  /** Of an attachment: the code of the material. */
  'x-material'?: string | undefined;
}

/** One row of a table. */
export interface TableRowSchema {
  type: 'object';
  properties: Readonly<Record<string, FormColumn>>;
  required?: readonly string[] | undefined;
}

/** A heading over some fields; hidden, it takes them along. */
export interface FormGroup {
  key: string;
  title: string;
  'x-when'?: Condition | undefined;
}

/** The form of an item version. */
export interface FormDefinition {
  type: 'object';
  properties: Readonly<Record<string, FormField>>;
  required?: readonly string[] | undefined;
  'x-groups'?: readonly FormGroup[] | undefined;
}

/** The values of a form by field: text, numbers, yes or no, rows of a table, addresses. */
export type FormValues = Readonly<Record<string, unknown>>;

/** A structured address: codes of the regions, their names when it was written, and the rest. */
export interface AddressValue {
  region: string;
  street?: string;
  /** Names of region and street: 临江区望湖街道. */
  words?: string;
  detail?: string;
}

/** More rows than this no table may have, whatever it says. */
export const MOST_ROWS = 200;

/** Has the value not been given: missing, null, blanks, or a table without a filled row? */
export function isBlankValue(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isBlankValue);
  if (typeof value === 'object') return Object.values(value).every(isBlankValue);
  return false;
}

/** Is a whole number of this field or column a person's, kept sealed and shown masked (R10.2)? */
export function isPersonalFormat(field: Pick<FormColumn, 'format'> | undefined): boolean {
  return field?.format === 'identity' || field?.format === 'phone';
}

/** The rows of a table that hold anything; `[]` for what is no table. */
export function rowsOf(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is Record<string, unknown> => isRecord(row) && !isBlankValue(row));
}

/** A plain object, neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
