import { type Sealer, UnsealingFailed } from '../../platform/index.js';

interface Sealed {
  sealed: string;
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string';
}

/**
 * A JSON value with every sealed number in it sealed anew.
 * @param value as stored
 * @param sealer opens with the old keys and seals with the new one
 * @param path names on the way, without positions in lists: a number is bound to its field, or to its table and column
 * @throws UnsealingFailed when a number opens under no field on its way
 */
export function resealJson(value: unknown, sealer: Sealer, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((one) => resealJson(one, sealer, path));
  if (typeof value !== 'object' || value === null) return value;
  if (isSealed(value)) return { ...value, sealed: resealed(value.sealed, sealer, path) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resealJson(inner, sealer, [...path, key])]));
}

function resealed(sealed: string, sealer: Sealer, path: readonly string[]): string {
  for (const place of [path.slice(0, 1), path.slice(0, 2), path]) {
    const purpose = `case.form.${place.join('.')}`;
    try {
      return sealer.seal(sealer.open(sealed, purpose), purpose);
    } catch (error) {
      if (!(error instanceof UnsealingFailed)) throw error;
    }
  }
  throw new UnsealingFailed(`under ${path.join('.')}`);
}
