import type { SealedRecord } from './vault-store.js';

const IV_BYTES = 12;

/** A key that can seal and open, and cannot be read out. */
export function newSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** AES-GCM over the value as JSON; the record's name is bound in, so that no record can be passed off as another. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<SealedRecord> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, key, text);
  return { iv, bytes };
}

/** Throws when the record was changed, or sealed with another key or name. */
export async function unseal(key: CryptoKey, name: string, { iv, bytes }: SealedRecord): Promise<unknown> {
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text));
}

const PLAIN_TAG_LENGTH = 8;

/**
 * A mark of a session that tells nothing of it; without cryptography (an address without HTTPS) its beginning, too little to stand for it.
 * @param secret the session's CSRF token
 */
export async function tagOf(secret: string): Promise<string> {
  if (!globalThis.crypto?.subtle) return secret.slice(0, PLAIN_TAG_LENGTH);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`onewindow vault ${secret}`));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
