import type { ItemDefinition } from '@onewindow/contracts';
import { isPersonalFormat } from '@onewindow/domain';

/** An identity or phone number in a stored form: never plain (R10.2). A half-typed one is still text, and hinders acceptance. */
export interface SealedValue {
  sealed: string;
  masked: string;
}

type JsonScalar = string | number | boolean | null;
type Json = JsonScalar | Json[] | { [key: string]: Json };
/** What screens and documents may show of a form. */
export type ShownForm = Record<string, Json>;

/** One field of a form, or a column of a table. */
export type FieldSchema = Omit<ItemDefinition['form']['properties'][string], 'items'>;

/** Is a whole number of this field kept sealed? */
export function isSealedField(field: Pick<FieldSchema, 'format'> | undefined): boolean {
  return isPersonalFormat(field);
}

export function isSealedValue(value: unknown): value is SealedValue {
  return typeof value === 'object' && value !== null && 'sealed' in value && 'masked' in value && typeof value.masked === 'string';
}

/** R10.2: a stored form as screens and documents show it, its numbers masked, those in tables too. */
export function presentForm(form: Readonly<Record<string, unknown>>): ShownForm {
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, presentValue(value)]));
}

/** One value of a stored form as screens show it. */
export function presentValue(value: unknown): Json {
  if (isSealedValue(value)) return value.masked;
  if (Array.isArray(value)) return value.map(presentValue);
  if (typeof value === 'object' && value !== null) return presentForm(value as Record<string, unknown>);
  return value as Json;
}
