import { availableParallelism } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { DEFAULT_LIGHT_THRESHOLDS, DEFAULT_STALLED_AFTER } from '@onewindow/domain';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .optional()
  .transform((value) => value === 'true' || value === '1');
const unset = (value: unknown): unknown => (value === '' ? undefined : value);
const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema.optional());

const percentages = z
  .string()
  .regex(/^\d{1,3},\d{1,3},\d{1,3}$/, '填三个百分数，A、B、C 级，用逗号隔开，如 30,20,0')
  .transform((value) => {
    const [A = 0, B = 0, C = 0] = value.split(',').map(Number);
    return { A, B, C };
  })
  .refine(({ A, B, C }) => Math.max(A, B, C) <= 100, '百分数不能超过 100');

const lightDays = z
  .string()
  .regex(/^\d{1,2},\d{1,2}$/, '填两个工作日数：剩得比前一个少亮红灯，剩后一个及以下亮黄灯，如 0,2')
  .transform((value) => {
    const [redBelow = 0, yellowThrough = 0] = value.split(',').map(Number);
    return { redBelow, yellowThrough };
  })
  .refine(({ redBelow, yellowThrough }) => redBelow <= yellowThrough, '黄灯的天数不能比红灯的少');

/** The environment variables that the program reads, and no others. */
const environmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  ONEWINDOW_MODE: optional(z.enum(['production', 'development', 'demonstration'])),
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65_535).default(3000)),
  /** Address under which citizens reach the system; the QR code of every notice leads there. */
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  TRUST_PROXY: z.preprocess(unset, z.string().default('loopback')),
  SESSION_IDLE_MINUTES: z.preprocess(unset, z.coerce.number().int().min(1).max(720).default(30)),
  SESSION_HOURS: z.preprocess(unset, z.coerce.number().int().min(1).max(168).default(12)),
  SECURE_COOKIES: flag,
  DATA_DIR: z.preprocess(unset, z.string().default('.data')),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_OWNER_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  // Each connection plans its statements anew: more of them than the processors keep busy only costs.
  DATABASE_POOL: z.preprocess(
    unset,
    z.coerce
      .number()
      .int()
      .min(2)
      .max(200)
      .default(Math.max(8, 4 * availableParallelism())),
  ),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  S3_ENDPOINT: optional(z.url()),
  S3_REGION: z.preprocess(unset, z.string().default('us-east-1')),
  S3_BUCKET: z.preprocess(unset, z.string().default('onewindow')),
  S3_ACCESS_KEY_ID: z.string().default(''),
  S3_SECRET_ACCESS_KEY: z.string().default(''),
  UPLOAD_LIMIT_MB: z.preprocess(unset, z.coerce.number().int().min(1).max(500).default(20)),
  LOG_LEVEL: optional(logLevel),
  /** One line for each request, from this level on; LOG_LEVEL's when absent. */
  ACCESS_LOG_LEVEL: optional(logLevel),
  ENCRYPTION_KEY: optional(z.string()),
  /** Retired encryption keys, separated by commas: they open what they once sealed. */
  ENCRYPTION_KEYS_RETIRED: optional(z.string()),
  BLIND_INDEX_KEY: optional(z.string()),
  SESSION_SECRET: optional(z.string()),
  /** Algorithms for numbers of persons: AES-256-GCM and HMAC-SHA-256, or SM4-CBC and HMAC-SM3. Changed by `npm run keys:rotate`. */
  CRYPTO_SUITE: optional(z.enum(['aes', 'sm'])),
  DEMONSTRATION: optional(z.enum(['true', 'false', '1', '0'])),
  /** R4.1: percent of the required materials that grades A, B and C may defer. */
  DEFERRAL_PERCENTAGES: z.preprocess(unset, percentages.default({ A: 30, B: 20, C: 0 })),
  /** R1.8: working days. Red below the first, yellow through the second. */
  LIGHT_DAYS: z.preprocess(unset, lightDays.default(DEFAULT_LIGHT_THRESHOLDS)),
  /** R5.7: working days after which work that nobody touched has stalled. */
  STALLED_DAYS: z.preprocess(unset, z.coerce.number().int().min(1).max(60).default(DEFAULT_STALLED_AFTER)),
  /** Address on each workstation under which the bridge of its card reader answers. */
  CARD_READER_ORIGIN: optional(
    z.string().regex(/^http:\/\/(127\.0\.0\.1|localhost):\d{1,5}$/, '只能是本机地址，如 http://127.0.0.1:17321'),
  ),
  REGION_NAME: z.preprocess(unset, z.string().default('临江区')),
  /** On the sign-in pages: what is different today, and who helps. */
  ANNOUNCEMENT: optional(z.string().max(200)),
  HELP_DESK: optional(z.string().max(100)),
});
export type Environment = z.output<typeof environmentSchema>;
/** Their names. */
export const ENVIRONMENT_NAMES: readonly string[] = Object.keys(environmentSchema.shape);

/** A setting can't be used. `sentences` are Chinese, one for each setting. */
export class ConfigurationError extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
  }
}

/** Reads and checks the environment. Throws `ConfigurationError` that names every faulty setting. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const result = environmentSchema.safeParse(source);
  if (result.success) return result.data;
  throw new ConfigurationError(result.error.issues.map((issue) => `环境变量 ${issue.path.join('.')} 的值不对：${issue.message}。`));
}

/** The data folder as an absolute path. */
export function dataDirOf(environment: Environment): string {
  return isAbsolute(environment.DATA_DIR) ? environment.DATA_DIR : resolve(process.cwd(), environment.DATA_DIR);
}

/** True when this is a real installation: no default secrets, no demonstration accounts. */
export function isProduction(environment: Environment): boolean {
  return environment.ONEWINDOW_MODE === 'production' || (environment.ONEWINDOW_MODE === undefined && environment.NODE_ENV === 'production');
}
