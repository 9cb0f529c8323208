import { describe, expect, it } from '@jest/globals';
import { AesSealer, UnsealingFailed } from './aes-sealer.js';

const keys = (current: string, ...others: string[]) => ({
  encryption: new Map([current, ...others].map((id) => [id, Buffer.alloc(32, id)])),
  currentEncryptionKeyId: current,
  blindIndex: Buffer.alloc(32, 'index'),
});
const sealer = new AesSealer(keys('one'));
const ID = '11010519491231002X';

describe('AesSealer', () => {
  it('opens what it sealed, and never seals the same twice alike', () => {
    const sealed = sealer.seal(ID, 'applicant.identity');
    expect(sealed).not.toContain(ID);
    expect(sealer.seal(ID, 'applicant.identity')).not.toBe(sealed);
    expect(sealer.open(sealed, 'applicant.identity')).toBe(ID);
  });

  it('does not open what was moved, changed, cut or sealed by an unknown key', () => {
    const sealed = sealer.seal('张伟', 'applicant.name');
    const [version, keyId, text = ''] = sealed.split('.');
    const changed = `${version}.${keyId}.${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    for (const [value, purpose] of [
      [sealed, 'applicant.phone'],
      [changed, 'applicant.name'],
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
    const rotated = new AesSealer(keys('two', 'one'));
    expect(rotated.open(sealed, 'x')).toBe(ID);
    expect(rotated.seal(ID, 'x').split('.')[1]).toBe('two');
  });

  it('indexes equally under one purpose and one key only', () => {
    const index = sealer.blindIndex(ID, 'identity');
    expect(new AesSealer(keys('two')).blindIndex(ID, 'identity')).toBe(index);
    expect(sealer.blindIndex(ID, 'phone')).not.toBe(index);
    const otherKey = new AesSealer({ ...keys('one'), blindIndex: Buffer.alloc(32, 'other') });
    expect(otherKey.blindIndex(ID, 'identity')).not.toBe(index);
    expect(index).not.toContain(ID);
  });
});
