import { AppConfig, type DatabaseConfig } from './app-config.js';
import { ConfigurationError, dataDirOf, type Environment, isProduction, readEnvironment } from './environment.js';
import { loadKeys, refusedSecrets } from './keys.js';

const DEFAULT_DATABASE_PASSWORDS = new Set(['postgres', 'password', 'onewindow', 'secret', 'changeme', 'change-me']);

function refusedDatabase(environment: Environment): string[] {
  const sentences: string[] = [];
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL'] as const) {
    const value = environment[name];
    if (value && DEFAULT_DATABASE_PASSWORDS.has(decodeURIComponent(new URL(value).password))) {
      sentences.push(`${name} 里的密码是示例值：请换成自己的密码。`);
    }
  }
  if (environment.S3_ENDPOINT && ['minioadmin', 'secret', ''].includes(environment.S3_SECRET_ACCESS_KEY)) {
    sentences.push('S3_SECRET_ACCESS_KEY 缺失或是示例值：请换成自己的密钥。');
  }
  return sentences;
}

/** Sentences for everything that a production start refuses in the environment. Accounts are checked once the database is open. */
export function productionRefusals(environment: Environment): string[] {
  if (!isProduction(environment)) return [];
  const sentences = [...refusedSecrets(environment), ...refusedDatabase(environment)];
  if (environment.DEMONSTRATION === 'true' || environment.DEMONSTRATION === '1') {
    sentences.push('DEMONSTRATION 已打开：生产模式不允许演示账号和演示数据。');
  }
  return sentences;
}

/** The embedded database when DATABASE_URL is unset; then its connection is only known once it runs. */
export function wantsEmbeddedDatabase(environment: Environment): boolean {
  return environment.DATABASE_URL === undefined;
}

/**
 * Builds the configuration from the environment.
 * @param source usually `process.env`
 * @param database connection of the embedded database, when that is used
 */
export function loadConfig(source: NodeJS.ProcessEnv, database?: Pick<DatabaseConfig, 'url' | 'ownerUrl'>): AppConfig {
  const environment = readEnvironment(source);
  const refusals = productionRefusals(environment);
  if (refusals.length > 0) throw new ConfigurationError(refusals);
  const url = database?.url ?? environment.DATABASE_URL;
  if (url === undefined) throw new ConfigurationError(['缺少 DATABASE_URL：单独启动 main 或 worker 时必须给出数据库地址。']);
  const production = isProduction(environment);
  const dataDir = dataDirOf(environment);
  const demonstration = environment.DEMONSTRATION ?? (database ? 'true' : 'false');
  return new AppConfig(
    production,
    environment.HOST,
    environment.PORT,
    environment.TRUST_PROXY,
    environment.SESSION_IDLE_MINUTES,
    environment.SESSION_HOURS,
    environment.SECURE_COOKIES,
    dataDir,
    loadKeys(environment, dataDir),
    { url, ownerUrl: database?.ownerUrl ?? environment.DATABASE_OWNER_URL ?? null, poolSize: environment.DATABASE_POOL },
    environment.REDIS_URL ?? null,
    environment.S3_ENDPOINT
      ? {
          endpoint: environment.S3_ENDPOINT,
          region: environment.S3_REGION,
          bucket: environment.S3_BUCKET,
          accessKeyId: environment.S3_ACCESS_KEY_ID,
          secretAccessKey: environment.S3_SECRET_ACCESS_KEY,
        }
      : null,
    environment.UPLOAD_LIMIT_MB * 1024 * 1024,
    // At a terminal the program speaks Chinese; JSON lines are for machines that collect them.
    environment.LOG_LEVEL ?? (database ? 'warn' : 'info'),
    environment.ACCESS_LOG_LEVEL ?? environment.LOG_LEVEL ?? (database ? 'warn' : 'info'),
    !production && (demonstration === 'true' || demonstration === '1'),
    environment.REGION_NAME,
    (environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).replace(/\/+$/, ''),
    environment.DEFERRAL_PERCENTAGES,
    environment.CARD_READER_ORIGIN ?? null,
    { announcement: environment.ANNOUNCEMENT ?? null, helpDesk: environment.HELP_DESK ?? null },
    environment.LIGHT_DAYS,
    environment.STALLED_DAYS,
  );
}
