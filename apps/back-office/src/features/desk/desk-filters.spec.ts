import { describe, expect, it } from '@jest/globals';
import {
  emptyWords,
  filtersOf,
  isFiltered,
  listQuery,
  moreInForce,
  readFilters,
  wholeOf,
  writeFilters,
  type DeskFilters,
} from './desk-filters.js';

const counts = { red: 0, yellow: 5, green: 2, paused: 0, all: 7 };
const plain = wholeOf('mine');
const ITEM = '0192e4a0-7a00-7000-8000-000000000001';
const all: DeskFilters = {
  tab: 'pool',
  light: 'yellow',
  q: '梧桐苑 3 幢',
  itemId: ITEM,
  stepName: '现场核查',
  minStalled: 3,
  receivedFrom: '2026-10-22',
  receivedTo: '2026-10-29',
};

describe('filters in the address', () => {
  it('come back as they were written', () => {
    expect(readFilters(writeFilters(all))).toEqual(all);
    expect(readFilters(writeFilters(plain))).toEqual(plain);
  });

  it('leave the plain list a plain address', () => {
    expect(writeFilters(plain).toString()).toBe('');
  });

  it('do not believe what somebody typed into the address', () => {
    expect(readFilters(new URLSearchParams('tab=all&light=blue&q=++&item=7&stalled=-1&from=2026-02-31&to=x&step='))).toEqual(plain);
  });

  it('send and save only what filters', () => {
    expect(listQuery(plain)).toEqual({ tab: 'mine' });
    expect(listQuery({ ...plain, tab: 'pool', light: 'red', minStalled: 3 })).toEqual({ tab: 'pool', light: 'red', minStalled: 3 });
    expect(filtersOf(listQuery(all))).toEqual(all);
    expect([isFiltered(plain), isFiltered(all)]).toEqual([false, true]);
  });

  it('stand as chips, each of which can be taken away', () => {
    const chips = moreInForce(all, () => '食品经营许可', '2026-10-29');
    expect(chips.map(({ label }) => label)).toEqual([
      '“梧桐苑 3 幢”',
      '食品经营许可',
      '现场核查',
      '停滞 ≥ 3 个工作日',
      '收件 10-22 至 10-29',
    ]);
    const periods = [{ receivedTo: null }, { receivedFrom: null }, { receivedTo: '2026-10-22' }];
    expect(periods.map((part) => moreInForce({ ...all, ...part }, () => undefined, '2026-10-29').at(-1)?.label)).toEqual([
      '收件 10-22 起',
      '收件 10-29 止',
      '收件 10-22',
    ]);
    expect(chips.at(-1)?.without).toEqual({ ...all, receivedFrom: null, receivedTo: null });
    expect(moreInForce(plain, () => undefined, '2026-10-29')).toEqual([]);
  });
});

describe('the empty list', () => {
  it('offers the light that has something', () => {
    expect(emptyWords({ ...plain, light: 'red' }, counts)).toEqual({
      words: '没有超期的办件。',
      link: { label: '看临期 5 件', filters: { ...plain, light: 'yellow' } },
    });
  });

  it('says so when nothing has', () => {
    expect(emptyWords({ ...plain, light: 'red' }, { ...counts, yellow: 0, green: 0 }).link).toBeNull();
  });

  it('names what was looked for, and gives the whole list back', () => {
    expect(emptyWords({ ...plain, q: '青禾路' }, counts)).toEqual({
      words: '没有找到“青禾路”。',
      link: { label: '清除筛选', filters: plain },
    });
    expect(emptyWords({ ...plain, stepName: '决定' }, counts).words).toBe('没有这样的办件。');
  });

  it('speaks of the tab', () => {
    expect(emptyWords(wholeOf('pool'), counts).words).toBe('部门池里没有待签收的办件。');
  });
});
