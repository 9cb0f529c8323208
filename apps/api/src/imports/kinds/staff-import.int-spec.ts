import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeIdentityNumber } from '@onewindow/domain';
import { ImportWorld, workbook } from '../../../test/import-world.js';
import { createStaff, TEST_PASSWORD } from '../../../test/people-factory.js';

let world: ImportWorld;
beforeAll(async () => {
  world = await ImportWorld.start();
});
afterAll(() => world.app.close());

describe('staff from a workbook', () => {
  it('are tried first, then written, and sign in with the password shown this once', async () => {
    const number = makeIdentityNumber('440106', '1990-04-05', 11);
    const file = await workbook('staff', {
      人员: [
        world.member('lj-70001', { phone: '13900139001', identityNumber: number.toLowerCase() }),
        world.member('LJ-70002', { name: '李四', roles: '审批人员、首席代表', hallCode: '', departmentCode: world.departmentCode }),
      ],
    });
    const before = await world.count('staff');
    expect(await world.importing('staff', file)).toEqual({
      kind: 'staff',
      rows: 2,
      valid: 2,
      written: false,
      errors: [],
      hints: [],
      passwords: [],
    });
    expect(await world.count('staff')).toBe(before);
    const key = randomUUID();
    const report = await world.importing('staff', file, { write: true, key });
    expect(report).toMatchObject({ written: true, valid: 2, errors: [] });
    expect(report.passwords.map(({ staffNo }) => staffNo)).toEqual(['LJ-70001', 'LJ-70002']);
    expect(await world.importing('staff', file, { write: true, key })).toEqual(report);
    expect(await world.count('staff')).toBe(before + 2);
    const password = report.passwords[0]?.password ?? '';
    const session = await world.app.client().signIn('13900139001', password);
    expect(session.staff).toMatchObject({ staffNo: 'LJ-70001', roles: ['clerk'], mustChangePassword: true });
    const kept = JSON.stringify(await world.app.database.query('SELECT answer FROM idempotency_key'));
    expect(kept).not.toContain(password);
    const stored = JSON.stringify(await world.app.database.query(`SELECT * FROM staff WHERE staff_no = 'LJ-70001'`));
    expect(stored).not.toContain(number);
    expect(stored).not.toContain('13900139001');
    const [entry] = await world.app.database.query(`SELECT detail FROM audit_entry WHERE action = 'imports.written'`);
    expect(entry).toEqual({ detail: { kind: 'staff', rows: 2 } });
    const created = await world.app.database.query(
      `SELECT a.staff_no AS "actor", s.staff_no AS "staffNo", e.detail FROM audit_entry e
         JOIN staff s ON s.id = e.subject_id::uuid LEFT JOIN staff a ON a.id = e.actor_id WHERE e.action = 'staff.created' ORDER BY e.id`,
    );
    const actor = expect.any(String);
    const { departmentCode } = world;
    expect(created).toEqual([
      {
        actor,
        staffNo: 'LJ-70001',
        detail: { staffNo: 'LJ-70001', roles: ['clerk'], departmentCode: null, hallCode: expect.any(String) },
      },
      {
        actor,
        staffNo: 'LJ-70002',
        detail: { staffNo: 'LJ-70002', roles: ['approver', 'chief'], departmentCode, hallCode: null },
      },
    ]);
    const auditor = world.app.client();
    await auditor.signIn((await createStaff(world.app.database, { roles: ['auditor'] })).staffNo, TEST_PASSWORD);
    const trail = await auditor.api.listAudit({ query: { action: 'staff.created' } });
    expect(trail.items.map(({ about }) => about).toSorted()).toEqual([
      expect.stringMatching(/ LJ-70001，窗口人员$/),
      '李四 LJ-70002，审批人员、首席代表',
    ]);
  });

  it('with one faulty row are not written at all, and each fault is named with its row and column', async () => {
    const file = await workbook('staff', {
      人员: [
        world.member('LJ-70010'),
        world.member('LJ-70001'),
        world.member('LJ-70011', { roles: '窗口人员、船长', regionCode: '999999' }),
        world.member('LJ-70010', { hallCode: '' }),
        world.member('LJ-70012', { identityNumber: '440106199004050000', phone: '电话' }),
        world.member('LJ 7', { roles: '审批人员', hallCode: '', name: '' }),
      ],
    });
    const before = await world.count('staff');
    const report = await world.importing('staff', file, { write: true });
    expect(report).toMatchObject({ written: false, rows: 6, passwords: [] });
    expect(await world.count('staff')).toBe(before);
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
