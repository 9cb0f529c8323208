import { describe, expect, it } from '@jest/globals';
import { calendarYear, calendarYearFaults, type CalendarEntry, daysOfYear, keptEntries, requireOpenYear } from './calendar-year.js';
import { isWeekend } from './calendar.js';

const year2027: CalendarEntry[] = daysOfYear(2027).map((day) => {
  const holiday = ['2027-01-01', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04'].includes(day);
  const moved = day === '2027-10-09';
  return { day, kind: (holiday || isWeekend(day)) && !moved ? 'off' : 'work', name: holiday ? '国庆节' : moved ? '国庆节调休' : null };
});
const messages = (entries: readonly Pick<CalendarEntry, 'day' | 'kind'>[]) =>
  calendarYearFaults(2027, entries).map((fault) => fault.message);

describe('R1.2 the table of a year', () => {
  it('is whole when every day is there once', () => {
    expect(year2027).toHaveLength(365);
    expect(calendarYearFaults(2027, year2027)).toEqual([]);
    expect(daysOfYear(2028)).toHaveLength(366);
  });

  it.each([
    ['a month is missing', year2027.filter(({ day }) => !day.startsWith('2027-03')), ['缺 3 月，31 天都没有列']],
    ['days are missing', year2027.filter(({ day }) => !['2027-02-03', '2027-02-04'].includes(day)), ['2 月缺 02-03、02-04']],
    ['a day is listed twice', [...year2027, { day: '2027-05-08', kind: 'off' as const }], ['2027-05-08 列了两次']],
    ['a day is of another year', [...year2027, { day: '2026-12-31', kind: 'off' as const }], ['2026-12-31 不是 2027 年的日子']],
    ['a day does not exist', [...year2027, { day: '2027-02-29', kind: 'off' as const }], ['没有“2027-02-29”这一天']],
    [
      'a fixed holiday is worked',
      year2027.map((entry) => (entry.day === '2027-10-01' ? { ...entry, kind: 'work' as const } : entry)),
      ['10-01 国庆节是法定假日，不能上班'],
    ],
  ])('is refused when %s', (_, entries, expected) => {
    expect(messages(entries)).toEqual(expected);
  });

  it('names the place of a faulty entry', () => {
    expect(calendarYearFaults(2027, [...year2027, { day: '2027-13-01', kind: 'off' }])).toEqual([
      { at: 365, message: '没有“2027-13-01”这一天' },
    ]);
  });

  it('is kept by what its weekdays do not say', () => {
    const kept = keptEntries(year2027).map(({ day }) => day);
    expect(kept).toEqual(['2027-01-01', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04', '2027-10-09']);
    const states = calendarYear(2027, keptEntries(year2027), []);
    expect(states.map(({ working }) => working)).toEqual(year2027.map(({ kind }) => kind === 'work'));
    expect(states.find(({ day }) => day === '2027-10-09')).toMatchObject({ working: true, name: '国庆节调休', exceptional: true });
  });

  it('of a year that the package carries may say otherwise', () => {
    const entries: CalendarEntry[] = calendarYear(2026, [], []).map(({ day, working, name }) => ({
      day,
      kind: working !== (day === '2026-10-08') ? 'work' : 'off',
      name,
    }));
    const states = calendarYear(2026, keptEntries(entries), []);
    expect(states.filter(({ working }) => working)).toHaveLength(247);
  });

  it('shows an edit over it, and what was before', () => {
    const states = calendarYear(2026, [], [{ day: '2026-07-06', kind: 'off', name: '台风停工' }]);
    expect(states.find(({ day }) => day === '2026-07-06')).toEqual({
      day: '2026-07-06',
      working: false,
      name: '台风停工',
      exceptional: true,
      before: 'work',
    });
    expect(states.find(({ day }) => day === '2026-10-01')).toMatchObject({ working: false, name: '国庆节', before: null });
    expect(states.find(({ day }) => day === '2026-07-04')).toMatchObject({ working: false, name: '周末', exceptional: false });
  });
});

describe('R1.2 which years may be changed', () => {
  it('are this one and the next ones', () => {
    expect(() => requireOpenYear(2026, '2026-12-31')).not.toThrow();
    expect(() => requireOpenYear(2029, '2026-01-01')).not.toThrow();
  });
  it.each([
    [2025, 'calendar.year-over'],
    [2030, 'calendar.year-too-far'],
  ])('not %d', (year, code) => {
    expect(refusal(() => requireOpenYear(year, '2026-03-02'))).toMatchObject({ code });
  });
});

function refusal(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}
