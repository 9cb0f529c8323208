import {
  DEFAULT_DEFERRAL_PERCENTAGES,
  DEFAULT_LIGHT_THRESHOLDS,
  DEFAULT_STALLED_AFTER,
  type DeferralPercentages,
  type LightThresholds,
} from '@onewindow/domain';

/** AES-256-GCM with HMAC-SHA-256, or SM4-CBC with HMAC-SM3. */
export type CryptoSuite = 'aes' | 'sm';

/** How the keys of this installation are held: sealing of columns, blind indexes, session tokens. */
export interface Keys {
  /** 32 bytes each, by key id; the first one seals, all of them open. */
  readonly encryption: ReadonlyMap<string, Buffer>;
  readonly currentEncryptionKeyId: string;
  readonly blindIndex: Buffer;
  /** Which algorithms seal and index from now on; what the other suite sealed still opens. */
  readonly suite: CryptoSuite;
  readonly session: Buffer;
}

export interface S3Config {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface DatabaseConfig {
  /** Connection of the application's role, which can't alter the schema. */
  readonly url: string;
  /** Connection of the schema's owner; only migrations and operations use it. Null where this process must not migrate. */
  readonly ownerUrl: string | null;
  readonly poolSize: number;
}

export interface SignInNotes {
  readonly announcement: string | null;
  readonly helpDesk: string | null;
}

/** Everything the environment may say, checked once at start. */
export class AppConfig {
  constructor(
    readonly production: boolean,
    readonly host: string,
    readonly port: number,
    /** Hosts that may forward: a list for Fastify's `trustProxy`. */
    readonly trustProxy: string,
    readonly sessionIdleMinutes: number,
    /** A session ends this long after its sign-in, however busy it is. */
    readonly sessionHours: number,
    /** Cookies carry `Secure`: TLS ends at the proxy. */
    readonly secureCookies: boolean,
    readonly dataDir: string,
    readonly keys: Keys,
    readonly database: DatabaseConfig,
    readonly redisUrl: string | null,
    readonly s3: S3Config | null,
    readonly uploadLimitBytes: number,
    readonly logLevel: string,
    /** Level of the lines that tell of each request: `info` for all, `error` for those that failed. */
    readonly accessLogLevel: string,
    /** Demonstration accounts are loaded and listed on the sign-in page. */
    readonly demonstration: boolean,
    readonly regionName: string,
    /** Address under which citizens reach the system, without a slash at its end. */
    readonly publicUrl: string,
    /** R4.1: percent of the required materials that each credit grade may defer. */
    readonly deferralPercentages: DeferralPercentages = DEFAULT_DEFERRAL_PERCENTAGES,
    /** Where the card reader's bridge of each workstation listens; browsers may speak to it (docs/devices.md). */
    readonly cardReaderOrigin: string | null = null,
    /** What the sign-in pages say: 今天 and 帮助. */
    readonly signInNotes: SignInNotes = { announcement: null, helpDesk: null },
    /** R1.8: when a due date is urgent, in working days. */
    readonly lights: LightThresholds = DEFAULT_LIGHT_THRESHOLDS,
    /** R5.7: from how many working days on work has stalled. */
    readonly stalledAfter: number = DEFAULT_STALLED_AFTER,
  ) {}
}
