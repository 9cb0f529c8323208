import { describe, expect, it } from '@jest/globals';
import type { CryptoSuite, Keys } from '../config/app-config.js';
import { AesSealer } from './aes-sealer.js';
import { type Sealer, UnsealingFailed } from './sealer.js';
import { SmSealer } from './sm-sealer.js';
import { indexMark, SuiteSealer } from './suite-sealer.js';

const keys = (suite: CryptoSuite, current: string, ...others: string[]): Keys => ({
  encryption: new Map([current, ...others].map((id) => [id, Buffer.alloc(32, id)])),
  currentEncryptionKeyId: current,
  blindIndex: Buffer.alloc(32, 'index'),
  suite,
  session: Buffer.alloc(32, 'session'),
});
const ID = '11010519491231002X';

const SUITES: readonly (readonly [string, CryptoSuite, (suite: Keys) => Sealer])[] = [
  ['AES-256-GCM, HMAC-SHA-256', 'aes', (of) => new AesSealer(of)],
  ['SM4-CBC, HMAC-SM3', 'sm', (of) => new SmSealer(of)],
];

describe.each(SUITES)('%s', (_, suite, make) => {
  const sealer = make(keys(suite, 'one'));

  it.each(['', '1', ID, '张伟', '〇'.repeat(300)])('opens what it sealed, and never seals the same twice alike: %s', (text) => {
    const sealed = sealer.seal(text, 'applicant.identity');
    if (text.length > 3) expect(sealed).not.toContain(text);
    expect(sealer.seal(text, 'applicant.identity')).not.toBe(sealed);
    expect(sealer.open(sealed, 'applicant.identity')).toBe(text);
  });

  it('does not open what was moved, changed anywhere, cut or sealed by an unknown key', () => {
    const sealed = sealer.seal('张伟', 'applicant.name');
    const [version = '', keyId = '', text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
      expect(() => sealer.open(`${version}.${keyId}.${changed.toString('base64url')}`, 'applicant.name')).toThrow(UnsealingFailed);
    }
    for (const [value, purpose] of [
      [sealed, 'applicant.phone'],
      [sealed.slice(0, -4), 'applicant.name'],
      [`${version}.${keyId}.AAAA`, 'applicant.name'],
      [`${version}.other.${text}`, 'applicant.name'],
      [`b9.${keyId}.${text}`, 'applicant.name'],
      ['plain', 'applicant.name'],
    ] as const) {
      expect(() => sealer.open(value, purpose)).toThrow(UnsealingFailed);
    }
  });

  it('opens with a retired key what the new one no longer seals', () => {
    const sealed = sealer.seal(ID, 'x');
    const rotated = make(keys(suite, 'two', 'one'));
    expect(rotated.open(sealed, 'x')).toBe(ID);
    expect(rotated.seal(ID, 'x').split('.')[1]).toBe('two');
  });

  it('indexes equally under one purpose and one key only', () => {
    const index = sealer.blindIndex(ID, 'identity');
    expect(make(keys(suite, 'two')).blindIndex(ID, 'identity')).toBe(index);
    expect(sealer.blindIndex(ID, 'phone')).not.toBe(index);
    expect(make({ ...keys(suite, 'one'), blindIndex: Buffer.alloc(32, 'other') }).blindIndex(ID, 'identity')).not.toBe(index);
    expect(index).not.toContain(ID);
  });
});

describe('SmSealer', () => {
  // GB/T 32905 A.1: the digest of "abc"; GB/T 32907 A.1: one block under the example's key, as the runtime computes them.
  it('uses the published algorithms', async () => {
    const { createCipheriv, createHash } = await import('node:crypto');
    expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(cipher.update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
});

describe('SuiteSealer', () => {
  it('seals by the configured suite and opens what either sealed', () => {
    const [aes, sm] = [new SuiteSealer(keys('aes', 'one')), new SuiteSealer(keys('sm', 'one'))];
    const [old, fresh] = [aes.seal(ID, 'x'), sm.seal(ID, 'x')];
    expect([old.slice(0, 3), fresh.slice(0, 3)]).toEqual(['a1.', 's1.']);
    expect([sm.open(old, 'x'), aes.open(fresh, 'x')]).toEqual([ID, ID]);
    expect(sm.blindIndex(ID, 'identity')).not.toBe(aes.blindIndex(ID, 'identity'));
    expect(() => aes.open('x1.one.AAAA', 'x')).toThrow(UnsealingFailed);
  });

  it('marks key and suite of its indexes without telling the key', () => {
    const mark = indexMark(keys('sm', 'one'));
    expect(mark).toMatch(/^sm:[0-9a-f]{16}$/);
    expect(indexMark(keys('aes', 'one'))).not.toBe(mark);
    expect(indexMark(keys('sm', 'two'))).toBe(mark);
    expect(indexMark({ ...keys('sm', 'one'), blindIndex: Buffer.alloc(32, 'other') })).not.toBe(mark);
  });
});
