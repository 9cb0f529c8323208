import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCreditCode, makeIdentityNumber, makeItemCode } from '@onewindow/domain';
import ExcelJs from 'exceljs';
import { createDepartment, createHall, createStaff, REGION_CODE, TEST_PASSWORD } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { IMPORT_SHEETS, type ImportName } from './import-tables.js';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
type File = Blob;

let app: TestApp;
let admin: TestClient;
let departmentCode: string;
let hallCode: string;

beforeAll(async () => {
  app = await startApp();
  const departmentId = await createDepartment(app.database);
  const { hallId } = await createHall(app.database);
  const [codes] = await app.database.query<{ department: string; hall: string }>(
    `SELECT (SELECT code FROM department WHERE id = $1) AS department, (SELECT code FROM hall WHERE id = $2) AS hall`,
    [departmentId, hallId],
  );
  departmentCode = codes?.department ?? '';
  hallCode = codes?.hall ?? '';
  admin = await signedIn(['system_admin']);
});
afterAll(() => app.close());

async function signedIn(roles: Parameters<typeof createStaff>[1]['roles']): Promise<TestClient> {
  const { staffNo } = await createStaff(app.database, { roles });
  const client = app.client();
  await client.signIn(staffNo, TEST_PASSWORD);
  return client;
}

