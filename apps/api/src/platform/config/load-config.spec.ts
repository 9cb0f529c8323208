import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError, ENVIRONMENT_NAMES, readEnvironment } from './environment.js';
import { loadConfig, wantsEmbeddedDatabase } from './load-config.js';

const EMBEDDED = { url: 'postgresql://a:b@127.0.0.1:1/x', ownerUrl: 'postgresql://o:b@127.0.0.1:1/x' };
let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'onewindow-config-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function refusals(source: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig({ DATA_DIR: dataDir, ...source });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.sentences;
    throw error;
  }
}

describe('loadConfig', () => {
  it('makes keys once for an installation, readable by nobody else', () => {
    const first = loadConfig({ DATA_DIR: dataDir }, EMBEDDED);
    const second = loadConfig({ DATA_DIR: dataDir }, EMBEDDED);
    expect(second.keys).toEqual(first.keys);
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(first).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      production: false,
      demonstration: true,
      logLevel: 'warn',
      sessionIdleMinutes: 30,
      sessionHours: 12,
    });
  });

  it('does not make new keys in place of broken ones: sealed numbers would be lost', () => {
    const file = join(dataDir, 'keys.json');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, '{}');
    expect(() => loadConfig({ DATA_DIR: dataDir }, EMBEDDED)).toThrow(/已损坏/);
    writeFileSync(file, good);
  });

  it('names every faulty setting at once', () => {
    expect(refusals({ PORT: 'x', SESSION_IDLE_MINUTES: '0', SESSION_HOURS: '0.5', REDIS_URL: 'http://a' })).toHaveLength(4);
  });

  it('treats an empty setting like an absent one', () => {
    expect(loadConfig({ DATA_DIR: dataDir, PORT: '', HOST: '', REDIS_URL: '', S3_ENDPOINT: '' }, EMBEDDED)).toMatchObject({
      port: 3000,
      redisUrl: null,
      s3: null,
    });
    expect(wantsEmbeddedDatabase(readEnvironment({ DATABASE_URL: '' }))).toBe(true);
  });

  it('takes keys as hex, base64 or long words, and opens with retired ones', () => {
    const key = Buffer.alloc(32, 5);
    const base = { DATA_DIR: dataDir, BLIND_INDEX_KEY: 'a long enough sentence', SESSION_SECRET: key.toString('base64') };
    const hex = loadConfig(
      { ...base, ENCRYPTION_KEY: key.toString('hex'), ENCRYPTION_KEYS_RETIRED: Buffer.alloc(32, 6).toString('base64') },
      EMBEDDED,
    );
    expect([...hex.keys.encryption.values()]).toEqual([key, Buffer.alloc(32, 6)]);
    expect(hex.keys.session).toEqual(key);
    expect(hex.keys.blindIndex).toHaveLength(32);
  });

  it('asks a process of its own for its database', () => {
    expect(refusals({})).toEqual([expect.stringMatching(/缺少 DATABASE_URL/)]);
  });

  it('refuses default secrets in production, each by name', () => {
    const names = refusals({
      ONEWINDOW_MODE: 'production',
      DATABASE_URL: 'postgresql://a:postgres@h/x',
      SESSION_SECRET: 'secret',
      S3_ENDPOINT: 'http://s3',
      S3_SECRET_ACCESS_KEY: 'minioadmin',
    });
    expect(names.map((sentence) => /[A-Z][A-Z0-9_]{5,}/.exec(sentence)?.[0])).toEqual([
      'ENCRYPTION_KEY',
      'BLIND_INDEX_KEY',
      'SESSION_SECRET',
      'DATABASE_URL',
      'S3_SECRET_ACCESS_KEY',
    ]);
  });

  it('never shows the demonstration in production', () => {
    const secrets = Object.fromEntries(
      ['ENCRYPTION_KEY', 'BLIND_INDEX_KEY', 'SESSION_SECRET'].map((name, i) => [name, Buffer.alloc(32, i + 1).toString('base64')]),
    );
    expect(loadConfig({ DATA_DIR: dataDir, NODE_ENV: 'production', ...secrets }, EMBEDDED)).toMatchObject({
      production: true,
      demonstration: false,
    });
  });

  it('lets browsers speak to a card reader on their own machine alone', () => {
    expect(loadConfig({ DATA_DIR: dataDir }, EMBEDDED).cardReaderOrigin).toBeNull();
    const origin = 'http://127.0.0.1:17321';
    expect(loadConfig({ DATA_DIR: dataDir, CARD_READER_ORIGIN: origin }, EMBEDDED).cardReaderOrigin).toBe(origin);
    for (const wrong of ['http://10.0.0.5:17321', 'https://127.0.0.1:1', "http://127.0.0.1:1 'unsafe-inline'"]) {
      expect(refusals({ CARD_READER_ORIGIN: wrong })).toEqual([expect.stringContaining('CARD_READER_ORIGIN')]);
    }
  });

  it('R4.1 takes the percentages of the credit grades from the environment, and refuses what is none', () => {
    const percentages = (value: string) => loadConfig({ DATA_DIR: dataDir, DEFERRAL_PERCENTAGES: value }, EMBEDDED).deferralPercentages;
    expect(loadConfig({ DATA_DIR: dataDir }, EMBEDDED).deferralPercentages).toEqual({ A: 30, B: 20, C: 0 });
    expect(percentages('50,25,10')).toEqual({ A: 50, B: 25, C: 10 });
    for (const wrong of ['30,20', '120,20,0', 'a,b,c', '-1,0,0']) expect(() => percentages(wrong)).toThrow(/DEFERRAL_PERCENTAGES/);
  });

  it('every setting of an installation reaches its containers', () => {
    // What the images themselves say, and what only a single process at a desk asks for.
    const own = new Set(['ONEWINDOW_MODE', 'HOST', 'PORT', 'DATA_DIR', 'DEMONSTRATION', 'S3_REGION']);
    const compose = readFileSync(new URL('../../../../../docker-compose.yml', import.meta.url), 'utf8');
    const missing = ENVIRONMENT_NAMES.filter((name) => !own.has(name) && !new RegExp(`^ +${name}: `, 'm').test(compose));
    expect(missing).toEqual([]);
  });

  it('R1.8, R5.7 takes the days of the lights and of stalled work from the environment, and refuses what is none', () => {
    const days = (settings: NodeJS.ProcessEnv) => {
      const { lights, stalledAfter } = loadConfig({ DATA_DIR: dataDir, ...settings }, EMBEDDED);
      return [lights.redBelow, lights.yellowThrough, stalledAfter];
    };
    expect(days({})).toEqual([0, 2, 3]);
    expect(days({ LIGHT_DAYS: '', STALLED_DAYS: '' })).toEqual([0, 2, 3]);
    expect(days({ LIGHT_DAYS: '1,5', STALLED_DAYS: '2' })).toEqual([1, 5, 2]);
    for (const wrong of ['5', '3,1', '-1,2', 'a,b', '1,2,3']) expect(() => days({ LIGHT_DAYS: wrong })).toThrow(/LIGHT_DAYS/);
    for (const wrong of ['0', '61', '1.5', 'x']) expect(() => days({ STALLED_DAYS: wrong })).toThrow(/STALLED_DAYS/);
  });
});
