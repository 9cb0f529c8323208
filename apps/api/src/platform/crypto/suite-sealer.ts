import { createHash } from 'node:crypto';
import type { CryptoSuite, Keys } from '../config/app-config.js';
import { AesSealer } from './aes-sealer.js';
import { Sealer, UnsealingFailed } from './sealer.js';
import { SmSealer } from './sm-sealer.js';

const SUITE_OF_VERSION = new Map<string | undefined, CryptoSuite>([
  ['a1', 'aes'],
  ['s1', 'sm'],
]);

/** Seals and indexes by the suite of the configuration; opens what either suite sealed, so that a change of suite can be worked through. */
export class SuiteSealer extends Sealer {
  private readonly suites: Readonly<Record<CryptoSuite, Sealer>>;
  private readonly current: Sealer;

  constructor(keys: Keys) {
    super();
    this.suites = { aes: new AesSealer(keys), sm: new SmSealer(keys) };
    this.current = this.suites[keys.suite];
  }

  seal(plaintext: string, purpose: string): string {
    return this.current.seal(plaintext, purpose);
  }

  open(sealed: string, purpose: string): string {
    const suite = SUITE_OF_VERSION.get(sealed.split('.', 1)[0]);
    if (!suite) throw new UnsealingFailed('unknown form');
    return this.suites[suite].open(sealed, purpose);
  }

  blindIndex(plaintext: string, purpose: string): string {
    return this.current.blindIndex(plaintext, purpose);
  }
}

/**
 * What a database remembers of the key and the suite of its blind indexes: with another key or suite nobody would be found any more, and
 * everybody would be entered a second time.
 */
export function indexMark(keys: Pick<Keys, 'suite' | 'blindIndex'>): string {
  return `${keys.suite}:${createHash('sha256').update('index-mark').update(keys.blindIndex).digest('hex').slice(0, 16)}`;
}
