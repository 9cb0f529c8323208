import { describe, expect, it } from '@jest/globals';
import type { FormDefinition } from './form-definition.js';
import { failingCodes, hasCreditCodes, standingOverrides } from './form-overrides.js';

const FAILING = '91350100M000100Y44';
const RIGHT = '91350100M000100Y43';
const form: FormDefinition = {
  type: 'object',
  properties: {
    partner: { type: 'string', title: '合作方代码', format: 'creditCode' },
    owners: {
      type: 'array',
      title: '股东',
      items: { type: 'object', properties: { code: { type: 'string', title: '代码', format: 'creditCode' } } },
    },
    note: { type: 'string', title: '说明' },
  },
};
const context = { today: '2026-03-02', answers: {}, numbers: 'objects' as const };

describe('R8.2: credit codes of others in a form', () => {
  it('that fail are named where they stand, with their row', () => {
    const values = { partner: FAILING.toLowerCase(), owners: [{ code: RIGHT }, { code: FAILING }] };
    expect(failingCodes(form, values, context)).toEqual([
      { path: 'partner', label: '合作方代码', code: FAILING },
      { path: 'owners.1.code', label: '股东第 2 行代码', code: FAILING },
    ]);
    expect(failingCodes(form, values, { ...context, overrides: { [FAILING]: '与执照一致' } })).toEqual([]);
  });

  it('that are too short or in wrong characters are never let through', () => {
    const overrides = { '9135': '与执照一致', OOOOOOOOOOOOOOOOOO: '与执照一致' };
    for (const partner of Object.keys(overrides)) {
      expect(failingCodes(form, { partner }, { ...context, overrides })).toEqual([]);
    }
  });

  it('keep their override as long as they stand there and a reason is given', () => {
    const told = { [FAILING.toLowerCase()]: ' 与执照一致 ', [RIGHT]: ' ', '91350100M000100Y45': '不在表里' };
    expect(standingOverrides(form, { partner: FAILING, owners: [{ code: FAILING }] }, told)).toEqual([
      { code: FAILING, reason: '与执照一致', fields: ['合作方代码', '股东代码'] },
    ]);
    expect(standingOverrides(form, { partner: RIGHT, note: FAILING }, told)).toEqual([]);
  });

  it('forms without such a field are not looked through', () => {
    expect(hasCreditCodes(form)).toBe(true);
    expect(hasCreditCodes({ type: 'object', properties: { note: { type: 'string', title: '说明' } } })).toBe(false);
  });
});
