import { describe, expect, it } from '@jest/globals';
import { checkNumber, emptyEntry, entryGaps, phoneFault, toApplicantInput } from './applicant-entry.js';

const TODAY = '2026-11-21';
const ID = '11010519491231002X';
const CODE = '91350100M000100Y43';

describe('applicant entry', () => {
  it('checks numbers as they are typed (R8.1, R8.2)', () => {
    expect(checkNumber('idCard', '', TODAY).state).toBe('empty');
    expect(checkNumber('idCard', ID.toLowerCase(), TODAY).state).toBe('ok');
    expect(checkNumber('idCard', '110105194912310021', TODAY)).toMatchObject({ state: 'bad', reason: expect.stringContaining('校验位') });
    expect(checkNumber('creditCode', CODE, TODAY).state).toBe('ok');
    expect(checkNumber('creditCode', '91350100M000100Y44', TODAY).state).toBe('warn');
    expect(checkNumber('passport', 'E12', TODAY).state).toBe('bad');
  });

  it('names what lacks in the order of the fields', () => {
    expect(entryGaps(emptyEntry('natural'), TODAY)).toEqual(['identityNumber', 'name']);
    const company = { ...emptyEntry('legal'), identityNumber: '91350100M000100Y44', name: '某公司', phone: 'abc' };
    expect(entryGaps(company, TODAY)).toEqual(['overrideReason', 'phone']);
  });

  it('asks whose number it is: a representative’s number without a name is not dropped', () => {
    const company = { ...emptyEntry('legal'), identityNumber: CODE, name: '某公司', legalIdentity: ID };
    expect(entryGaps(company, TODAY)).toEqual(['legalName']);
    expect(toApplicantInput({ ...company, legalName: '陈嘉敏' }, TODAY)).toMatchObject({
      legalRepresentative: { name: '陈嘉敏', identityNumber: ID },
    });
  });

  it('says nothing of a short telephone number before it is left, and at once what no number has', () => {
    expect(['', '1', '1380', '+86', '13812346021', '020-5550 6120'].map((phone) => phoneFault(phone, true))).toEqual(Array(6).fill(null));
    expect(phoneFault('138', false)?.state).toBe('bad');
    expect(phoneFault('12ab', true)).toMatchObject({ state: 'bad', reason: expect.stringContaining('电话') });
    expect(phoneFault('1381234602113812346021', true)?.state).toBe('bad');
  });

  it('sends no empty fields, and the reason only for a number that fails', () => {
    const entry = { ...emptyEntry('natural'), identityNumber: ID.toLowerCase(), name: ' 陈嘉敏 ', overrideReason: '旧', phone: '' };
    expect(toApplicantInput(entry, TODAY)).toEqual({ kind: 'natural', name: '陈嘉敏', identityType: 'idCard', identityNumber: ID });
    const company = {
      ...emptyEntry('legal'),
      identityNumber: '91350100M000100Y44',
      name: '某公司',
      overrideReason: '与执照一致',
      legalName: '陈嘉敏',
    };
    expect(toApplicantInput(company, TODAY)).toMatchObject({
      identityOverrideReason: '与执照一致',
      legalRepresentative: { name: '陈嘉敏' },
    });
  });
});
