import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Keys } from '../config/app-config.js';
import { Sealer, UnsealingFailed } from './sealer.js';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 'a1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM and HMAC-SHA-256. A sealed value reads `a1.<key id>.<base64url of nonce, ciphertext, tag>`. */
export class AesSealer extends Sealer {
  constructor(private readonly keys: Pick<Keys, 'encryption' | 'currentEncryptionKeyId' | 'blindIndex'>) {
    super();
  }

  seal(plaintext: string, purpose: string): string {
    const keyId = this.keys.currentEncryptionKeyId;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.keyOf(keyId), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${keyId}.${sealed.toString('base64url')}`;
  }

  open(sealed: string, purpose: string): string {
    const [version, keyId, text] = sealed.split('.');
    if (version !== VERSION || keyId === undefined || text === undefined) throw new UnsealingFailed('unknown form');
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new UnsealingFailed('too short');
    const decipher = createDecipheriv(ALGORITHM, this.keyOf(keyId), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new UnsealingFailed('changed or moved');
    }
  }

  blindIndex(plaintext: string, purpose: string): string {
    return createHmac('sha256', this.keys.blindIndex).update(purpose).update('\0').update(plaintext).digest('base64url');
  }

  private keyOf(keyId: string): Buffer {
    const key = this.keys.encryption.get(keyId);
    if (!key) throw new UnsealingFailed(`no key ${keyId}`);
    return key;
  }
}
