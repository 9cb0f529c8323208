import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FormDefinition } from './form-definition.js';
import { mergeForms } from './form-merge.js';
import { type EarlierForm, prefilledValues, type PrefillInput } from './form-prefill.js';
import { parseYuan, yuanOf } from './money.js';

const FORM: FormDefinition = {
  type: 'object',
  properties: {
    name: { type: 'string', title: '名称', 'x-source': 'applicant.name' },
    phone: { type: 'string', title: '电话', format: 'phone', 'x-source': 'applicant.phone' },
    address: { type: 'string', title: '地址', 'x-source': ['licence.business.address', 'applicant.address'] },
    account: { type: 'string', title: '账号', 'x-meaning': 'bankAccount' },
    area: { type: 'number', title: '面积' },
    day: { type: 'string', title: '日期', format: 'date' },
    amount: { type: 'number', title: '金额', 'x-once': true },
    online: { type: 'boolean', title: '网络', 'x-source': 'situation.online' },
  },
};
const said: PrefillInput['said'] = {
  'applicant.name': { value: '悦泉', source: 'applicant', note: null },
  'applicant.phone': { value: '138****6021', source: 'applicant', note: null },
  'applicant.address': { value: '旧址', source: 'applicant', note: null },
  'licence.business.address': { value: '执照地址', source: 'licence', note: '营业执照' },
  'situation.online': { value: true, source: 'situation', note: null },
};
const OTHER: FormDefinition = {
  type: 'object',
  properties: { card: { type: 'string', title: '卡号', 'x-meaning': 'bankAccount' }, area: { type: 'number', title: '面积' } },
};
const earlier = (over: Partial<EarlierForm> = {}): EarlierForm => ({
  itemId: 'this',
  form: FORM,
  values: { account: '6222', area: 30, day: '2026-01-01', amount: 5, online: false },
  corrections: {},
  note: '2026-03-11 食品经营许可',
  ...over,
});
const prefill = (over: Partial<PrefillInput> = {}) =>
  prefilledValues({
    itemId: 'this',
    form: FORM,
    said,
    earlier: [],
    context: { today: '2026-10-29', answers: {}, numbers: 'masks' },
    ...over,
  });

describe('type once', () => {
  it('takes the sources in the order that the field names them', () => {
    expect(prefill()).toEqual({
      name: { value: '悦泉', source: 'applicant', note: null, corrected: false },
      phone: { value: '138****6021', source: 'applicant', note: null, corrected: false },
      address: { value: '执照地址', source: 'licence', note: '营业执照', corrected: false },
      online: { value: true, source: 'situation', note: null, corrected: false },
    });
    expect(prefill({ said: { 'applicant.address': { value: '旧址', source: 'applicant', note: null } } })['address']?.value).toBe('旧址');
  });

  it('takes over what earlier cases hold, never days nor what is new each time', () => {
    const found = prefill({ earlier: [earlier({ values: {} }), earlier()] });
    expect(found['account']).toEqual({ value: '6222', source: 'previous', note: '2026-03-11 食品经营许可', corrected: false });
    expect(found['area']?.value).toBe(30);
    expect(found).not.toHaveProperty('day');
    expect(found).not.toHaveProperty('amount');
    expect(found['online']?.value).toBe(true);
  });

  it('knows the meaning over items; a key alone means nothing elsewhere', () => {
    const found = prefill({ earlier: [earlier({ itemId: 'other', form: OTHER, values: { card: '6228', area: 9 } })] });
    expect(found['account']?.value).toBe('6228');
    expect(found).not.toHaveProperty('area');
  });

  it('a correction wins while the source still says what was corrected, and gives way to news', () => {
    const before = earlier({ values: { name: '悦泉沐浴' }, corrections: { name: { source: 'applicant', value: '悦泉' } } });
    expect(prefill({ earlier: [before] })['name']).toMatchObject({ value: '悦泉沐浴', source: 'previous', corrected: true });
    const renamed = { ...said, 'applicant.name': { value: '新名', source: 'applicant' as const, note: null } };
    expect(prefill({ earlier: [before], said: renamed })['name']).toMatchObject({ value: '新名', source: 'applicant' });
    const phone = earlier({ values: { phone: '139****0000' }, corrections: { phone: { source: 'applicant', value: '13800006021' } } });
    expect(prefill({ earlier: [phone] })['phone']).toMatchObject({ value: '139****0000', corrected: true });
  });

  it('R10.2 never puts a mask into an open field', () => {
    const masked = { ...said, 'applicant.name': { value: '440***********0025', source: 'applicant' as const, note: null } };
    expect(prefill({ said: masked })).not.toHaveProperty('name');
  });

  it('leaves out what does not fit', () => {
    expect(prefill({ earlier: [earlier({ values: { area: 'wide', account: '' } })] })).not.toHaveProperty('area');
  });
});

describe('two people on one form', () => {
  it('each keeps what they alone changed; what both changed is a clash', () => {
    const base = { a: 1, b: 1, c: 1, d: 1, t: [{ n: 1 }] };
    expect(mergeForms(base, { a: 2, b: 1, c: 2, t: [{ n: 1 }] }, { a: 1, b: 2, c: 3, d: 1, t: [{ n: 2 }] })).toEqual({
      form: { a: 2, b: 2, c: 3, t: [{ n: 2 }] },
      clashes: [{ key: 'c', mine: 2, theirs: 3 }],
    });
  });

  it('loses nobody’s change', () => {
    const form = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(form, form, form, (base, mine, theirs) => {
        const merged = mergeForms(base, mine, theirs);
        const clashing = new Set(merged.clashes.map(({ key }) => key));
        for (const key of ['a', 'b', 'c']) {
          const wanted = mine[key] === base[key] ? theirs[key] : theirs[key] === base[key] ? mine[key] : theirs[key];
          expect(merged.form[key]).toBe(wanted);
          expect(clashing.has(key)).toBe(mine[key] !== base[key] && theirs[key] !== base[key] && mine[key] !== theirs[key]);
        }
      }),
    );
  });
});

describe('amounts', () => {
  it.each([
    ['1,234.5', 123_450],
    ['１２３４', 123_400],
    ['50 万', 50_000_000],
    ['1.5万元', 1_500_000],
    ['0.01', 1],
    ['-3', -300],
    ['0.001', null],
    ['一百', null],
    ['', null],
  ])('%s', (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen);
  });

  it('are read back as they are shown', () => {
    expect(yuanOf(123_456_780)).toBe('1,234,567.80');
    fc.assert(fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => expect(parseYuan(yuanOf(fen))).toBe(fen)));
  });
});
