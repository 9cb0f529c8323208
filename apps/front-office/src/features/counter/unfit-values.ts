import type { ItemDefinition } from '@onewindow/contracts';
import { holdsIdentityNumber } from '@onewindow/domain';
import type { FormValues } from './draft-edits.js';

type Field = ItemDefinition['form']['properties'][string];

/** Longer is no number of a person. */
const LONGEST_NUMBER = 60;

/** Can the draft hold the value, right or not? Letters in a number's field can't be stored; a number that is too small can. */
export function canBeKept(field: Field | undefined, value: unknown): boolean {
  if (!field) return false;
  if (value === undefined || value === null || value === '') return true;
  switch (field.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      // R10.2: a person's number typed where everybody would read it does not go out.
      return typeof value === 'string' && (isNumberOfPerson(field) ? value.length <= LONGEST_NUMBER : !holdsIdentityNumber(value));
  }
}

function isNumberOfPerson({ format }: Field): boolean {
  return format === 'identity' || format === 'phone';
}

/** What stays on the screen and does not go out: one slip of the finger must not keep the rest of the draft from being saved. */
export function withUnfit(form: FormValues, unfit: Readonly<Record<string, unknown>>): FormValues {
  return Object.keys(unfit).length === 0 ? form : { ...form, ...(unfit as FormValues) };
}
