import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id, the package's default algorithm: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Letters and digits that nobody mistakes for one another on paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';

/** Hashes a password with argon2id. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password, OPTIONS);
}

let decoy: Promise<string> | undefined;

/**
 * Compares a password with a hash.
 * @param passwordHash null for an unknown person: the same work is done, and the answer is false
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  if (passwordHash === null) {
    decoy ??= hashPassword('nobody has this password');
    await verify(await decoy, password);
    return false;
  }
  return await verify(passwordHash, password);
}

/**
 * A first password, such as `kmpw-4729-tzhe`. The same seed gives the same password: a repeated request can be
 * answered again without the password being stored anywhere.
 */
export function firstPassword(secret: Buffer, seed: string): string {
  const bytes = createHmac('sha256', secret).update('first-password').update(seed).digest();
  const pick = (alphabet: string, from: number): string =>
    [...bytes.subarray(from, from + 4)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${pick(READABLE, 0)}-${pick(DIGITS, 4)}-${pick(READABLE, 8)}`;
}
