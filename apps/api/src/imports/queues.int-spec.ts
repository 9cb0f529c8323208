import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJs from 'exceljs';
import { createHall, createStaff, TEST_PASSWORD } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { IMPORT_SHEETS } from './import-tables.js';

let app: TestApp;
let admin: TestClient;
let hallCode: string;

beforeAll(async () => {
  app = await startApp();
  const { hallId } = await createHall(app.database, 3);
  const [hall] = await app.database.query<{ code: string }>('SELECT code FROM hall WHERE id = $1', [hallId]);
  hallCode = hall?.code ?? '';
  const { staffNo } = await createStaff(app.database, { roles: ['system_admin'] });
  admin = app.client();
  await admin.signIn(staffNo, TEST_PASSWORD);
});
afterAll(() => app.close());

const row = (more: Record<string, string> = {}): Record<string, string> => ({
  hallCode,
  letter: 'A',
  name: '综合受理',
  priority: '否',
  minutes: '9',
  opensAt: '08:30',
  closesAt: '17:00',
  counters: '1、2',
  closedReason: '',
  ...more,
});

async function importing(rows: readonly Record<string, string>[], dryRun: 'true' | 'false' = 'false') {
  const book = new ExcelJs.Workbook();
  for (const { sheet, columns } of IMPORT_SHEETS.queues) {
    const page = book.addWorksheet(sheet);
    page.addRow(Object.values(columns).map(({ title }) => title));
    for (const record of rows) page.addRow(Object.keys(columns).map((key) => record[key] ?? ''));
  }
  const file = new Blob([await book.xlsx.writeBuffer()]);
  return await admin.api.importRows({ params: { kind: 'queues' }, query: { dryRun } }, { file, fileName: 'queues.xlsx' });
}

const state = () => app.client().api.getTicketHall({ params: { hall: hallCode } });

describe('what a hall gives numbers for, from a workbook', () => {
  it('is written, brought up to date, and closed with a reason', async () => {
    expect((await state()).kinds).toEqual([]);
    const both = [row(), row({ letter: 'F', name: '高龄津贴', priority: '是', counters: '3' })];
    expect(await importing(both, 'true')).toMatchObject({ rows: 2, valid: 2 });
    expect((await state()).kinds).toEqual([]);
    await importing(both);
    expect((await state()).kinds.map(({ letter, name, priority, open }) => [letter, name, priority, open])).toEqual([
      ['A', '综合受理', false, true],
      ['F', '高龄津贴', true, true],
    ]);
    await importing([row({ name: '综合窗口', counters: '3', closedReason: '系统检修' })]);
    expect((await state()).kinds[0]).toMatchObject({ name: '综合窗口', open: false, closedReason: '系统检修' });
    const duties = await app.database.query(
      `SELECT c.number FROM ticket_duty d JOIN ticket_kind k ON k.id = d.kind_id JOIN counter c ON c.id = d.counter_id
        WHERE k.letter = 'A' AND c.hall_id = (SELECT id FROM hall WHERE code = $1)`,
      [hallCode],
    );
    expect(duties).toEqual([{ number: 3 }]);
  });

  it.each([
    ['an unknown hall', { hallCode: 'H-NONE' }, '叫号业务·大厅代码'],
    ['the letter of the priority lane', { letter: 'P' }, '叫号业务·字母'],
    ['a small letter', { letter: 'a' }, '叫号业务·字母'],
    ['a counter that is not there', { counters: '1、9' }, '叫号业务·窗口号'],
    ['no counter', { counters: '' }, '叫号业务·窗口号'],
    ['no time of day', { opensAt: '8:30' }, '叫号业务·取号开始'],
    ['an end before the beginning', { opensAt: '17:00', closesAt: '09:00' }, '叫号业务·取号结束'],
    ['no minutes', { minutes: '0' }, '叫号业务·每件分钟'],
    ['neither yes nor no', { priority: '有时' }, '叫号业务·都走绿色通道'],
  ])('refuses %s, at its row and column', async (_, more, column) => {
    const report = await importing([row(more)]);
    expect(report).toMatchObject({ valid: 0, errors: [{ row: 2, column }] });
  });

  it('refuses a letter twice in one hall', async () => {
    const report = await importing([row(), row({ name: '又一项' })]);
    expect(report.errors).toMatchObject([{ row: 3, column: '叫号业务·字母', message: '与第 2 行重复' }]);
  });
});
