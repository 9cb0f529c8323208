import { text } from '@onewindow/contracts';
import { parseCreditCode } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Organisation } from '../../organisation/index.js';
import { type CommandTx, newId, sql } from '../../platform/index.js';
import { type ImportKind, type ImportPlan, planOf, type Reader } from '../import-plan.js';
import { TooManyRows } from '../import-problems.js';
import { choice, columnOf, empty, type FromRow, readTable, type RecordTable, repeated, type RowFault, whole } from '../record-table.js';
import type { Sheets } from '../workbook-file.js';

const MOST_ROWS = 1_000;
const MOST_COUNTERS = 200;
const code = (max: number) => text(max).regex(/^[A-Za-z0-9-]+$/, '代码只有字母、数字和短横');
const regionCode = text(12).regex(/^\d{6}(\d{3})?(\d{3})?$/, '区划代码是 6、9 或 12 位数字');

const regionRow = z.object({
  code: regionCode,
  name: text(60),
  level: choice({ 区县: 'district', 街道: 'street', 社区: 'community' }),
  parentCode: empty(regionCode),
});
const hallRow = z.object({
  code: code(20),
  name: text(60),
  regionCode,
  address: text(120),
  phone: text(30),
  reception: whole.refine((value) => value >= 1 && value <= MOST_COUNTERS, '综合窗口 1 至 200 个'),
  issue: whole.refine((value) => value <= MOST_COUNTERS, '出件窗口 0 至 200 个'),
});
const departmentRow = z.object({
  code: code(40),
  name: text(60),
  shortName: text(40),
  documentPrefix: text(10),
  creditCode: text(18),
  regionCode,
  phone: text(30),
});

export const REGION_TABLE: RecordTable<typeof regionRow> = {
  sheet: '区划',
  optional: true,
  schema: regionRow,
  columns: {
    code: { title: '区划代码', hint: '6 位到区县，9 位到街道，12 位到社区' },
    name: { title: '名称', hint: '临江区' },
    level: { title: '级别', hint: '区县、街道、社区', choices: ['区县', '街道', '社区'] },
    parentCode: { title: '上级代码', hint: '区县可空' },
  },
  sample: { code: '440199001', name: '望湖街道', level: '街道', parentCode: '440199' },
};
export const HALL_TABLE: RecordTable<typeof hallRow> = {
  sheet: '大厅',
  schema: hallRow,
  columns: {
    code: { title: '大厅代码', hint: '唯一；已有的更新名称、地址、电话，窗口只增不减' },
    name: { title: '名称', hint: '区政务服务大厅' },
    regionCode: { title: '区划代码', hint: '已有的或本文件“区划”里的' },
    address: { title: '地址', hint: '至多 120 字' },
    phone: { title: '电话', hint: '印在文书上' },
    reception: { title: '综合窗口数', hint: '从 1 号起' },
    issue: { title: '出件窗口数', hint: '接在综合窗口后面编号' },
  },
  sample: {
    code: 'LJ-WH',
    name: '望湖街道便民服务中心',
    regionCode: '440199001',
    address: '梧桐路 26 号',
    phone: '020-5550 6211',
    reception: '3',
    issue: '1',
  },
};
export const DEPARTMENT_TABLE: RecordTable<typeof departmentRow> = {
  sheet: '部门',
  optional: true,
  schema: departmentRow,
  columns: {
    code: { title: '部门代码', hint: '唯一；已有的更新其余各列' },
    name: { title: '全称', hint: '印在文书上：临江区卫生健康局' },
    shortName: { title: '简称', hint: '屏幕上用：卫生健康局' },
    documentPrefix: { title: '文号字头', hint: '临卫' },
    creditCode: { title: '信用代码', hint: '18 位，事项编码的开头' },
    regionCode: { title: '区划代码', hint: '已有的或本文件“区划”里的' },
    phone: { title: '电话', hint: '020-5550 7122' },
  },
  sample: {
    code: 'health',
    name: '临江区卫生健康局',
    shortName: '卫生健康局',
    documentPrefix: '临卫',
    creditCode: '91350100M000100Y43',
    regionCode: '440199',
    phone: '020-5550 7122',
  },
};

const KNOWN_REGIONS = sql<{ code: string; districtCode: string }>(`SELECT code, district_code AS "districtCode" FROM region`);
const KNOWN_PREFIXES = sql<{ code: string; documentPrefix: string }>(`SELECT code, document_prefix AS "documentPrefix" FROM department`);
const SAVE_REGION = sql(
  `INSERT INTO region (code, name, level, parent_code, district_code) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent_code = excluded.parent_code`,
);
const SAVE_HALL = sql<{ id: string }>(
  `INSERT INTO hall (id, code, name, region_code, address, phone) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (code) DO UPDATE SET name = excluded.name, region_code = excluded.region_code, address = excluded.address, phone = excluded.phone
   RETURNING id`,
);
const SAVE_COUNTER = sql(
  `INSERT INTO counter (id, hall_id, number, name) VALUES ($1, $2, $3, $4) ON CONFLICT (hall_id, number) DO NOTHING`,
);
const SAVE_DEPARTMENT = sql(
  `INSERT INTO department (id, code, name, short_name, document_prefix, credit_code, region_code, phone) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, document_prefix = excluded.document_prefix,
     credit_code = excluded.credit_code, region_code = excluded.region_code, phone = excluded.phone`,
);

