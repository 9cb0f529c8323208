import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { actionState, departmentRef, id, idParams, isoDate, isoInstant, page, pageQuery, staffRef, text } from './primitives.js';

const dayKind = z.enum(['work', 'off']);
const count = z.number().int();
const year = z.coerce.number().int().min(2000).max(2100);
const yearParams = z.strictObject({ year });
const ADMINISTRATOR = ['system_admin'] as const;

/** Through the worker: every open case computed anew after a change of the calendar (R1.2). */
export const calendarRun = z.object({
  id,
  /** Version of the calendar that it brings. */
  version: count,
  /** What was changed, in Chinese. */
  words: z.string(),
  /** superseded: a later change came before the end, and its run computes everything. */
  state: z.enum(['waiting', 'running', 'finished', 'superseded']),
  /** Open cases to be computed; null until they are counted. */
  total: count.nullable(),
  done: count,
  /** Cases with a date that moved. */
  moved: count,
  by: staffRef.nullable(),
  createdAt: isoInstant,
  startedAt: isoInstant.nullable(),
  endedAt: isoInstant.nullable(),
});
export type CalendarRun = z.output<typeof calendarRun>;

const calendarDay = z.object({
  day: isoDate,
  working: z.boolean(),
  /** 周末, 国庆节, the reason of an edit; null on a plain working day. */
  name: z.string().nullable(),
  /** Differs from its weekday. */
  exceptional: z.boolean(),
  /** What it was before an administrator's edit; null when it was not edited. */
  before: dayKind.nullable(),
});
export type CalendarDayView = z.output<typeof calendarDay>;

const yearState = z.enum(['published', 'provisional']);
export const calendarYearView = z.object({
  year: count,
  /** Goes with every change, so that nobody overwrites what they have not seen. */
  version: count,
  /** provisional (暂定): the notice is not out, plain weekdays stand in for working days. */
  state: yearState,
  /** The notice that was loaded here; null for one that came with the program, or for none. */
  notice: z.object({ source: z.string(), loadedAt: isoInstant, loadedBy: staffRef.nullable() }).nullable(),
  workingDays: count,
  days: z.array(calendarDay),
  years: z.array(z.object({ year: count, state: yearState })),
  actions: z.array(actionState),
});
export type CalendarYearView = z.output<typeof calendarYearView>;

/** What a change would do, counted over every open case before it is made. */
export const calendarEffect = z.object({
  /** Days that change. */
  days: z.array(z.object({ day: isoDate, before: dayKind, after: dayKind, name: z.string().nullable() })),
  workingDays: z.object({ before: count, after: count }),
  openCases: count,
  /** Open cases of which a due date moves. */
  movedCases: count,
  /** Of these the promised date, by calendar days later (negative: earlier). */
  shifts: z.array(z.object({ days: count, cases: count })),
  /** Open cases whose date stays but is no longer provisional. */
  settledCases: count,
  /** Steps under way whose own date moves. */
  movedSteps: count,
  /** Edits of single days in the year that stay in force over a loaded notice. */
  keptEdits: count,
});
export type CalendarEffect = z.output<typeof calendarEffect>;

const dayEdit = z.strictObject({
  day: isoDate,
  /** notice: take the edit back. */
  kind: z.enum(['work', 'off', 'notice']),
  reason: text(60).optional(),
});
const dayEdits = z.array(dayEdit).min(1, '至少选一天').max(31, '一次至多改 31 天');
const noticeText = text(8_000);
const source = text(120);
const expectedVersion = z.coerce.number().int().min(0);

const noticeReading = z.object({
  holidays: z.array(z.object({ name: z.string(), off: z.array(isoDate), work: z.array(isoDate) })),
  /** What is wrong with it, in Chinese; with any fault it can't be loaded. */
  faults: z.array(z.string()),
  effect: calendarEffect.nullable(),
});
export type NoticeReading = z.output<typeof noticeReading>;

