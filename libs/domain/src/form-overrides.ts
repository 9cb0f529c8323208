import { plainCreditCode } from './credit-code.js';
import { type FormDefinition, type FormField, type FormValues, rowsOf } from './form-definition.js';
import { formProblems } from './form-problems.js';
import type { FormContext } from './form-rules.js';

/** A credit code in a form, with where it stands. */
export interface FormCode {
  /** The field; in a table `field.row.column`. */
  path: string;
  /** Chinese: the field's title, in a table with row and column. */
  label: string;
  /** Upper case, without blanks. */
  code: string;
}

/** Has the form a field for a credit code at all? Most have none, and need not be looked through. */
export function hasCreditCodes(form: FormDefinition): boolean {
  return Object.values(form.properties).some(
    (field) => field.format === 'creditCode' || Object.values(field.items?.properties ?? {}).some(({ format }) => format === 'creditCode'),
  );
}

/** R8.2: the codes that fail their check digit and were not let through; each may still be genuine. Hidden fields are not looked at. */
export function failingCodes(form: FormDefinition, values: FormValues, context: FormContext): FormCode[] {
  if (!hasCreditCodes(form)) return [];
  return formProblems(form, values, context).flatMap(({ path, label, overridable }) =>
    overridable ? [{ path, label, code: plainCreditCode(textAt(values, path)) }] : [],
  );
}

function textAt(values: FormValues, path: string): string {
  let value: unknown = values;
  for (const part of path.split('.')) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  return typeof value === 'string' ? value : '';
}

/**
 * R8.2: the overrides that the form still stands on: of codes that are in it, with a reason.
 * @param told by code
 * @returns by the plain code, with the titles of the fields that hold it; a code that was changed loses its override
 */
export function standingOverrides(
  form: FormDefinition,
  values: FormValues,
  told: Readonly<Record<string, string>>,
): { code: string; reason: string; fields: string[] }[] {
  const codes = new Map<string, string[]>();
  const note = (field: Pick<FormField, 'format' | 'title'>, title: string, value: unknown): void => {
    if (field.format !== 'creditCode' || typeof value !== 'string') return;
    const code = plainCreditCode(value);
    const titles = codes.get(code) ?? [];
    codes.set(code, titles.includes(title) ? titles : [...titles, title]);
  };
  for (const [key, field] of Object.entries(form.properties)) {
    note(field, field.title, values[key]);
    for (const row of field.type === 'array' ? rowsOf(values[key]) : []) {
      for (const [column, cell] of Object.entries(field.items?.properties ?? {})) note(cell, `${field.title}${cell.title}`, row[column]);
    }
  }
  return Object.entries(told).flatMap(([text, reason]) => {
    const code = plainCreditCode(text);
    const fields = codes.get(code);
    return fields && reason.trim() !== '' ? [{ code, reason: reason.trim(), fields }] : [];
  });
}
