import type { ItemDefinition } from '@onewindow/contracts';
import { fieldProblems, type FormContext, holdsIdentityNumber, isPersonalFormat } from '@onewindow/domain';
import type { FormValues } from './draft-edits.js';

/** Of days and answers nothing is asked here: only whether the server could keep the value at all. */
const ANY_CONTEXT: FormContext = { today: '2026-01-01', answers: {}, numbers: 'masks' };

/** Can the draft hold the value, right or not? Letters in a number's field can't be stored; a number that is too small can. */
export function canBeKept(form: ItemDefinition['form'], key: string, value: unknown): boolean {
  const field = form.properties[key];
  if (!field) return false;
  if (value === undefined || value === null || value === '') return true;
  // R10.2: a person's number typed where everybody would read it does not go out.
  if (typeof value === 'string' && !isPersonalFormat(field) && holdsIdentityNumber(value)) return false;
  return fieldProblems(key, field, false, { [key]: value }, ANY_CONTEXT).every((problem) => problem.gravity !== 'shape');
}

/** What stays on the screen and does not go out: one slip of the finger must not keep the rest of the draft from being saved. */
export function withUnfit(form: FormValues, unfit: Readonly<Record<string, unknown>>): FormValues {
  return Object.keys(unfit).length === 0 ? form : { ...form, ...(unfit as FormValues) };
}
