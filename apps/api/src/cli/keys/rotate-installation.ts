import pg from 'pg';
import type { CryptoSuite, Keys } from '../../platform/config/app-config.js';
import type { Environment } from '../../platform/config/environment.js';
import { keysFrom, type StoredKeys } from '../../platform/config/keys.js';
import { indexMark } from '../../platform/crypto/suite-sealer.js';
import { StartRefused } from '../../platform/process/run.js';
import { adoptNextKeys, prepareNextKeys, waitingKeys } from './next-keys.js';
import { rotateKeys, type RotationReport } from './rotate-keys.js';

export interface InstallationInput {
  readonly environment: Environment;
  /** Where generated keys lie; null where the environment gives them. */
  readonly keysFile: string | null;
  readonly suite: CryptoSuite | undefined;
  readonly ownerUrl: string;
  readonly url: string;
  say(words: string): void;
}

/**
 * New keys for this installation. Where they are generated, new ones are made, the database is brought under them, and they take the place
 * of the old ones; killed between the last two, the next run only finishes. Where the environment gives them, the database is brought
 * under those of the environment.
 * @returns null when an interrupted rotation only had to be finished
 */
export async function rotateInstallation(input: InstallationInput): Promise<RotationReport | null> {
  const { environment, keysFile, suite, say } = input;
  if (keysFile === null) {
    if (suite !== undefined) throw new StartRefused('密钥由环境变量给出：算法用 CRYPTO_SUITE 设定，这里不接受 --suite。');
    return await rotateKeys({ ...input, keys: keysFrom(environment, undefined) });
  }
  const keysOf = (stored: StoredKeys): Keys => keysFrom(environment, stored);
  const waiting = waitingKeys(keysFile);
  if (waiting && (await markOf(input.ownerUrl)) === indexMark(keysOf(waiting))) {
    adoptNextKeys(keysFile);
    say('上次换密钥时数据已经换好，只差放上新密钥：现在放好了');
    return null;
  }
  const report = await rotateKeys({ ...input, keys: keysOf(prepareNextKeys(keysFile, suite)) });
  adoptNextKeys(keysFile);
  return report;
}

async function markOf(ownerUrl: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'onewindow-keys' });
  await client.connect();
  try {
    const { rows } = await client.query<{ mark: string }>(`SELECT mark FROM key_mark WHERE purpose = 'index'`);
    return rows[0]?.mark;
  } finally {
    await client.end();
  }
}
