import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../process/error-code.js';
import type { Keys } from './app-config.js';
import { ConfigurationError, type Environment, isProduction } from './environment.js';

const NAMES = ['ENCRYPTION_KEY', 'BLIND_INDEX_KEY', 'SESSION_SECRET'] as const;
type KeyName = (typeof NAMES)[number];
const PURPOSE = {
  ENCRYPTION_KEY: '证件号码、电话的加密密钥',
  BLIND_INDEX_KEY: '证件号码检索用的密钥',
  SESSION_SECRET: '会话密钥',
} as const satisfies Record<KeyName, string>;
/** Values that examples and compose files show; nobody may go live with them. */
const KNOWN_DEFAULTS = /^(change-?me.*|secret|password|default|onewindow|example.*|0+|dGVzdA==)$/i;

/** What `keys.json` holds. The retired keys open what they once sealed, such as an older backup. */
const storedSchema = z.object({
  ENCRYPTION_KEY: z.string(),
  BLIND_INDEX_KEY: z.string(),
  SESSION_SECRET: z.string(),
  ENCRYPTION_KEYS_RETIRED: z.array(z.string()).optional(),
  CRYPTO_SUITE: z.enum(['aes', 'sm']).optional(),
});
export type StoredKeys = z.output<typeof storedSchema>;

/** 32 bytes: base64 or hex of just that, or any passphrase of 16 characters or more, hashed. */
function bytesOf(name: KeyName, value: string): Buffer {
  if (/^[0-9a-f]{64}$/i.test(value)) return Buffer.from(value, 'hex');
  const decoded = Buffer.from(value, 'base64');
  if (decoded.length === 32) return decoded;
  if (value.length >= 16) return createHash('sha256').update(name).update(value).digest();
  throw new ConfigurationError([`${name}（${PURPOSE[name]}）太短：请用 32 字节的 base64，例如 openssl rand -base64 32 的输出。`]);
}

/** The file of generated keys that this installation uses; null where the environment gives all of them. */
export function keysFileOf(environment: Environment, dataDir: string): string | null {
  return isProduction(environment) || NAMES.every((name) => environment[name] !== undefined) ? null : join(dataDir, 'keys.json');
}

/** Reads a file of keys. @throws whatever reading, JSON or the schema throws */
export function readStoredKeys(file: string): StoredKeys {
  return storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function generatedKeys(dataDir: string): StoredKeys {
  const file = join(dataDir, 'keys.json');
  try {
    return readStoredKeys(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      throw new ConfigurationError([`密钥文件 ${file} 读不出来或已损坏：请从备份恢复它；没有它，已加密的号码无法解开。`]);
    }
  }
  mkdirSync(dataDir, { recursive: true });
  const fresh = { ENCRYPTION_KEY: '', BLIND_INDEX_KEY: '', SESSION_SECRET: '' };
  for (const name of NAMES) fresh[name] = randomBytes(32).toString('base64');
  writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return fresh;
}

/** One Chinese sentence for each secret that is missing or a known default. */
export function refusedSecrets(environment: Environment): string[] {
  const sentences: string[] = [];
  for (const name of NAMES) {
    const value = environment[name];
    if (value === undefined) sentences.push(`缺少 ${name}（${PURPOSE[name]}）：生产模式下必须由环境变量给出。`);
    else if (KNOWN_DEFAULTS.test(value)) sentences.push(`${name}（${PURPOSE[name]}）用的是示例值：请换成自己生成的密钥。`);
  }
  return sentences;
}

function keyId(key: Buffer): string {
  return createHash('sha256').update('key-id').update(key).digest('hex').slice(0, 8);
}

/** The keys: from the environment, or outside production generated once and kept in the data folder (0600). */
export function loadKeys(environment: Environment, dataDir: string): Keys {
  const missing = NAMES.some((name) => environment[name] === undefined);
  return keysFrom(environment, missing && !isProduction(environment) ? generatedKeys(dataDir) : undefined);
}

/** The keys of the environment, and for what it does not give those of a file. */
export function keysFrom(environment: Environment, generated: StoredKeys | undefined): Keys {
  const value = (name: KeyName): Buffer => bytesOf(name, environment[name] ?? generated?.[name] ?? '');
  const current = value('ENCRYPTION_KEY');
  const encryption = new Map([[keyId(current), current]]);
  const retired = [
    ...(environment.ENCRYPTION_KEYS_RETIRED ?? '').split(',').filter(Boolean),
    ...(generated?.ENCRYPTION_KEYS_RETIRED ?? []),
  ];
  for (const entry of retired) {
    const key = bytesOf('ENCRYPTION_KEY', entry);
    encryption.set(keyId(key), key);
  }
  return {
    encryption,
    currentEncryptionKeyId: keyId(current),
    blindIndex: value('BLIND_INDEX_KEY'),
    suite: environment.CRYPTO_SUITE ?? generated?.CRYPTO_SUITE ?? 'aes',
    session: value('SESSION_SECRET'),
  };
}
