import pg from 'pg';
import type { AppConfig, Keys } from '../config/app-config.js';
import { ConfigurationError } from '../config/environment.js';
import { indexMark } from '../crypto/suite-sealer.js';
import { StartRefused } from '../process/run.js';
import type { Schema } from './data-source.js';
import { isUnavailable, sqlState } from './database-errors.js';
import { migrate, pendingMigrations } from './migrate.js';

/** What an operator can mend, as a sentence; any other error as it is. */
export function refusalOf(error: unknown): Error {
  const state = sqlState(error);
  if (state === '28P01' || state === '28000') return new StartRefused('数据库拒绝了用户名或密码：请检查 DATABASE_URL。');
  if (state === '3D000') return new StartRefused('数据库服务器上没有 DATABASE_URL 指的库：请先建库，或改正地址。');
  // I/O errors and damaged pages.
  if (state !== undefined && /^(58|XX00[12])/.test(state))
    return new StartRefused(
      `数据库的文件已损坏（${error instanceof Error ? error.message : state}）：请换一个 DATA_DIR，再用 npm run restore 从备份恢复。`,
    );
  if (isUnavailable(error)) return new StartRefused('连不上数据库：请检查 DATABASE_URL 和数据库是否已启动。');
  return error instanceof Error ? error : new Error(String(error));
}

/** Migrates when this process may (DATABASE_OWNER_URL), and refuses a schema that is behind the program. */
export async function assertSchemaCurrent(schema: Schema, config: AppConfig): Promise<void> {
  const { url, ownerUrl } = config.database;
  try {
    if (ownerUrl !== null) await migrate(schema, ownerUrl, url);
    const pending = await pendingMigrations(schema, url);
    if (pending.length === 0) return;
    throw new StartRefused(`数据库结构落后 ${pending.length} 个版本：请给出 DATABASE_OWNER_URL 后重新启动，或先运行 npm run migrate。`);
  } catch (error) {
    throw refusalOf(error);
  }
}

/** In production: no demonstration accounts, each named. */
export async function assertReadyForProduction(config: AppConfig): Promise<void> {
  if (!config.production) return;
  const client = new pg.Client({ connectionString: config.database.url, application_name: 'onewindow-check' });
  await client.connect();
  try {
    const { rows } = await client.query<{ staffNo: string; name: string }>(
      `SELECT staff_no AS "staffNo", name FROM staff WHERE demonstration ORDER BY staff_no`,
    );
    if (rows.length === 0) return;
    throw new ConfigurationError(
      rows.map(({ staffNo, name }) => `演示账号 ${staffNo}（${name}）还在：生产模式不允许，请用没有演示数据的数据库。`),
    );
  } finally {
    await client.end();
  }
}

/**
 * Refuses keys that can't open what this database holds: with the generated keys lost, new ones would be taken in silence and every number
 * would stay shut.
 */
export async function assertKeysOpen({ database, keys }: AppConfig): Promise<void> {
  const client = new pg.Client({ connectionString: database.url, application_name: 'onewindow-check' });
  await client.connect();
  try {
    const { rows } = await client.query<{ sealed: string }>(
      'SELECT identity_sealed AS sealed FROM applicant WHERE identity_sealed IS NOT NULL ORDER BY id DESC LIMIT 1',
    );
    const keyId = rows[0]?.sealed.split('.')[1];
    if (keyId === undefined || keys.encryption.has(keyId)) {
      await assertIndexesFit(client, keys);
      return;
    }
    throw new ConfigurationError([
      `库里的证件号码是用别的密钥加密的（密钥号 ${keyId}），现在的密钥打不开：请放回原来的 keys.json（备份里有一份），或给出原来的 ENCRYPTION_KEY；换过密钥的，把旧的放在 ENCRYPTION_KEYS_RETIRED。`,
    ]);
  } finally {
    await client.end();
  }
}

const MARK_INDEX = `INSERT INTO key_mark (purpose, mark) VALUES ('index', $1) ON CONFLICT DO NOTHING`;

/** The first start marks what the indexes are made with; after that only `npm run keys:rotate` changes it. */
async function assertIndexesFit(client: pg.Client, keys: Keys): Promise<void> {
  const mark = indexMark(keys);
  await client.query(MARK_INDEX, [mark]);
  const { rows } = await client.query<{ mark: string }>(`SELECT mark FROM key_mark WHERE purpose = 'index'`);
  if (rows[0]?.mark === mark) return;
  throw new ConfigurationError([
    '库里的证件号检索是用别的密钥或算法做的（BLIND_INDEX_KEY、CRYPTO_SUITE），照现在的设置谁也查不到：请放回原来的设置，或停机运行 npm run keys:rotate。',
  ]);
}
