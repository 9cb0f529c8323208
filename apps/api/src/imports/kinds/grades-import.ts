import { isoDate, text } from '@onewindow/contracts';
import { shanghaiToday, plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { checkNumber, IDENTITY_PURPOSE } from '../../applicants/index.js';
import { GradeBook } from '../../credit/index.js';
import { Clock, Sealer, sql } from '../../platform/index.js';
import { type ImportKind, type ImportPlan, planOf, type Reader } from '../import-plan.js';
import { choice, columnOf, type FromRow, readTable, type RecordTable, repeated, type RowFault } from '../record-table.js';
import type { Sheets } from '../workbook-file.js';

const MOST_ROWS = 5_000;
const SHEET = '信用等级';
const TYPES = { 统一社会信用代码: 'creditCode', 身份证: 'idCard', 护照: 'passport' } as const;
const GRADES = { A: 'A', B: 'B', C: 'C' } as const;

const gradeRow = z.object({
  identityType: choice(TYPES),
  identityNumber: text(40),
  name: text(100),
  grade: choice(GRADES),
  gradedOn: isoDate.or(z.literal('')).refine((day) => day !== '', '填日期，如 2026-03-01'),
  source: text(60),
});
type GradeRow = z.output<typeof gradeRow>;

export const GRADE_TABLE: RecordTable<typeof gradeRow> = {
  sheet: SHEET,
  schema: gradeRow,
  columns: {
    identityType: { title: '证件类型', hint: '统一社会信用代码、身份证或护照', choices: Object.keys(TYPES) },
    identityNumber: { title: '证件号', hint: '逐位核对校验码；加密保存' },
    name: { title: '姓名或名称', hint: '与已登记的申请人一致' },
    grade: { title: '等级', hint: 'A、B 或 C', choices: Object.keys(GRADES) },
    gradedOn: { title: '评定日期', hint: '如 2026-03-01；同一主体以最近一次为准，以前的留作历史' },
    source: { title: '评定单位', hint: '至多 60 字' },
  },
  sample: {
    identityType: '统一社会信用代码',
    identityNumber: '91350100M000100Y43',
    name: '示例有限公司',
    grade: 'A',
    gradedOn: '2026-03-01',
    source: '临江区信用办',
  },
};

const KNOWN = sql<{ type: string; index: string; name: string }>(
  `SELECT identity_type AS type, identity_index AS index, name FROM applicant WHERE identity_index = ANY($1)`,
);

/** R4.1: credit grades from the bureau's file. People and companies that never applied here are kept for the day they come. */
@Injectable()
export class GradesImport implements ImportKind {
  constructor(
    private readonly book: GradeBook,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async plan(sheets: Sheets, reader: Reader): Promise<ImportPlan> {
    const { records, faults, rows } = readTable(GRADE_TABLE, sheets, MOST_ROWS);
    const indexOf = ({ identityNumber }: GradeRow): string => this.sealer.blindIndex(plainNumber(identityNumber), IDENTITY_PURPOSE);
    const known = await reader.query(KNOWN, [records.map(({ value }) => indexOf(value))]);
    const names = new Map(known.map(({ type, index, name }) => [`${type} ${index}`, name]));
    const all = [
      ...faults,
      ...repeated(records, (row) => `${row.identityType} ${plainNumber(row.identityNumber)} ${row.gradedOn}`, columnOf(SHEET, '证件号')),
      ...records.flatMap((record) => this.faultsOf(record, names.get(`${record.value.identityType} ${indexOf(record.value)}`))),
    ];
    return planOf(rows, all, async (tx) => {
      await this.book.record(
        tx,
        records.map(({ value }) => value),
      );
    });
  }

  private faultsOf({ row, value }: FromRow<GradeRow>, registered: string | undefined): RowFault[] {
    const today = shanghaiToday(this.clock.now());
    const fault = (title: string, message: string): RowFault => ({ row, column: columnOf(SHEET, title), message });
    const checked = checkNumber(value.identityType, value.identityNumber, today);
    // R8.2: a code that fails its check may be genuine; then this hall has registered it, with a reason.
    const isWrong = !checked.ok && !(checked.overridable && registered !== undefined);
    return [
      ...(isWrong ? [fault('证件号', checked.reason)] : []),
      ...(registered !== undefined && registered !== value.name ? [fault('姓名或名称', '与这个证件号登记的申请人不一致')] : []),
      ...(value.gradedOn > today ? [fault('评定日期', '评定日期在今天之后')] : []),
    ];
  }
}
