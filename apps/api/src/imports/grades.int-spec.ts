import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJs from 'exceljs';
import { openHall, openShopDraft, person } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { GRADE_TABLE } from './kinds/grades-import.js';

let app: TestApp;
let admin: TestClient;
let clerk: TestClient;
beforeAll(async () => {
  app = await startApp();
  const hall = await openHall(app);
  admin = await hall.staff(['system_admin']);
  clerk = hall.clerk;
  await openShopDraft(hall, 2);
});
afterAll(() => app.close());

type Row = Partial<Record<keyof typeof GRADE_TABLE.columns, string>>;
const known = person(2);
const row = (more: Row = {}): Row => ({
  identityType: '身份证',
  identityNumber: known.identityNumber,
  name: known.name,
  grade: 'A',
  gradedOn: '2026-02-01',
  source: '临江区信用办',
  ...more,
});

async function importing(rows: readonly Row[], write = false) {
  const book = new ExcelJs.Workbook();
  const page = book.addWorksheet(GRADE_TABLE.sheet);
  const keys = Object.keys(GRADE_TABLE.columns) as (keyof Row)[];
  page.addRow(Object.values(GRADE_TABLE.columns).map(({ title }) => title));
  for (const one of rows) page.addRow(keys.map((key) => one[key] ?? ''));
  const file = new Blob([await book.xlsx.writeBuffer()]);
  return await admin.api.importRows(
    { params: { kind: 'grades' }, query: { dryRun: write ? 'false' : 'true' } },
    { file, fileName: '信用等级.xlsx' },
  );
}
const identify = async (identityNumber: string) =>
  (await clerk.api.identifyApplicant({ body: { identityType: 'idCard', identityNumber } })).credit;

describe('credit grades from a file', () => {
  it('R4.1 are told with every faulty row, and then none is written', async () => {
    const stranger = person(77, '李四');
    const report = await importing(
      [
        row(),
        row({ identityNumber: '11010519491231002A' }),
        row({ identityNumber: stranger.identityNumber, name: stranger.name, grade: 'D' }),
        row({ name: '别的名字', gradedOn: '2026-01-01' }),
        row({ gradedOn: '2026-02-30' }),
        row({ gradedOn: '2027-01-01' }),
        row({ grade: 'B' }),
        row({ identityType: '工作证', source: '' }),
        row({ identityType: '统一社会信用代码', identityNumber: '91350100M000100Y44', name: '某公司' }),
      ],
      true,
    );
    expect(report).toMatchObject({ rows: 9, written: false });
    expect(report.errors.map(({ row: at, column }) => [at, column])).toEqual([
      [3, '信用等级·证件号'],
      [4, '信用等级·等级'],
      [5, '信用等级·姓名或名称'],
      [6, '信用等级·评定日期'],
      [7, '信用等级·评定日期'],
      [8, '信用等级·证件号'],
      [9, '信用等级·证件类型'],
      [9, '信用等级·评定单位'],
      [10, '信用等级·证件号'],
    ]);
    expect(report.errors.find((one) => one.row === 8)?.message).toBe('与第 2 行重复');
    expect(await app.database.query('SELECT 1 FROM credit_grade')).toEqual([]);
    expect(await identify(known.identityNumber)).toBeNull();
  });

  it('R4.1 are written for people known and unknown, sealed, and seen when they are identified', async () => {
    const stranger = person(78, '李四');
    const rows = [row(), row({ identityNumber: stranger.identityNumber, name: stranger.name, grade: 'B' })];
    expect(await importing(rows)).toMatchObject({ valid: 2, written: false, errors: [] });
    expect(await importing(rows, true)).toMatchObject({ valid: 2, written: true });
    expect(await identify(known.identityNumber)).toEqual({ grade: 'A', deferralClosed: false });
    expect(await identify(stranger.identityNumber)).toEqual({ grade: 'B', deferralClosed: false });
    const stored = JSON.stringify(await app.database.query('SELECT * FROM credit_grade'));
    expect(stored).not.toContain(stranger.identityNumber);
  });

  it('R4.1 keep their history: the same file again adds nothing, a later day counts', async () => {
    await importing([row()], true);
    await importing([row({ grade: 'C', gradedOn: '2026-03-01' })], true);
    await importing([row({ grade: 'B', gradedOn: '2025-03-01' })], true);
    expect(await identify(known.identityNumber)).toMatchObject({ grade: 'C' });
    const grades = await app.database.query<{ grade: string }>(`SELECT grade FROM credit_grade WHERE name = $1 ORDER BY graded_on`, [
      known.name,
    ]);
    expect(grades.map((one) => one.grade)).toEqual(['B', 'A', 'C']);
  });

  it('have a blank sheet that explains itself, and are the system administrator’s business', async () => {
    expect((await admin.raw('GET', '/api/imports/grades/template')).status).toBe(200);
    expect((await clerk.raw('GET', '/api/imports/grades/template')).status).toBe(403);
  });
});