type Regions = readonly FromRow<z.output<typeof regionRow>>[];

/** The organisation: regions, halls with their counters, departments. What is there already is brought up to date. */
@Injectable()
export class HallsImport implements ImportKind {
  constructor(private readonly organisation: Organisation) {}

  async plan(sheets: Sheets, reader: Reader): Promise<ImportPlan> {
    const regions = readTable(REGION_TABLE, sheets);
    const halls = readTable(HALL_TABLE, sheets);
    const departments = readTable(DEPARTMENT_TABLE, sheets);
    const rows = regions.rows + halls.rows + departments.rows;
    if (rows > MOST_ROWS) throw new TooManyRows(MOST_ROWS);
    const [known, prefixes] = await Promise.all([reader.query(KNOWN_REGIONS), reader.query(KNOWN_PREFIXES)]);
    const codes = new Set([...known.map((one) => one.code), ...regions.records.map(({ value }) => value.code)]);
    const unknownRegion = (sheet: string, records: readonly FromRow<{ regionCode: string }>[]): RowFault[] =>
      records.flatMap(({ row, value }) =>
        codes.has(value.regionCode) ? [] : [{ row, column: columnOf(sheet, '区划代码'), message: `没有区划“${value.regionCode}”` }],
      );
    const foreignPrefix = departments.records.flatMap(({ row, value }) => {
      const holder = prefixes.find((one) => one.documentPrefix === value.documentPrefix && one.code !== value.code);
      return holder ? [{ row, column: columnOf('部门', '文号字头'), message: `文号字头已由部门“${holder.code}”使用，文号会重复` }] : [];
    });
    const faults = [
      ...regions.faults,
      ...halls.faults,
      ...departments.faults,
      ...repeated(regions.records, ({ code: own }) => own, columnOf('区划', '区划代码')),
      ...repeated(halls.records, ({ code: own }) => own, columnOf('大厅', '大厅代码')),
      ...repeated(departments.records, ({ code: own }) => own, columnOf('部门', '部门代码')),
      ...repeated(departments.records, ({ documentPrefix }) => documentPrefix, columnOf('部门', '文号字头')),
      ...regionFaults(regions.records, codes),
      ...unknownRegion('大厅', halls.records),
      ...unknownRegion('部门', departments.records),
      ...foreignPrefix,
      ...departments.records.flatMap(({ row, value }) => {
        const checked = parseCreditCode(value.creditCode);
        // At the counter a genuine code that fails is overridden with a reason; a table has no place for one.
        const message = checked.ok ? null : checked.overridable ? '统一社会信用代码校验位不对。对照机关的证书改正' : checked.reason;
        return message === null ? [] : [{ row, column: columnOf('部门', '信用代码'), message }];
      }),
    ];
    const write = async (tx: CommandTx): Promise<void> => {
      for (const { value } of regions.records) {
        await tx.query(SAVE_REGION, [value.code, value.name, value.level, value.parentCode ?? null, value.code.slice(0, 6)]);
      }
      for (const { value } of halls.records) await this.saveHall(tx, value);
      for (const { value: one } of departments.records) {
        const { name, shortName, documentPrefix, creditCode, phone } = one;
        await tx.query(SAVE_DEPARTMENT, [newId(), one.code, name, shortName, documentPrefix, creditCode, one.regionCode, phone]);
      }
    };
    return planOf(rows, faults, write, () => this.organisation.refresh());
  }

  private async saveHall(tx: CommandTx, value: z.output<typeof hallRow>): Promise<void> {
    const [saved] = await tx.query(SAVE_HALL, [newId(), value.code, value.name, value.regionCode, value.address, value.phone]);
    for (let number = 1; number <= value.reception + value.issue; number += 1) {
      await tx.query(SAVE_COUNTER, [newId(), saved?.id, number, number <= value.reception ? '综合窗口' : '出件窗口']);
    }
  }
}

/** A street lies in its district: the codes say so. */
function regionFaults(records: Regions, codes: ReadonlySet<string>): RowFault[] {
  return records.flatMap(({ row, value }) => {
    const report = (title: string, message: string): RowFault[] => [{ row, column: columnOf('区划', title), message }];
    const expected = { district: 6, street: 9, community: 12 }[value.level];
    if (value.code.length !== expected) return report('区划代码', `这一级的代码是 ${expected} 位`);
    if (value.level === 'district') return [];
    if (value.parentCode === undefined) return report('上级代码', '街道和社区要有上级');
    if (!codes.has(value.parentCode)) return report('上级代码', `没有区划“${value.parentCode}”`);
    return value.code.startsWith(value.parentCode) ? [] : report('上级代码', '本级代码要以上级代码开头');
  });
}
