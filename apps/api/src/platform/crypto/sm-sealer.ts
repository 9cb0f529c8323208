import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../config/app-config.js';
import { Sealer, UnsealingFailed } from './sealer.js';

const ALGORITHM = 'sm4-cbc';
const VERSION = 's1';
const IV_BYTES = 16;
const MAC_BYTES = 32;
const KEY_BYTES = 16;

/**
 * SM4-CBC, then HMAC-SM3 over purpose, initialisation vector and ciphertext (the runtime has no SM4-GCM). Encryption and authentication use
 * keys of their own, both derived from the one of the configuration. A sealed value reads `s1.<key id>.<base64url of iv, ciphertext, mac>`.
 */
export class SmSealer extends Sealer {
  private readonly derived = new Map<string, { encryption: Buffer; authentication: Buffer }>();

  constructor(private readonly keys: Pick<Keys, 'encryption' | 'currentEncryptionKeyId' | 'blindIndex'>) {
    super();
  }

  seal(plaintext: string, purpose: string): string {
    const keyId = this.keys.currentEncryptionKeyId;
    const { encryption, authentication } = this.keysOf(keyId);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, encryption, iv);
    const sealed = Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final()]);
    return `${VERSION}.${keyId}.${Buffer.concat([sealed, macOf(authentication, purpose, sealed)]).toString('base64url')}`;
  }

  open(sealed: string, purpose: string): string {
    const [version, keyId, text] = sealed.split('.');
    if (version !== VERSION || keyId === undefined || text === undefined) throw new UnsealingFailed('unknown form');
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length < IV_BYTES + ALIGNED + MAC_BYTES) throw new UnsealingFailed('too short');
    const { encryption, authentication } = this.keysOf(keyId);
    const body = bytes.subarray(0, -MAC_BYTES);
    // Authenticated before anything is decrypted.
    if (!timingSafeEqual(macOf(authentication, purpose, body), bytes.subarray(-MAC_BYTES))) throw new UnsealingFailed('changed or moved');
    const decipher = createDecipheriv(ALGORITHM, encryption, body.subarray(0, IV_BYTES));
    return decipher.update(body.subarray(IV_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  blindIndex(plaintext: string, purpose: string): string {
    return createHmac('sm3', this.keys.blindIndex).update(purpose).update('\0').update(plaintext).digest('base64url');
  }

  private keysOf(keyId: string): { encryption: Buffer; authentication: Buffer } {
    const known = this.derived.get(keyId);
    if (known) return known;
    const key = this.keys.encryption.get(keyId);
    if (!key) throw new UnsealingFailed(`no key ${keyId}`);
    const derived = {
      encryption: createHmac('sm3', key).update('sm4').digest().subarray(0, KEY_BYTES),
      authentication: createHmac('sm3', key).update('hmac').digest(),
    };
    this.derived.set(keyId, derived);
    return derived;
  }
}

/** A block: padding makes even an empty text as long. */
const ALIGNED = 16;

function macOf(key: Buffer, purpose: string, body: Buffer): Buffer {
  return createHmac('sm3', key).update(purpose).update('\0').update(body).digest();
}
