import { describe, expect, it } from '@jest/globals';
import { addCalendarDays } from './dates.js';
import { boundProblem, readTypedDay, readTypedTime } from './typed-day.js';

const TODAY = '2026-10-29';
const dayOf = (typed: string, today = TODAY, bounds = {}) => {
  const read = readTypedDay(typed, today, bounds);
  return read.kind === 'day' ? read.day : read.kind;
};

describe('a typed day', () => {
  it.each([
    '2026-11-20',
    '20261120',
    '2026.11.20',
    '2026/11/20',
    '2026年11月20日',
    '11-20',
    '1120',
    '11.20',
    '11月20日',
    '１１２０',
    ' 11-20 ',
  ])('reads %s', (typed) => expect(dayOf(typed)).toBe('2026-11-20'));

  it('reads single digits and says nothing of an empty field', () => {
    expect(dayOf('1-8')).toBe('2026-01-08');
    expect(dayOf('2026-1-8')).toBe('2026-01-08');
    expect(dayOf('  ')).toBe('empty');
  });

  it('takes the year in which the field accepts the day', () => {
    expect(dayOf('0108', '2026-12-28', { min: '2026-12-29', max: '2027-03-01' })).toBe('2027-01-08');
    expect(dayOf('1220', '2027-01-05', { max: '2027-01-05' })).toBe('2026-12-20');
    expect(dayOf('0301', TODAY, { min: '2026-10-29', max: '2026-11-30' })).toBe('2026-03-01');
    expect(dayOf('0229', '2027-05-01')).toBe('2028-02-29');
  });

  it.each([
    ['2026-02-30', '没有 2026-02-30 这一天，改成存在的日期'],
    ['1345', '没有 13-45 这一天，改成存在的日期'],
    ['明天', '认不出“明天”，按 10-29 或 2026-10-29 填写'],
    ['112', '认不出“112”，按 10-29 或 2026-10-29 填写'],
  ])('says what is wrong with %s', (typed, reason) => expect(readTypedDay(typed, TODAY)).toEqual({ kind: 'unreadable', reason }));

  it('reads back every day of two years, with and without its year', () => {
    for (let at = 0; at < 730; at += 1) {
      const day = addCalendarDays('2026-01-01', at);
      expect(dayOf(day)).toBe(day);
      expect(dayOf(day.slice(5), day)).toBe(day);
      expect(dayOf(day.replaceAll('-', '').slice(4), day)).toBe(day);
    }
  });

  it('names the bound that a day breaks', () => {
    expect(boundProblem('2026-11-01', { min: '2026-11-02' })).toBe('不能早于 2026-11-02');
    expect(boundProblem('2026-11-03', { max: '2026-11-02' })).toBe('不能晚于 2026-11-02');
    expect(boundProblem('2026-12-01', { min: '2026-11-02', max: '2026-11-20' })).toBe('填 2026-11-02 至 2026-11-20 之间的日期');
    expect(boundProblem('2026-11-02', { min: '2026-11-02', max: '2026-11-02' })).toBeNull();
  });
});

describe('a typed time', () => {
  it.each([
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['２３：５９', '23:59'],
    ['9点05分', '09:05'],
    ['24:00', null],
    ['9:60', null],
    ['9', null],
    ['', null],
  ])('reads %s', (typed, time) => expect(readTypedTime(typed)).toBe(time));
});
