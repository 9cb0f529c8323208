import type { ItemDefinition } from '@onewindow/contracts';
import { holdsIdentityNumber } from '@onewindow/domain';
import { isSealedValue } from './sealed-values.js';

/**
 * R10.2: fields of a stored form that hold an identity number in the open, with their titles. The fields meant for one are sealed by then;
 * what is left was typed where a code, a name or a remark belongs.
 */
export function exposedNumbers(schema: ItemDefinition['form'], form: Readonly<Record<string, unknown>>): { key: string; label: string }[] {
  return Object.entries(form)
    .filter(([key, value]) => schema.properties[key] !== undefined && isExposed(value))
    .map(([key]) => ({ key, label: schema.properties[key]?.title ?? key }));
}

function isExposed(value: unknown): boolean {
  if (typeof value === 'string') return holdsIdentityNumber(value);
  if (typeof value !== 'object' || value === null || isSealedValue(value)) return false;
  return Object.values(value).some(isExposed);
}
