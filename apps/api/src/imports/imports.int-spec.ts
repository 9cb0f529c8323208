import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCreditCode } from '@onewindow/domain';
import ExcelJs from 'exceljs';
import { ImportWorld, workbook } from '../../test/import-world.js';
import type { ImportName } from './import-tables.js';
import { IMPORT_SHEETS } from './import-tables.js';

let world: ImportWorld;
beforeAll(async () => {
  world = await ImportWorld.start();
});
afterAll(() => world.app.close());

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
    const first = await world.importing('halls', await workbook('halls', { 区划: regions, 大厅: [hall], 部门: [department] }), {
      write: true,
    });
    expect(first).toMatchObject({ written: true, rows: 4, valid: 4 });
    const renamed = { ...hall, name: '滨海政务服务大厅', reception: '3', issue: '1' };
    expect(await world.importing('halls', await workbook('halls', { 大厅: [renamed] }), { write: true })).toMatchObject({
      written: true,
      rows: 1,
    });
    const counters = await world.app.database.query<{ number: number; name: string }>(
      `SELECT c.number, c.name FROM counter c JOIN hall h ON h.id = c.hall_id WHERE h.code = 'BH-1' AND h.name = '滨海政务服务大厅' ORDER BY 1`,
    );
    expect(counters.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('names unknown regions, codes that do not nest, a prefix that is taken, a code that fails', async () => {
    const report = await world.importing(
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
    // A table has no place for the reason with which a counter overrides.
    expect(report.errors.find(({ column }) => column === '部门·信用代码')?.message).toBe('统一社会信用代码校验位不对。对照机关的证书改正');
    await expect(world.importing('halls', await workbook('staff', { 人员: [] }))).rejects.toMatchObject({
      status: 422,
      code: 'import.sheet-missing',
    });
  });
});

describe('the file itself', () => {
  const send = (file: Blob, kind: ImportName = 'staff') => world.importing(kind, file, { write: true });

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
    const honest = Buffer.from(await (await workbook('staff', { 人员: [world.member('LJ-70100')] })).arrayBuffer());
    const entry = honest.lastIndexOf(Buffer.from('504b0102', 'hex'));
    honest.writeUInt32LE(900_000_000, entry + 24);
    await expect(send(new Blob([honest]))).rejects.toMatchObject({ status: 413, code: 'upload.too-large' });
  });

  it('comes from the system administrator alone, and without a body is refused', async () => {
    const clerk = await world.signedIn(['clerk']);
    await expect(world.importing('staff', await workbook('staff', { 人员: [] }), { client: clerk })).rejects.toMatchObject({ status: 403 });
    const bare = await world.admin.raw('POST', '/api/imports/staff?dryRun=true', { json: {} });
    expect(bare.status).toBe(415);
    const unknown = await world.admin.raw('POST', '/api/imports/cases?dryRun=true', { json: {} });
    expect(unknown.status).toBe(400);
  });

  it.each(['staff', 'halls', 'items'] as const)('has a blank template for %s that is read back without faults', async (kind) => {
    const answer = await fetch(`${world.app.baseUrl}/api/imports/${kind}/template`, { headers: { cookie: world.admin.cookieHeader } });
    expect(answer.headers.get('content-disposition')).toContain('.xlsx');
    const template = await answer.blob();
    const report = await world.importing(kind, template);
    expect(report).toMatchObject({ rows: 0, errors: [] });
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(await template.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual([...IMPORT_SHEETS[kind].map(({ sheet }) => sheet), '填写说明']);
  });
});
