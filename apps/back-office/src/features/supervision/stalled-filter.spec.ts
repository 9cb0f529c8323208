import { describe, expect, it } from '@jest/globals';
import { HEAT_BUCKETS } from '@onewindow/domain';
import {
  COUNT_GROUPS,
  countGroupOf,
  emptyWords,
  figureFilter,
  filtersInForce,
  isFigure,
  readStalledFilter,
  stalledQuery,
  writeStalledFilter,
  type StalledFilter,
} from './stalled-filter.js';

const names = { departments: (ids: readonly string[]) => `${ids.length} 个部门`, holder: (id: string) => `承办人 ${id}` };
const PLAIN: StalledFilter = { departmentIds: [], minStalled: 3, clock: 'promised', buckets: [], holderId: null, q: '' };
const full: StalledFilter = {
  departmentIds: ['d1', 'd2'],
  minStalled: 0,
  clock: 'step',
  buckets: ['over6', 'today'],
  holderId: 'h',
  q: '电梯',
};

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    expect(readStalledFilter(writeStalledFilter(full, 3), 3)).toEqual(full);
    expect(readStalledFilter(writeStalledFilter(PLAIN, 3), 3)).toEqual(PLAIN);
  });

  it('R5.7 leaves the plain list a plain address, whatever counts as stalled', () => {
    expect(writeStalledFilter(PLAIN, 3).toString()).toBe('');
    expect(readStalledFilter(new URLSearchParams(), 5).minStalled).toBe(5);
    expect(writeStalledFilter({ ...PLAIN, minStalled: 5 }, 5).toString()).toBe('');
    expect(writeStalledFilter(PLAIN, 5).toString()).toBe('stalled=3');
  });

  it('does not believe what somebody typed', () => {
    expect(readStalledFilter(new URLSearchParams('stalled=-4&clock=x&left=yesterday,today'), 3)).toEqual({ ...PLAIN, buckets: ['today'] });
    expect(readStalledFilter(new URLSearchParams('stalled=abc'), 3).minStalled).toBe(3);
  });

  it('sends lists with commas and leaves out what does not filter', () => {
    expect(stalledQuery(PLAIN)).toEqual({ minStalled: 3, clock: 'promised' });
    expect(stalledQuery(full)).toEqual({
      minStalled: 0,
      clock: 'step',
      departmentIds: 'd1,d2',
      buckets: 'over6,today',
      holderId: 'h',
      q: '电梯',
    });
  });
});

describe('the counts of the strip', () => {
  it('cover every column of the heat map once', () => {
    const covered = Object.values(COUNT_GROUPS).flat();
    expect([...covered].sort()).toEqual(HEAT_BUCKETS.map(({ key }) => key).sort());
  });

  it('are recognised in the filter', () => {
    expect(countGroupOf({ ...PLAIN, minStalled: 0, buckets: ['over6', 'over3', 'over1'] })).toBe('red');
    expect(countGroupOf({ ...PLAIN, minStalled: 0 })).toBe('all');
    expect(countGroupOf(PLAIN)).toBeNull();
    expect(countGroupOf({ ...PLAIN, minStalled: 0, buckets: ['over6'] })).toBeNull();
  });

  it('R10.4 are not what a narrower list shows', () => {
    const red = { ...PLAIN, minStalled: 0, buckets: COUNT_GROUPS.red };
    expect(countGroupOf({ ...red, departmentIds: ['d1'] })).toBeNull();
    expect(countGroupOf({ ...red, holderId: 'h' })).toBeNull();
    expect(countGroupOf({ ...red, q: '张' })).toBeNull();
  });
});

describe('a number of the region', () => {
  it('R10.4 opens just what it counts, whatever was looked for before', () => {
    const cell = { departmentIds: ['d1'], buckets: ['today'] as const };
    expect(figureFilter('step', cell)).toEqual({ ...cell, clock: 'step', minStalled: 0, holderId: null, q: '' });
    expect(isFigure(figureFilter('step', cell), cell)).toBe(true);
    expect(isFigure({ ...figureFilter('step', cell), q: '张' }, cell)).toBe(false);
    expect(isFigure({ ...figureFilter('step', cell), minStalled: 3 }, cell)).toBe(false);
  });
});

describe('filters in force', () => {
  it('are chips that each take one away', () => {
    const chips = filtersInForce({ ...full, minStalled: 3 }, names);
    expect(chips.map(({ label }) => label)).toEqual(['停滞 ≥ 3 个工作日', '2 个部门', '超 6+、今天', '承办人 h', '“电梯”']);
    expect(chips[1]?.without.departmentIds).toEqual([]);
    expect(chips[1]?.without.q).toBe('电梯');
  });

  it('call three red columns what the strip calls them', () => {
    expect(filtersInForce({ ...PLAIN, minStalled: 0, buckets: COUNT_GROUPS.red }, names).map(({ label }) => label)).toEqual(['超期']);
  });
});

describe('an empty list', () => {
  it('says what was looked for, and among which', () => {
    expect(emptyWords(PLAIN)).toBe('没有停滞 3 个工作日以上的办件。');
    expect(emptyWords({ ...PLAIN, q: '李芳' })).toBe('停滞 3 个工作日以上的办件里没有找到“李芳”。');
    expect(emptyWords(full)).toBe('没有找到“电梯”。');
    expect(emptyWords({ ...full, q: '' })).toBe('没有这样的办件。');
  });
});
