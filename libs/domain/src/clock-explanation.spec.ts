import { describe, expect, it } from '@jest/globals';
import { publishedCalendar } from './calendar.js';
import { clockPicture } from './clock-explanation.js';

const calendar = publishedCalendar();
const TESTING = { label: '检测', start: '2026-03-09', announcedEnd: '2026-03-18', actualEnd: null };

describe('R3.2 the picture of a clock', () => {
  const picture = clockPicture({ start: '2026-03-02', limit: 20, pauses: [TESTING], calendar, today: '2026-03-12' });

  it('R3.2 shows every day from the start to the due date once, in order, with its reason', () => {
    expect(picture).toMatchObject({ due: '2026-04-09', provisional: false, provisionalYear: null });
    expect(picture.days).toHaveLength(39);
    expect(picture.days.map(({ date }) => date)).toEqual([...picture.days.map(({ date }) => date)].sort());
    const on = (date: string) => picture.days.find((day) => day.date === date);
    expect(on('2026-03-02')).toMatchObject({ kind: 'start', count: null });
    expect(on('2026-03-03')).toEqual({ date: '2026-03-03', kind: 'counted', count: 1, reason: null });
    expect(on('2026-03-07')).toMatchObject({ kind: 'dayOff', reason: '周末' });
    expect(on('2026-03-10')).toMatchObject({ kind: 'paused', reason: '检测' });
    expect(on('2026-04-06')).toMatchObject({ kind: 'dayOff', reason: '清明' });
    expect(on('2026-04-09')).toMatchObject({ kind: 'counted', count: 20 });
  });

  it('R3.2 tells what each pause took out, and of an open one how long it is taken to last', () => {
    expect(picture.pauses).toEqual([{ label: '检测', from: '2026-03-10', through: '2026-03-18', isOpen: true, days: 7, overrunDays: 0 }]);
    const late = clockPicture({ start: '2026-03-02', limit: 20, pauses: [TESTING], calendar, today: '2026-03-20' });
    expect(late).toMatchObject({ due: '2026-04-13', pauses: [{ through: '2026-03-20', days: 9, overrunDays: 2 }] });
  });

  it('names both procedures of a day that two pauses cover', () => {
    const review = { label: '专家评审', start: '2026-03-11', announcedEnd: '2026-03-13', actualEnd: '2026-03-13' };
    const { days } = clockPicture({ start: '2026-03-02', limit: 20, pauses: [TESTING, review], calendar, today: '2026-03-12' });
    expect(days.find(({ date }) => date === '2026-03-12')?.reason).toBe('检测、专家评审');
  });

  it('R1.2 names the year whose notice is not out, and a worked weekend', () => {
    expect(clockPicture({ start: '2026-12-28', limit: 5, pauses: [], calendar, today: '2026-12-28' }).provisionalYear).toBe(2027);
    const { days } = clockPicture({ start: '2026-02-13', limit: 5, pauses: [], calendar, today: '2026-02-13' });
    expect(days.find(({ date }) => date === '2026-02-14')).toMatchObject({ kind: 'counted', count: 1, reason: '调休上班' });
  });
});