const workbookReport = z.object({
  rows: count,
  errors: z.array(z.object({ row: count.nullable(), column: z.string(), message: z.string() })),
  effect: calendarEffect.nullable(),
  /** Null on a trial, or with any fault: then nothing is written. */
  run: calendarRun.nullable(),
});
export type CalendarWorkbookReport = z.output<typeof workbookReport>;

const moved = z.object({ from: isoDate.nullable(), to: isoDate.nullable() });
/** One case of which a run moved a date. */
export const calendarMove = z.object({
  caseId: id,
  caseNo: z.string(),
  itemName: z.string(),
  department: departmentRef,
  at: isoInstant,
  acceptedOn: isoDate.nullable(),
  statutory: moved.nullable(),
  promised: moved.nullable(),
  steps: z.array(z.object({ name: z.string(), from: isoDate, to: isoDate })),
});
export type CalendarMove = z.output<typeof calendarMove>;

export const calendarEndpoints = {
  getCalendarYear: endpoint({
    method: 'GET',
    path: '/calendar/years/:year',
    summary: '一年的工作日历',
    access: ADMINISTRATOR,
    params: yearParams,
    response: calendarYearView,
  }),
  /** For the calendars of day inputs: what differs from its weekday in a year. */
  workingYear: endpoint({
    method: 'GET',
    path: '/calendar/years/:year/exceptions',
    summary: '一年里与星期不一致的日子：休、班',
    access: 'signed-in',
    params: yearParams,
    response: z.object({
      /** The notice is not out: plain weekdays stand in for working days (R1.2). */
      provisional: z.boolean(),
      exceptions: z.array(z.object({ day: isoDate, working: z.boolean() })),
    }),
  }),
  previewCalendarDays: endpoint({
    method: 'POST',
    path: '/calendar/days/preview',
    summary: '试算：改这些日子会动多少件',
    access: ADMINISTRATOR,
    body: z.strictObject({ days: dayEdits }),
    response: calendarEffect,
    idempotent: false,
  }),
  editCalendarDays: endpoint({
    method: 'POST',
    path: '/calendar/days',
    summary: '改单日上班或休息，并重算在办件',
    access: ADMINISTRATOR,
    body: z.strictObject({ days: dayEdits, expectedVersion }),
    response: calendarRun,
  }),
  previewCalendarNotice: endpoint({
    method: 'POST',
    path: '/calendar/years/:year/notice/preview',
    summary: '读粘贴的放假通知，核对并试算',
    access: ADMINISTRATOR,
    params: yearParams,
    body: z.strictObject({ text: noticeText }),
    response: noticeReading,
    idempotent: false,
  }),
  loadCalendarNotice: endpoint({
    method: 'POST',
    path: '/calendar/years/:year/notice',
    summary: '按粘贴的放假通知装入一年，并重算在办件',
    access: ADMINISTRATOR,
    params: yearParams,
    body: z.strictObject({ text: noticeText, source, expectedVersion }),
    response: calendarRun,
  }),
  loadCalendarWorkbook: endpoint({
    method: 'POST',
    path: '/calendar/years/:year/workbook',
    summary: '从 xlsx 装入一年，逐行核对，有错一天都不写',
    access: ADMINISTRATOR,
    params: yearParams,
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('true'), source: source.optional(), expectedVersion }),
    bodyKind: 'file',
    response: workbookReport,
  }),
  calendarWorkbook: endpoint({
    method: 'GET',
    path: '/calendar/years/:year/workbook',
    summary: '一年的日历表 xlsx，每天一行，改好再装入',
    access: ADMINISTRATOR,
    params: yearParams,
    response: z.never(),
    responseKind: 'file',
  }),
  listCalendarRuns: endpoint({
    method: 'GET',
    path: '/calendar/runs',
    summary: '日历的改动和重算进度，最近的在前',
    access: ADMINISTRATOR,
    response: z.object({ items: z.array(calendarRun) }),
  }),
  listCalendarMoves: endpoint({
    method: 'GET',
    path: '/calendar/runs/:id/moves',
    summary: '一次重算中日期变了的办件',
    access: ADMINISTRATOR,
    params: idParams,
    query: pageQuery,
    response: page(calendarMove),
  }),
};
