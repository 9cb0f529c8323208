import { phone, text } from '@onewindow/contracts';
import { parseIdentityNumber, ROLE_LABELS, type Role, shanghaiToday, plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { IDENTITY_PURPOSE } from '../../applicants/index.js';
import { firstPassword, hashPassword, normalisedPhone } from '../../people/index.js';
import { AppConfig, Clock, newId, Sealer, sql } from '../../platform/index.js';
import { type ImportKind, type ImportPlan, type Reader, validRows } from '../import-plan.js';
import { choices, columnOf, empty, type FromRow, readTable, type RecordTable, repeated, type RowFault } from '../record-table.js';
import type { Sheets } from '../workbook-file.js';

const MOST_ROWS = 500;
/** argon2 takes 19 MiB for each: a few at a time. */
const HASHES_AT_ONCE = 4;
const STAFF_PHONE_PURPOSE = 'staff.phone';
const STAFF_IDENTITY_PURPOSE = 'staff.identity';
const SHEET = '人员';

const ROLE_WORDS = Object.fromEntries(Object.entries(ROLE_LABELS).map(([role, label]) => [label, role])) as Record<string, Role>;

const staffRow = z.object({
  staffNo: text(20)
    .regex(/^[A-Za-z0-9-]+$/, '工号只有字母、数字和短横')
    .transform((value) => value.toUpperCase()),
  name: text(60),
  roles: choices(ROLE_WORDS),
  departmentCode: empty(text(40)),
  hallCode: empty(text(20)),
  regionCode: text(12).regex(/^\d{6,12}$/, '区划代码是 6 至 12 位数字'),
  phone: empty(phone),
  identityNumber: empty(text(18)),
});
type StaffRow = z.output<typeof staffRow>;

export const STAFF_TABLE: RecordTable<typeof staffRow> = {
  sheet: SHEET,
  schema: staffRow,
  columns: {
    staffNo: { title: '工号', hint: '登录名，全系统唯一' },
    name: { title: '姓名', hint: '至多 60 字' },
    roles: { title: '角色', hint: `一个或几个，用顿号隔开：${Object.keys(ROLE_WORDS).join('、')}` },
    departmentCode: { title: '部门代码', hint: '审批人员、首席代表必填' },
    hallCode: { title: '大厅代码', hint: '窗口人员、大厅管理员必填' },
    regionCode: { title: '区划代码', hint: '所在或所辖区划' },
    phone: { title: '手机', hint: '可空；填了可用它登录' },
    identityNumber: { title: '身份证号', hint: '可空；加密保存，只用于回避' },
  },
  sample: { staffNo: 'LJ-00101', name: '张三', roles: '窗口人员', hallCode: 'LJ-QZ', regionCode: '440199' },
};

const KNOWN = sql<{ kind: 'staff' | 'department' | 'hall' | 'region' | 'phone'; key: string; id: string }>(
  `SELECT 'staff' AS kind, staff_no AS key, id::text FROM staff WHERE staff_no = ANY($1)
   UNION ALL SELECT 'phone', phone_index, id::text FROM staff WHERE phone_index = ANY($2)
   UNION ALL SELECT 'department', code, id::text FROM department
   UNION ALL SELECT 'hall', code, id::text FROM hall
   UNION ALL SELECT 'region', code, code FROM region`,
);
const INSERT = sql(
  `INSERT INTO staff (id, staff_no, name, password_hash, roles, department_id, hall_id, region_code, identity_index, identity_sealed, phone_sealed,
                      phone_index, must_change_password, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true, $13)`,
);

/** New staff: each gets a first password that must be changed. */
@Injectable()
export class StaffImport implements ImportKind {
  constructor(
    private readonly sealer: Sealer,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  async plan(sheets: Sheets, reader: Reader, seed: string): Promise<ImportPlan> {
    const { records, faults, rows } = readTable(STAFF_TABLE, sheets, MOST_ROWS);
    const phoneIndex = (value: StaffRow): string | null =>
      value.phone === undefined ? null : this.sealer.blindIndex(normalisedPhone(value.phone), STAFF_PHONE_PURPOSE);
    const numbers = records.map(({ value }) => value.staffNo);
    const known = await reader.query(KNOWN, [numbers, records.flatMap(({ value }) => phoneIndex(value) ?? [])]);
    const idOf = (kind: (typeof known)[number]['kind'], key: string | null | undefined): string | undefined =>
      known.find((one) => one.kind === kind && one.key === key)?.id;
    const all = [
      ...faults,
      ...repeated(records, ({ staffNo }) => staffNo, columnOf(SHEET, '工号')),
      ...repeated(records, (value) => phoneIndex(value) ?? undefined, columnOf(SHEET, '手机')),
      ...records.flatMap((record) => this.faultsOf(record, idOf, phoneIndex(record.value))),
    ];
    const passwords = numbers.map((staffNo) => ({ staffNo, password: firstPassword(this.config.keys.session, `${seed}${staffNo}`) }));
    const hashes: string[] = [];
    return {
      rows,
      valid: validRows(rows, all),
      faults: all,
      passwords,
      prepare: async () => {
        for (let at = 0; at < passwords.length; at += HASHES_AT_ONCE) {
          hashes.push(...(await Promise.all(passwords.slice(at, at + HASHES_AT_ONCE).map(({ password }) => hashPassword(password)))));
        }
      },
      committed: () => undefined,
      write: async (tx, ctx) => {
        await Promise.all(
          records.map(({ value }, at) => {
            const id = newId();
            const { staffNo, roles, departmentCode = null, hallCode = null } = value;
            // Who gave whom which roles stays on record, also when they are changed later.
            const detail = { staffNo, roles, departmentCode, hallCode };
            tx.audit({ action: 'staff.created', actorId: ctx.actor.staffId, ip: ctx.ip, subjectType: 'staff', subjectId: id, detail });
            return tx.query(INSERT, [
              id,
              value.staffNo,
              value.name,
              hashes[at],
              value.roles,
              idOf('department', value.departmentCode) ?? null,
              idOf('hall', value.hallCode) ?? null,
              value.regionCode,
              value.identityNumber === undefined ? null : this.sealer.blindIndex(plainNumber(value.identityNumber), IDENTITY_PURPOSE),
              value.identityNumber === undefined ? null : this.sealer.seal(plainNumber(value.identityNumber), STAFF_IDENTITY_PURPOSE),
              value.phone === undefined ? null : this.sealer.seal(normalisedPhone(value.phone), STAFF_PHONE_PURPOSE),
              phoneIndex(value),
              tx.now,
            ]);
          }),
        );
      },
    };
  }

  private faultsOf(
    { row, value }: FromRow<StaffRow>,
    idOf: (kind: 'staff' | 'department' | 'hall' | 'region' | 'phone', key: string | null | undefined) => string | undefined,
    phoneIndex: string | null,
  ): RowFault[] {
    const faults: RowFault[] = [];
    const report = (title: string, message: string): void => void faults.push({ row, column: columnOf(SHEET, title), message });
    const { roles, departmentCode, hallCode } = value;
    if (idOf('staff', value.staffNo)) report('工号', '工号已存在');
    if (phoneIndex !== null && idOf('phone', phoneIndex)) report('手机', '手机已用于别的账号');
    if (departmentCode !== undefined && !idOf('department', departmentCode)) report('部门代码', `没有部门“${departmentCode}”`);
    if (hallCode !== undefined && !idOf('hall', hallCode)) report('大厅代码', `没有大厅“${hallCode}”`);
    if (!idOf('region', value.regionCode)) report('区划代码', `没有区划“${value.regionCode}”`);
    if (departmentCode === undefined && roles.some((role) => role === 'approver' || role === 'chief'))
      report('部门代码', '审批人员、首席代表要有部门');
    if (hallCode === undefined && roles.some((role) => role === 'clerk' || role === 'hall_manager'))
      report('大厅代码', '窗口人员、大厅管理员要有大厅');
    if (value.identityNumber !== undefined) {
      const checked = parseIdentityNumber(plainNumber(value.identityNumber), shanghaiToday(this.clock.now()));
      if (!checked.ok) report('身份证号', checked.reason);
    }
    return faults;
  }
}
