import { setTimeout as delay } from 'node:timers/promises';
import type { CalendarRun } from '@onewindow/contracts';
import { addCalendarDays, isWeekend, yearOf } from '@onewindow/domain';
import type { HttpSession } from './http-session.js';
import type { ProcessorTime } from './processor-time.js';

/** Promised: 200,000 open cases within this. */
export const RUN_WANTED_SECONDS = 60;
const RUN_SECONDS = 600;
/** Weeks in which one working day is taken away: a case of five working days or more has one of them in its limit. */
const WEEKS_BACK = 6;

export interface CalendarRunResult {
  /** Of counting the effect over every open case. */
  previewMs: number;
  run: CalendarRun;
  seconds: number;
  /** Milliseconds of processor time in all. */
  used: Pick<ProcessorTime, 'api' | 'database'>;
}

/** One day off in each of the last weeks, so that nearly every open case moves; taken back again by `kind` notice. */
export async function runCalendar(
  admin: HttpSession,
  today: string,
  kind: 'off' | 'notice',
  processorTime: () => ProcessorTime,
): Promise<CalendarRunResult> {
  const days = daysOff(today).map((day) => ({ day, kind, reason: '负载测试' }));
  const { version } = await admin.call('getCalendarYear', { params: { year: yearOf(today) } });
  const asked = performance.now();
  await admin.call('previewCalendarDays', { body: { days } });
  const previewMs = performance.now() - asked;
  const before = processorTime();
  const began = performance.now();
  const { id } = await admin.call('editCalendarDays', { body: { days, expectedVersion: version } });
  for (;;) {
    const run = (await admin.call('listCalendarRuns', {})).items.find((one) => one.id === id);
    if (run?.state === 'finished') {
      const after = processorTime();
      const used = { api: after.api - before.api, database: after.database - before.database };
      return { previewMs, run, seconds: secondsOf(run), used };
    }
    if (performance.now() - began > RUN_SECONDS * 1000) throw new Error('The calendar run did not end in time');
    await delay(500);
  }
}

function secondsOf({ startedAt, endedAt }: CalendarRun): number {
  return (Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
}

/** Wednesdays of this year, the latest first, that are worked. */
function daysOff(today: string): string[] {
  const days: string[] = [];
  for (let day = addCalendarDays(today, 2); days.length < WEEKS_BACK; day = addCalendarDays(day, -1)) {
    if (yearOf(day) !== yearOf(today)) break;
    if (new Date(`${day}T00:00:00Z`).getUTCDay() === 3 && !isWeekend(day)) days.push(day);
  }
  return days;
}
