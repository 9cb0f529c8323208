/** One field of an application form: the subset of JSON Schema (draft 2020-12) that item versions use. */
export interface FieldSchema {
  type: 'string' | 'number' | 'integer' | 'boolean';
  /** Chinese label. */
  title: string;
  format?: 'date' | 'textarea' | 'address' | 'phone' | 'identity' | 'creditCode' | 'bankAccount' | undefined;
  oneOf?: readonly { const: string | number; title: string }[] | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  pattern?: string | undefined;
  /** Printed inside the input at the right: 人, ㎡. */
  'x-unit'?: string | undefined;
  /** 2 takes the whole row. */
  'x-span'?: 1 | 2 | undefined;
  /** Heading under which the field stands. */
  'x-group'?: string | undefined;
  /** Where a first value comes from, e.g. `applicant.name`. */
  'x-source'?: string | undefined;
  'x-placeholder'?: string | undefined;
}

/** The form of an item version: one flat object. */
export interface FormSchema {
  type: 'object';
  properties: Record<string, FieldSchema>;
  required?: readonly string[] | undefined;
}

/** The form's values by field name. */
export type FormValues = Record<string, unknown>;

/** One thing that is wrong with a form; `path` is the field's name. */
export interface FormProblem {
  path: string;
  /** Chinese, short enough to stand under the field: 至少 1 人. */
  message: string;
}

/** True for a value that has not been given: missing, null, or only blanks. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Long texts take the whole row unless the schema says otherwise. */
export function spanOf(field: FieldSchema): 1 | 2 {
  return field['x-span'] ?? (field.format === 'textarea' || field.format === 'address' ? 2 : 1);
}

/** How many fields are filled, and which required ones are not: 已填 8/9. */
export function formProgress(schema: FormSchema, values: FormValues): { filled: number; total: number; missing: string[] } {
  const names = Object.keys(schema.properties);
  return {
    filled: names.filter((name) => !isBlank(values[name])).length,
    total: names.length,
    missing: (schema.required ?? []).filter((name) => isBlank(values[name])),
  };
}
