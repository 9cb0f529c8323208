import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJs from 'exceljs';
import { type HallAtWork, openHall } from '../../test/hall-factory.js';
import { NOTICE_2027 } from '../../test/notice-2027.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal, type TestClient } from '../../test/test-client.js';

const SOURCE = '国办发明电〔2026〕9 号';
let app: TestApp;
let hall: HallAtWork;
let admin: TestClient;
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-11-10T01:00:00.000Z');
  hall = await openHall(app);
  admin = await hall.staff(['system_admin'], { name: '丁敏' });
});
afterAll(() => app.close());

type Edit = { day: string; kind: 'work' | 'off' | 'notice'; reason?: string };
const year = (of: number, client = admin) => client.api.getCalendarYear({ params: { year: of } });
const edit = async (days: Edit[], expectedVersion?: number) =>
  admin.api.editCalendarDays({ body: { days, expectedVersion: expectedVersion ?? (await year(2026)).version } });
const off = (day: string, reason = '台风停工'): Edit => ({ day, kind: 'off', reason });
const written = async (): Promise<unknown[]> =>
  app.database.query(`SELECT 1 FROM calendar_day UNION ALL SELECT 1 FROM calendar_year UNION ALL SELECT 1 FROM calendar_run`);

/** The year's own workbook, changed and sent back. */
async function workbook(change: (page: ExcelJs.Worksheet) => void = () => undefined, of = 2027): Promise<Blob> {
  const answer = await fetch(`${app.baseUrl}/api/calendar/years/${of}/workbook`, { headers: { cookie: admin.cookieHeader } });
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const page = book.getWorksheet('工作日历');
  if (!page) throw new Error('The workbook has no sheet');
  change(page);
  return new Blob([await book.xlsx.writeBuffer()]);
}
const rowOf = (page: ExcelJs.Worksheet, day: string): number => {
  let found = 0;
  page.eachRow((row, number) => {
    if (row.getCell(1).text === day) found = number;
  });
  return found;
};
const send = async (file: Blob, options: { write?: boolean; of?: number; source?: string; key?: string } = {}) =>
  admin.api.loadCalendarWorkbook(
    {
      params: { year: options.of ?? 2027 },
      query: {
        dryRun: options.write === true ? 'false' : 'true',
        expectedVersion: (await year(2026)).version,
        ...(options.source === undefined ? {} : { source: options.source }),
      },
    },
    { file, fileName: '2027.xlsx', ...(options.key === undefined ? {} : { idempotencyKey: options.key }) },
  );
