import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Keys } from '../../platform/config/app-config.js';

/** Which keys sealed the numbers of a backup, told without telling the keys. */
export const keyMarksSchema = z.object({ encryption: z.array(z.string()), blindIndex: z.string() });
export type KeyMarks = z.output<typeof keyMarksSchema>;

/** The marks of these keys. */
export function marksOf(keys: Pick<Keys, 'encryption' | 'blindIndex'>): KeyMarks {
  const blindIndex = createHash('sha256').update('key-id').update(keys.blindIndex).digest('hex').slice(0, 8);
  return { encryption: [...keys.encryption.keys()], blindIndex };
}

/** Names of the settings whose keys would have to be others, so that what was sealed under these marks opens. */
export function unfitKeys(saved: KeyMarks, keys: Pick<Keys, 'encryption' | 'blindIndex'>): string[] {
  const here = marksOf(keys);
  return [
    ...(saved.encryption.every((id) => here.encryption.includes(id)) ? [] : ['ENCRYPTION_KEY']),
    ...(saved.blindIndex === here.blindIndex ? [] : ['BLIND_INDEX_KEY']),
  ];
}