/** A workbook with the headings of the template. Keys of a row are those of the table's columns. */
async function workbook(kind: ImportName, rows: Rows): Promise<File> {
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

async function importing(kind: ImportName, file: File, options: { write?: boolean; key?: string; client?: TestClient } = {}) {
  const client = options.client ?? admin;
  return await client.api.importRows(
    { params: { kind }, query: { dryRun: options.write === true ? 'false' : 'true' } },
    { file, fileName: `${kind}.xlsx`, ...(options.key === undefined ? {} : { idempotencyKey: options.key }) },
  );
}

const count = async (table: string): Promise<number> =>
  (await app.database.query<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`))[0]?.n ?? 0;
const member = (staffNo: string, more: Record<string, string> = {}) => ({
  staffNo,
  name: '张三',
  roles: '窗口人员',
  hallCode,
  regionCode: REGION_CODE,
  ...more,
});

describe('staff from a workbook', () => {
  it('are tried first, then written, and sign in with the password shown this once', async () => {
    const number = makeIdentityNumber('440106', '1990-04-05', 11);
    const file = await workbook('staff', {
      人员: [
        member('lj-70001', { phone: '13900139001', identityNumber: number.toLowerCase() }),
        member('LJ-70002', { name: '李四', roles: '审批人员、首席代表', hallCode: '', departmentCode }),
      ],
    });
    const before = await count('staff');
    expect(await importing('staff', file)).toEqual({ kind: 'staff', rows: 2, valid: 2, written: false, errors: [], passwords: [] });
    expect(await count('staff')).toBe(before);
    const key = randomUUID();
    const report = await importing('staff', file, { write: true, key });
    expect(report).toMatchObject({ written: true, valid: 2, errors: [] });
    expect(report.passwords.map(({ staffNo }) => staffNo)).toEqual(['LJ-70001', 'LJ-70002']);
    expect(await importing('staff', file, { write: true, key })).toEqual(report);
    expect(await count('staff')).toBe(before + 2);
    const password = report.passwords[0]?.password ?? '';
    const session = await app.client().signIn('13900139001', password);
    expect(session.staff).toMatchObject({ staffNo: 'LJ-70001', roles: ['clerk'], mustChangePassword: true });
    const kept = JSON.stringify(await app.database.query('SELECT answer FROM idempotency_key'));
    expect(kept).not.toContain(password);
    const stored = JSON.stringify(await app.database.query(`SELECT * FROM staff WHERE staff_no = 'LJ-70001'`));
    expect(stored).not.toContain(number);
    expect(stored).not.toContain('13900139001');
    const [entry] = await app.database.query(`SELECT detail FROM audit_entry WHERE action = 'imports.written'`);
    expect(entry).toEqual({ detail: { kind: 'staff', rows: 2 } });
  });

  it('with one faulty row are not written at all, and each fault is named with its row and column', async () => {
    const file = await workbook('staff', {
      人员: [
        member('LJ-70010'),
        member('LJ-70001'),
        member('LJ-70011', { roles: '窗口人员、船长', regionCode: '999999' }),
        member('LJ-70010', { hallCode: '' }),
        member('LJ-70012', { identityNumber: '440106199004050000', phone: '电话' }),
        member('LJ 7', { roles: '审批人员', hallCode: '', name: '' }),
      ],
    });
    const before = await count('staff');
    const report = await importing('staff', file, { write: true });
    expect(report).toMatchObject({ written: false, rows: 6, passwords: [] });
    expect(await count('staff')).toBe(before);
    const told = report.errors.map(({ row, column, message }) => `${row} ${column} ${message}`);
    expect(told).toEqual(
      expect.arrayContaining([
        '3 人员·工号 工号已存在',
        expect.stringContaining('4 人员·角色 填“窗口人员”'),
        '5 人员·工号 与第 2 行重复',
        '5 人员·大厅代码 窗口人员、大厅管理员要有大厅',
        expect.stringContaining('6 人员·手机 电话号码只能有数字'),
        '7 人员·工号 工号只有字母、数字和短横',
        '7 人员·姓名 不能为空',
      ]),
    );
    expect(report.valid).toBe(1);
  });
});

describe('the organisation from a workbook', () => {
  const agency = makeCreditCode('11', '440198', 4_711);
  const regions = [
    { code: '440198', name: '滨海区', level: '区县', parentCode: '' },
    { code: '440198001', name: '海角街道', level: '街道', parentCode: '440198' },
  ];
  const hall = { code: 'BH-1', name: '滨海大厅', regionCode: '440198', address: '海滨路 1 号', phone: '020-1', reception: '2', issue: '1' };
  const department = {
    code: 'bh-health',
    name: '滨海区卫生健康局',
    shortName: '卫生健康局',
    documentPrefix: '滨卫',
    creditCode: agency,
    regionCode: '440198',
    phone: '020-2',
  };

  it('is written, and brought up to date by the next', async () => {
    const first = await importing('halls', await workbook('halls', { 区划: regions, 大厅: [hall], 部门: [department] }), { write: true });
    expect(first).toMatchObject({ written: true, rows: 4, valid: 4 });
    const renamed = { ...hall, name: '滨海政务服务大厅', reception: '3', issue: '1' };
    expect(await importing('halls', await workbook('halls', { 大厅: [renamed] }), { write: true })).toMatchObject({
      written: true,
      rows: 1,
    });
    const counters = await app.database.query<{ number: number; name: string }>(
      `SELECT c.number, c.name FROM counter c JOIN hall h ON h.id = c.hall_id WHERE h.code = 'BH-1' AND h.name = '滨海政务服务大厅' ORDER BY 1`,
    );
    expect(counters.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('names unknown regions, codes that do not nest, a prefix that is taken, a code that fails', async () => {
    const report = await importing(
      'halls',
      await workbook('halls', {
        区划: [{ code: '440197001', name: '错街道', level: '街道', parentCode: '440198' }],
        大厅: [{ ...hall, code: 'BH-2', regionCode: '440100', reception: '0' }],
        部门: [{ ...department, code: 'bh-other', creditCode: `${agency.slice(0, 17)}${agency.endsWith('0') ? '1' : '0'}` }],
      }),
      { write: true },
    );
    expect(report.written).toBe(false);
    expect(report.errors.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['区划·上级代码', '大厅·综合窗口数', '部门·文号字头', '部门·信用代码']),
    );
    await expect(importing('halls', await workbook('staff', { 人员: [] }))).rejects.toMatchObject({
      status: 422,
      code: 'import.sheet-missing',
    });
  });
});

describe('items from a workbook', () => {
  const code = makeItemCode(makeCreditCode('11', '440199', 4_712), '4', '000123012999');
  const sheets = (): Record<string, Record<string, string>[]> => ({
    事项: [
      {
        code,
        name: '公共浴室卫生许可',
        departmentCode,
        kind: '承诺件',
        subtype: '新办',
        applicantKinds: '自然人、法人',
        statutoryLimit: '20',
        promisedLimit: '5',
        legalBasis: '《中华人民共和国行政许可法》',
        allowsDeferral: '是',
        subjectField: 'place',
        feeYuan: '12.5',
        scope: '全区',
        delivery: '窗口、邮寄',
        resultName: '卫生许可证',
        resultKind: '证照',
        resultElectronic: '否',
        resultYears: '4',
        resultPrefix: '临卫浴证字',
        resultFields: 'place、area',
      },
    ],
    情形: [
      { code, key: 'air', title: '使用集中空调', kind: '是否', preset: '否' },
      { code, key: 'size', title: '规模', kind: '选择', options: 'small=小、large=大', preset: 'small' },
    ],
    材料: [
      {
        code,
        material: 'application',
        name: '申请表',
        necessity: '必交',
        isKey: '是',
        kind: '申请表',
        medium: '原件',
        source: '申请人自备',
        standard: '签名',
        reviewPoints: '填写完整；签名',
      },
      {
        code,
        material: 'airReport',
        name: '空调报告',
        necessity: '有条件',
        when: 'air=是',
        kind: '报告',
        medium: '原件',
        source: '检测机构',
        standard: '合格',
      },
    ],
    表单: [
      { code, key: 'place', title: '场所名称', type: '文字', required: '是', maxLength: '60', source: 'applicant.name', wide: '是' },
      { code, key: 'area', title: '面积', type: '数字', minimum: '1', unit: '平方米' },
      { code, key: 'phone', title: '电话', type: '文字', format: '电话', required: '是' },
    ],
    环节: [
      { code, key: 'review', name: '审查', kind: '审查', role: '审批人员', limit: '3', points: '布局；报告' },
      { code, key: 'site', name: '现场核查', kind: '审查', role: '审批人员', limit: '2', after: 'review', when: 'size=large' },
      { code, key: 'decision', name: '决定', kind: '决定', role: '首席代表', limit: '1', after: 'review、site' },
    ],
    特别程序: [{ code, kind: '检测', basis: '许可法第四十五条', usualDays: '7' }],
  });

  it('are published with all that a version holds, and found by pinyin at once', async () => {
    expect(await importing('items', await workbook('items', sheets()), { write: true })).toMatchObject({
      written: true,
      rows: 12,
      valid: 12,
    });
    const clerk = await signedIn(['catalogue_editor']);
    const { items } = await clerk.api.searchItems({ query: { q: 'ggys' } });
    expect(items[0]).toMatchObject({ name: '公共浴室卫生许可', code, open: true });
    const version = await clerk.api.getItemVersion({ params: { id: items[0]?.versionId ?? '' } });
    expect(version.definition).toMatchObject({
      feeCents: 1_250,
      questions: [
        { key: 'air', default: false },
        {
          options: [
            { value: 'small', title: '小' },
            { value: 'large', title: '大' },
          ],
        },
      ],
      materials: [
        { code: 'application', reviewPoints: ['填写完整', '签名'], copies: 1 },
        { code: 'airReport', when: { question: 'air', equals: true } },
      ],
      form: { required: ['place', 'phone'], properties: { area: { 'x-unit': '平方米', minimum: 1 }, place: { 'x-span': 2 } } },
      route: { steps: [{ key: 'review' }, { when: { question: 'size', equals: 'large' } }, { after: ['review', 'site'] }] },
    });
    const next = sheets();
    if (next['事项']?.[0]) next['事项'][0].promisedLimit = '4';
    await importing('items', await workbook('items', next), { write: true });
    const versions = await app.database.query(
      `SELECT v.version, v.status FROM item_version v JOIN item i ON i.id = v.item_id WHERE i.code = $1 ORDER BY 1`,
      [code],
    );
    expect(versions).toEqual([
      { version: 1, status: 'retired' },
      { version: 2, status: 'published' },
    ]);
  });

  it('with a fault in any sheet are not published; the fault is told where it stands', async () => {
    const before = await count('item_version');
    const bad = sheets();
    bad['材料']?.push({
      code: 'X',
      material: 'stray',
      name: '散',
      necessity: '必交',
      kind: '报告',
      medium: '原件',
      source: '无',
      standard: '无',
    });
    if (bad['环节']?.[2]) bad['环节'][2].after = 'review、nowhere';
    if (bad['表单']?.[1]) bad['表单'][1].source = 'applicant.shoeSize';
    if (bad['材料']?.[1]) bad['材料'][1].when = 'wind=是';
    const report = await importing('items', await workbook('items', bad), { write: true });
    expect(report.written).toBe(false);
    expect(report.errors.map(({ row, column }) => `${row} ${column}`)).toEqual(
      expect.arrayContaining(['4 材料·实施编码', '4 环节', '3 表单', '3 材料']),
    );
    const typed = sheets();
    if (typed['材料']?.[1]) typed['材料'][1].when = '空调开着';
    if (typed['事项']?.[0]) typed['事项'][0].kind = '快办件';
    const cells = await importing('items', await workbook('items', typed), { write: true });
    expect(cells.errors.map(({ row, column }) => `${row} ${column}`)).toEqual(expect.arrayContaining(['2 事项·类型', '3 材料·条件']));
    expect(await count('item_version')).toBe(before);
  });
});

describe('the file itself', () => {
  const send = (file: File, kind: ImportName = 'staff') => importing(kind, file, { write: true });

  it('must be a workbook, whole and of a sane size', async () => {
    await expect(send(new Blob(['工号,姓名\n1,2']))).rejects.toMatchObject({ status: 415, code: 'import.not-xlsx' });
    await expect(send(new Blob([Buffer.from('504b0304', 'hex'), 'not really a zip'.repeat(20)]))).rejects.toMatchObject({
      status: 422,
      code: 'import.unreadable',
    });
    await expect(send(new Blob([Buffer.from('504b0304', 'hex'), Buffer.alloc(6 * 1024 * 1024)]))).rejects.toMatchObject({
      status: 413,
      code: 'upload.too-large',
    });
    await expect(send(new Blob([]))).rejects.toMatchObject({ status: 415 });
  });

  it('that unpacks to too much is refused unopened', async () => {
    const honest = Buffer.from(await (await workbook('staff', { 人员: [member('LJ-70100')] })).arrayBuffer());
    const entry = honest.lastIndexOf(Buffer.from('504b0102', 'hex'));
    honest.writeUInt32LE(900_000_000, entry + 24);
    await expect(send(new Blob([honest]))).rejects.toMatchObject({ status: 413, code: 'upload.too-large' });
  });

  it('comes from the system administrator alone, and without a body is refused', async () => {
    const clerk = await signedIn(['clerk']);
    await expect(importing('staff', await workbook('staff', { 人员: [] }), { client: clerk })).rejects.toMatchObject({ status: 403 });
    const bare = await admin.raw('POST', '/api/imports/staff?dryRun=true', { json: {} });
    expect(bare.status).toBe(415);
    const unknown = await admin.raw('POST', '/api/imports/cases?dryRun=true', { json: {} });
    expect(unknown.status).toBe(400);
  });

  it.each(['staff', 'halls', 'items'] as const)('has a blank template for %s that is read back without faults', async (kind) => {
    const answer = await fetch(`${app.baseUrl}/api/imports/${kind}/template`, { headers: { cookie: admin.cookieHeader } });
    expect(answer.headers.get('content-disposition')).toContain('.xlsx');
    const template = await answer.blob();
    const report = await importing(kind, template);
    expect(report).toMatchObject({ rows: 0, errors: [] });
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(await template.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual([...IMPORT_SHEETS[kind].map(({ sheet }) => sheet), '填写说明']);
  });
});
