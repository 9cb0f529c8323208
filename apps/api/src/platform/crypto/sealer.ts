/**
 * Keeps identity and phone numbers: sealed in one column, found again through a keyed blind index in another.
 * AES-256-GCM with HMAC-SHA-256 by default; SM4 and SM3 come by configuration, each under its own key id.
 */
export abstract class Sealer {
  /** Encrypts. `purpose` is bound to the ciphertext: a value moved to another column does not open. */
  abstract seal(plaintext: string, purpose: string): string;
  /** Decrypts what `seal` made with any known key; throws when it was changed or moved. */
  abstract open(sealed: string, purpose: string): string;
  /** The same value under the same purpose always gives the same index; the value can't be found from it without the key. */
  abstract blindIndex(plaintext: string, purpose: string): string;
}

/** The sealed text was changed, moved to another column, or its key is not here. */
export class UnsealingFailed extends Error {
  constructor(reason: string) {
    super(`A sealed value does not open: ${reason}`);
  }
}