describe('工作日历', () => {
  it('R1.2 tells anybody at work what differs from its weekday', async () => {
    const clerk = await hall.staff(['clerk'], { name: '周宁' });
    const of = (one: number) => clerk.api.workingYear({ params: { year: one } });
    const { provisional, exceptions } = await of(2026);
    expect(provisional).toBe(false);
    expect(exceptions).toEqual(
      expect.arrayContaining([
        { day: '2026-10-01', working: false },
        { day: '2026-10-10', working: true },
      ]),
    );
    expect(exceptions).not.toContainEqual(expect.objectContaining({ day: '2026-10-12' }));
    expect(await of(2099)).toMatchObject({ provisional: true });
  });

  it('R1.2 shows a year by its days, and says which years are published', async () => {
    const shown = await year(2026);
    expect(shown).toMatchObject({ year: 2026, version: 0, state: 'published', notice: null, workingDays: 248 });
    expect(shown.years).toEqual([
      { year: 2025, state: 'published' },
      { year: 2026, state: 'published' },
      { year: 2027, state: 'provisional' },
      { year: 2028, state: 'provisional' },
    ]);
    expect(shown.days).toHaveLength(365);
    expect(shown.days.find(({ day }) => day === '2026-10-10')).toMatchObject({ working: true, exceptional: true });
    expect(await year(2027)).toMatchObject({ state: 'provisional', workingDays: 261 });
    const past = await year(2025);
    expect(past.actions).toEqual(
      ['editDays', 'loadYear'].map((action) => ({ action, allowed: false, reason: '2025 年已经过完，它的日历不再改。选 2026 年或以后。' })),
    );
    expect((await admin.raw('GET', '/api/calendar/years/99')).status).toBe(400);
    for (const client of [hall.clerk, await hall.staff(['supervisor'])])
      expect(await refusal(year(2026, client))).toMatchObject({ status: 403 });
  });

  it.each([
    ['a year that is over', [off('2025-12-31')], 409, 'calendar.year-over'],
    ['a year too far off', [off('2031-01-06')], 422, 'calendar.year-too-far'],
    ['a day twice', [off('2026-11-16'), off('2026-11-16')], 422, 'calendar.day-twice'],
    ['days of two years', [off('2026-12-31'), off('2027-01-01')], 422, 'calendar.two-years'],
    ['no reason', [{ day: '2026-11-16', kind: 'off' as const }], 422, 'calendar.reason-missing'],
    ['nothing to change', [off('2026-11-15')], 422, 'calendar.nothing-changes'],
    ['nothing to take back', [{ day: '2026-11-16', kind: 'notice' as const }], 422, 'calendar.nothing-changes'],
    ['a person’s number in the reason', [off('2026-11-16', '因 11010519491231002X')], 422, 'event.personal-data'],
    ['a day that does not exist', [off('2026-02-30')], 400, 'request.invalid'],
    ['no day at all', [], 400, 'request.invalid'],
    ['more than a month', Array.from({ length: 32 }, (_, at) => off(`2026-11-${at + 1}`)), 400, 'request.invalid'],
  ])('refuses %s, in the preview and in earnest, and writes nothing', async (_, days, status, code) => {
    expect(await refusal(admin.api.previewCalendarDays({ body: { days } }))).toMatchObject({ status, code });
    expect(await refusal(edit(days))).toMatchObject({ status, code });
    expect(await written()).toEqual([]);
  });

  it('edits a day with its reason, once for one key, and tells who was first', async () => {
    const preview = await admin.api.previewCalendarDays({ body: { days: [off('2026-11-16')] } });
    expect(preview).toMatchObject({
      days: [{ day: '2026-11-16', before: 'work', after: 'off', name: '台风停工' }],
      workingDays: { before: 248, after: 247 },
      movedCases: 0,
    });
    const key = randomUUID();
    const body = { days: [off('2026-11-16')], expectedVersion: 0 };
    const run = await admin.api.editCalendarDays({ body }, { idempotencyKey: key });
    expect(await admin.api.editCalendarDays({ body }, { idempotencyKey: key })).toEqual(run);
    expect(run).toMatchObject({ version: 1, words: '11-16 改为休息：台风停工', by: { name: '丁敏' } });
    expect(await refusal(edit([off('2026-11-17')], 0))).toEqual({
      status: 409,
      code: 'calendar.changed',
      title: '丁敏 09:00 改动了日历。刷新',
    });
    const both = await Promise.allSettled([edit([off('2026-11-18')], 1), edit([off('2026-11-19')], 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const shown = await year(2026);
    expect(shown).toMatchObject({ version: 2, workingDays: 246 });
    expect(shown.days.find(({ day }) => day === '2026-11-16')).toMatchObject({ working: false, name: '台风停工', before: 'work' });
    await app.drain();
    expect((await admin.api.listCalendarRuns()).items.map(({ state, total }) => [state, total])).toEqual([
      ['finished', 0],
      ['superseded', null],
    ]);
    const trail = await app.database.query<{ action: string; detail: { words: string } }>(
      `SELECT action, detail FROM audit_entry WHERE action LIKE 'calendar.%' ORDER BY id`,
    );
    expect(trail.map(({ action }) => action)).toEqual(['calendar.days-edited', 'calendar.days-edited']);
    expect(trail[0]?.detail.words).toBe('11-16 改为休息：台风停工');
  });
});

describe('a year from its notice', () => {
  const body = async (text: string, source = SOURCE) => ({ text, source, expectedVersion: (await year(2026)).version });
  const loading = async (text: string, of = 2027) => admin.api.loadCalendarNotice({ params: { year: of }, body: await body(text) });

  it('is refused whole with one fault in it', async () => {
    const text = NOTICE_2027.replace('共7天', '共6天').replace('5月8日（周六）', '5月8日（周日）');
    const read = await admin.api.previewCalendarNotice({ params: { year: 2027 }, body: { text } });
    expect(read.effect).toBeNull();
    expect(read.faults).toEqual(['春节写的是共 6 天，列出的是 7 天。', '2027-05-08 写的是周日，其实是周六。核对年份。']);
    expect(await refusal(loading(text))).toEqual({
      status: 422,
      code: 'calendar.year-faulty',
      title: '2027 年没有装入，2 处不对：春节写的是共 6 天，列出的是 7 天。；2027-05-08 写的是周日，其实是周六。核对年份。改好再装。',
    });
    expect(await refusal(loading(NOTICE_2027, 2025))).toMatchObject({ status: 409, code: 'calendar.year-over' });
    expect(await refusal(loading(NOTICE_2027, 2028))).toMatchObject({ status: 422, code: 'calendar.year-faulty' });
    expect(await refusal(loading('一'.repeat(9_000)))).toMatchObject({ status: 400 });
    expect(await app.database.query('SELECT 1 FROM calendar_year')).toEqual([]);
  });

  it('is loaded, is published from then on, and not loaded twice', async () => {
    expect(await loading(NOTICE_2027)).toMatchObject({ words: '2027 年放假安排公布' });
    const shown = await year(2027);
    expect(shown).toMatchObject({ state: 'published', workingDays: 250, notice: { source: SOURCE, loadedBy: { name: '丁敏' } } });
    expect(shown.days.find(({ day }) => day === '2027-10-09')).toMatchObject({ working: true, name: '国庆节调休' });
    expect(await refusal(loading(NOTICE_2027))).toMatchObject({ status: 422, code: 'calendar.nothing-changes' });
  });
});

describe('a year from a workbook', () => {
  it('is refused whole, each fault at its row, when it is not the whole year', async () => {
    const faulty = await workbook((page) => {
      page.getRow(rowOf(page, '2028-02-29')).getCell(1).value = '2028-02-30';
      page.getRow(rowOf(page, '2028-04-10')).getCell(1).value = '2028-04-11';
      page.getRow(rowOf(page, '2028-06-01')).getCell(1).value = '2027-06-01';
      page.getRow(rowOf(page, '2028-10-02')).getCell(2).value = '上班';
    }, 2028);
    const report = await send(faulty, { of: 2028, write: true, source: SOURCE });
    expect(report).toMatchObject({ rows: 366, effect: null, run: null });
    expect(report.errors.map(({ row, message }) => [row, message])).toEqual([
      [61, '没有“2028-02-30”这一天'],
      [103, '2028-04-11 列了两次'],
      [154, '2027-06-01 不是 2028 年的日子'],
      [277, '10-02 国庆节是法定假日，不能上班'],
      [null, '2 月缺 02-29'],
      [null, '4 月缺 04-10'],
      [null, '6 月缺 06-01'],
    ]);
    const withoutMarch = await send(await workbook((page) => page.spliceRows(62, 31), 2028), { of: 2028 });
    expect(withoutMarch.errors.map(({ message }) => message)).toContain('缺 3 月，31 天都没有列');
    const odd = await send(await workbook((page) => (page.getRow(5).getCell(2).value = '半天')), { write: true, source: SOURCE });
    expect(odd.errors).toEqual([{ row: 5, column: '工作日历·上班或休息', message: '填“上班”、“休息”之一' }]);
    expect(await app.database.query('SELECT 1 FROM calendar_year WHERE year = 2028')).toEqual([]);
  });

  it('is told its effect on trial, and written as a correction of the loaded year', async () => {
    expect(await refusal(send(await workbook()))).toMatchObject({ status: 422, code: 'calendar.nothing-changes' });
    const file = await workbook((page) => (page.getRow(rowOf(page, '2027-12-31')).getCell(2).value = '休息'));
    expect((await send(file)).effect?.days).toEqual([{ day: '2027-12-31', before: 'work', after: 'off', name: '公休' }]);
    expect(await refusal(send(file, { write: true }))).toMatchObject({ status: 422, code: 'calendar.source-missing' });
    const key = randomUUID();
    const written = await send(file, { write: true, source: '更正通知', key });
    expect(written.run).toMatchObject({ words: '2027 年放假安排更正' });
    expect(await year(2027)).toMatchObject({ workingDays: 249, notice: { source: '更正通知' } });
    expect(await refusal(send(new Blob(['x']), { write: true, source: '通知' }))).toMatchObject({ status: 415, code: 'import.not-xlsx' });
  });
});
