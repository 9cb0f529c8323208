import type { ItemDefinition } from '@onewindow/contracts';
import type { FieldSchema } from './form-messages.js';

/** An identity or phone number in a stored form: never plain (R10.2). A half-typed one is still text, and hinders acceptance. */
export interface SealedValue {
  sealed: string;
  masked: string;
}

type JsonScalar = string | number | boolean | null;
type Json = JsonScalar | Json[] | { [key: string]: Json };
/** What screens and documents may show of a form. */
export type ShownForm = Record<string, Json>;

/** Is a whole number of this field kept sealed? */
export function isSealedField(field: FieldSchema | undefined): boolean {
  return field?.format === 'identity' || field?.format === 'phone';
}

/** Keys of the fields whose values are kept sealed. */
export function sealedFieldsOf(form: ItemDefinition['form']): string[] {
  return Object.entries(form.properties).flatMap(([key, field]) => (isSealedField(field) ? [key] : []));
}

export function isSealedValue(value: unknown): value is SealedValue {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'masked' in value && typeof value.masked === 'string';
}

/** R10.2: a stored form as screens and documents show it, its numbers masked. */
export function presentForm(form: Readonly<Record<string, unknown>>): ShownForm {
  const shown: ShownForm = {};
  for (const [key, value] of Object.entries(form)) shown[key] = isSealedValue(value) ? value.masked : (value as Json);
  return shown;
}
