import { describe, expect, it } from '@jest/globals';
import { makeCreditCode, makeItemCode } from '@onewindow/domain';
import { countWords, NO_FILTERS, nothingWords, readFilters, readQuestion, writeFilters } from './search-question.js';

const TODAY = '2026-11-21';

describe('readQuestion', () => {
  it('knows numbers by their shape and check digit', () => {
    expect(readQuestion('440199 20261029 000318 9', TODAY)).toEqual({ kind: 'caseNo', caseNo: '440199202610290003189' });
    expect(readQuestion('11010519491231002x', TODAY)).toEqual({ kind: 'identity', number: '11010519491231002X' });
    expect(readQuestion('91350100M000100Y43', TODAY)).toEqual({ kind: 'identity', number: '91350100M000100Y43' });
    expect(readQuestion('13800006021', TODAY)).toEqual({ kind: 'phone', number: '13800006021' });
    expect(readQuestion(' 悦泉沐浴 ', TODAY)).toEqual({ kind: 'name', q: '悦泉沐浴' });
  });

  it('knows the numbers of a person however they are written, so that none is taken for a name and stands in the address (R10.2)', () => {
    const phone = { kind: 'phone', number: '13800006021' };
    for (const text of ['138-0000-6021', '+86 138 0000 6021', '１３８００００６０２１']) expect(readQuestion(text, TODAY)).toEqual(phone);
    expect(readQuestion('110105-19491231-002X', TODAY)).toEqual({ kind: 'identity', number: '11010519491231002X' });
    expect(readQuestion('王建国 13800006021', TODAY)).toMatchObject({ kind: 'nearly' });
  });

  it('knows papers that are no resident card, so that they stand in no address and are found (R10.2)', () => {
    const identity = (number: string) => ({ kind: 'identity', number });
    // Passport, Hong Kong and Macao, Taiwan, a card of Hong Kong with its check, a passport of letters and figures.
    for (const number of ['E12345678', 'EA1234567', 'H12345678', 'M1234567801', '12345678', 'A123456(7)', 'C01X00T47'])
      expect(readQuestion(number, TODAY)).toEqual(identity(number));
    expect(readQuestion(' e12345678 ', TODAY)).toEqual(identity('E12345678'));
    expect(readQuestion('Ｅ１２３４５６７８', TODAY)).toEqual(identity('E12345678'));
    expect(readQuestion('91350100M000100Y44', TODAY)).toEqual(identity('91350100M000100Y44'));
  });

  it('leaves what the list is searched by: serials, paper numbers of an outage, codes of items, names with figures', () => {
    for (const q of [
      '318',
      '0003189',
      'LJT-000123',
      'ljt000123',
      'LJT-000001 至 LJT-000200',
      makeItemCode(makeCreditCode('11', '440199', 7), '4', '000131013000'),
      'John',
      '3M',
      '7天连锁',
      'Route 66 Ltd',
    ])
      expect(readQuestion(q, TODAY)).toEqual({ kind: 'name', q });
    expect(readQuestion('44019920261123', TODAY)).toMatchObject({ kind: 'nearly', reason: expect.stringContaining('21 位') });
  });

  it('says what is wrong with a number that is nearly one, instead of searching for it by name', () => {
    expect(readQuestion('440199202610290003187', TODAY)).toMatchObject({ kind: 'nearly', reason: expect.stringContaining('校验位') });
    expect(readQuestion('110105194912310021', TODAY)).toMatchObject({ kind: 'nearly' });
  });
});

describe('filters in the address', () => {
  it('come back as they were written', () => {
    const filters = { q: '悦泉', status: ['accepted' as const, 'ready' as const], from: '2026-10-01', to: null };
    expect(readFilters(writeFilters(filters))).toEqual(filters);
    expect(writeFilters({ q: '', status: [], from: null, to: null }).toString()).toBe('');
  });

  it('leave out what makes no sense', () => {
    expect(readFilters(new URLSearchParams('status=nothing,ready&from=2026-02-30&to=x'))).toEqual({
      q: '',
      status: ['ready'],
      from: null,
      to: null,
    });
  });
});

describe('countWords', () => {
  it('says that a look-up shows the latest alone, and never a cut as if it were all', () => {
    expect(countWords(100, false, true)).toBe('100 件');
    expect(countWords(100, true, true)).toBe('最近 100 件');
    expect(countWords(50, true, false)).toBe('50 件以上');
    expect(countWords(0, false, true)).toBeUndefined();
  });
});

describe('nothingWords', () => {
  it('says what was looked for, where, and what to try', () => {
    expect(nothingWords({ ...NO_FILTERS, q: '悦泉' }, null)).toMatch(/^本厅没有“悦泉”的办件。.*别的厅的件只能按编号、证件号找。$/);
    expect(nothingWords({ ...NO_FILTERS, q: '44019920261123' }, null)).toContain('受理编号要输全 21 位');
    expect(nothingWords({ ...NO_FILTERS, q: '悦泉', status: ['ready'] }, null)).toContain('还按状态、日子筛选');
    expect(nothingWords(NO_FILTERS, 'identity')).toContain('核对号码');
    expect(nothingWords(NO_FILTERS, 'phone')).toMatch(/^本厅没有.*别的厅的件只能按编号、证件号找。$/);
    expect(nothingWords({ ...NO_FILTERS, from: '2026-01-01' }, null)).toContain('这些日子');
  });
});
