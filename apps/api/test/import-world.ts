import ExcelJs from 'exceljs';
import { IMPORT_SHEETS, type ImportName } from '../src/imports/import-tables.js';
import { createDepartment, createHall, createStaff, REGION_CODE, type StaffInput, TEST_PASSWORD } from './people-factory.js';
import { startApp, type TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** A hall and a department to import into, and somebody who may. */
export class ImportWorld {
  private constructor(
    readonly app: TestApp,
    readonly departmentCode: string,
    readonly hallCode: string,
    readonly admin: TestClient,
  ) {}

  static async start(): Promise<ImportWorld> {
    const app = await startApp();
    const departmentId = await createDepartment(app.database);
    const { hallId } = await createHall(app.database);
    const [codes] = await app.database.query<{ department: string; hall: string }>(
      `SELECT (SELECT code FROM department WHERE id = $1) AS department, (SELECT code FROM hall WHERE id = $2) AS hall`,
      [departmentId, hallId],
    );
    return new ImportWorld(app, codes?.department ?? '', codes?.hall ?? '', await signedIn(app, ['system_admin']));
  }

  async importing(kind: ImportName, file: Blob, options: { write?: boolean; key?: string; client?: TestClient } = {}) {
    const client = options.client ?? this.admin;
    return await client.api.importRows(
      { params: { kind }, query: { dryRun: options.write === true ? 'false' : 'true' } },
      { file, fileName: `${kind}.xlsx`, ...(options.key === undefined ? {} : { idempotencyKey: options.key }) },
    );
  }

  signedIn(roles: StaffInput['roles']): Promise<TestClient> {
    return signedIn(this.app, roles);
  }

  async count(table: string): Promise<number> {
    return (await this.app.database.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`))[0]?.n ?? 0;
  }

  /** A clerk's row. */
  member(staffNo: string, more: Record<string, string> = {}): Record<string, string> {
    return { staffNo, name: '张三', roles: '窗口人员', hallCode: this.hallCode, regionCode: REGION_CODE, ...more };
  }
}

async function signedIn(app: TestApp, roles: StaffInput['roles']): Promise<TestClient> {
  const { staffNo } = await createStaff(app.database, { roles });
  const client = app.client();
  await client.signIn(staffNo, TEST_PASSWORD);
  return client;
}

/** A workbook with the headings of the template. Keys of a row are those of the table's columns. */
export async function workbook(kind: ImportName, rows: Rows): Promise<Blob> {
  const book = new ExcelJs.Workbook();
  for (const { sheet, columns } of IMPORT_SHEETS[kind]) {
    const records = rows[sheet];
    if (!records) continue;
    const page = book.addWorksheet(sheet);
    page.addRow(Object.values(columns).map(({ title }) => title));
    for (const record of records) page.addRow(Object.keys(columns).map((key) => record[key] ?? ''));
  }
  return new Blob([await book.xlsx.writeBuffer()]);
}
