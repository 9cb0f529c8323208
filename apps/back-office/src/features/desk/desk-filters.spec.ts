import { describe, expect, it } from '@jest/globals';
import { emptyWords, listQuery, readFilters, writeFilters, type DeskFilters } from './desk-filters.js';

const counts = { red: 0, yellow: 5, green: 2, paused: 0, all: 7 };
const plain: DeskFilters = { tab: 'mine', light: null, q: '' };

describe('filters in the address', () => {
  it('come back as they were written', () => {
    const filters: DeskFilters = { tab: 'pool', light: 'yellow', q: '梧桐苑 3 幢' };
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it('leave the plain list a plain address', () => {
    expect(writeFilters(plain).toString()).toBe('');
  });

  it('do not believe what somebody typed into the address', () => {
    expect(readFilters(new URLSearchParams('tab=all&light=blue&q=++'))).toEqual(plain);
  });

  it('send only what filters', () => {
    expect(listQuery(plain)).toEqual({ tab: 'mine' });
    expect(listQuery({ tab: 'pool', light: 'red', q: '青禾路' })).toEqual({ tab: 'pool', light: 'red', q: '青禾路' });
  });
});

describe('the empty list', () => {
  it('offers the light that has something', () => {
    expect(emptyWords({ ...plain, light: 'red' }, counts)).toEqual({ words: '没有超期的办件。', light: 'yellow', link: '看临期 5 件' });
  });

  it('says so when nothing has', () => {
    expect(emptyWords({ ...plain, light: 'red' }, { ...counts, yellow: 0, green: 0 }).link).toBeNull();
  });

  it('names what was looked for', () => {
    expect(emptyWords({ ...plain, q: '青禾路' }, counts)).toEqual({ words: '没有找到“青禾路”。', light: null, link: '清除筛选' });
  });

  it('speaks of the tab', () => {
    expect(emptyWords({ ...plain, tab: 'pool' }, counts).words).toBe('部门池里没有待签收的办件。');
  });
});
