import type { FormValues } from './form-definition.js';
import { saysTheSame } from './form-prefill.js';

/** A field that two people changed to different values. */
export interface FormClash {
  key: string;
  mine: unknown;
  theirs: unknown;
}

/**
 * Lays one person's changes over another's, field by field: what only one of them changed is taken from them; what both changed alike
 * stays; what both changed differently is a clash, which holds the other's value until somebody chooses.
 * @param base the form that both began from
 */
export function mergeForms(
  base: FormValues,
  mine: FormValues,
  theirs: FormValues,
): { form: Record<string, unknown>; clashes: FormClash[] } {
  const form = new Map(Object.entries(theirs));
  const clashes: FormClash[] = [];
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (saysTheSame(mine[key], base[key]) || saysTheSame(mine[key], theirs[key])) continue;
    if (!saysTheSame(theirs[key], base[key])) {
      clashes.push({ key, mine: mine[key], theirs: theirs[key] });
      continue;
    }
    if (mine[key] === undefined) form.delete(key);
    else form.set(key, mine[key]);
  }
  return { form: Object.fromEntries(form), clashes };
}
