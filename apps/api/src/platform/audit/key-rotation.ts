import type { CryptoSuite } from '../config/app-config.js';

/** The action under which a change of keys stands in the audit trail. */
export const KEYS_ROTATED = 'keys.rotated' as const;

/** What the audit trail keeps of a change of keys: never a key, nor a part of one. */
export interface KeyRotation {
  /** The command that did it: no account of the product can. */
  readonly by: 'keys:rotate';
  readonly rows: number;
  /** Null where nothing was indexed before. */
  readonly oldSuite: CryptoSuite | null;
  readonly suite: CryptoSuite;
}

const SUITE_NAMES = { aes: 'AES', sm: 'SM（国密）' } as const satisfies Record<CryptoSuite, string>;

/** In one sentence, as the screen shows it. */
export function keyRotationWords({ rows, oldSuite, suite }: KeyRotation): string {
  const how =
    oldSuite === null || oldSuite === suite
      ? `算法仍是 ${SUITE_NAMES[suite]}`
      : `算法由 ${SUITE_NAMES[oldSuite]} 换成 ${SUITE_NAMES[suite]}`;
  return `命令行停机更换，${rows} 行号码，${how}`;
}
