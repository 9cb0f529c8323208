import { Injectable } from '@nestjs/common';
import {
  CataloguePublisher,
  checkDefinition,
  type DefinitionFault,
  routeDepartments,
  type RouteDepartments,
  routeHints,
} from '../../catalogue/index.js';
import { type ImportKind, type ImportPlan, planOf, type Reader } from '../import-plan.js';
import { type Column, columnOf, type FromRow, readTable, type RecordTable, repeated, type RowFault } from '../record-table.js';
import type { Sheets } from '../workbook-file.js';
import { assembleDefinition, type ItemRows } from './item-assembly.js';
import { FIELD_TABLE, ITEM_TABLE, MATERIAL_TABLE, QUESTION_TABLE } from './item-tables.js';
import { PROCEDURE_TABLE, STEP_TABLE } from './route-tables.js';

const MOST_ITEMS = 200;

type AnyTable = Pick<RecordTable<never>, 'sheet'> & { readonly columns: Readonly<Record<string, Column>> };

/** What a version calls by another name than the sheet's column does. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  feeCents: 'feeYuan',
  'result.validYears': 'resultYears',
  'materials.code': 'material',
  'questions.default': 'preset',
  'route.publicNotice.days': 'noticeDays',
};

/** Row and column that a fault's path speaks of: 环节·时限; the sheet alone where it speaks of no one cell. */
function placeOf(rows: ItemRows, path: string): Pick<RowFault, 'row' | 'column'> {
  const [part = '', ...inPart] = path.split('.');
  const cell = (table: AnyTable, record: FromRow<unknown> | undefined, name: string, known: string) => {
    if (!record) return null;
    return { row: record.row, column: columnOf(table.sheet, table.columns[COLUMN_OF[known] ?? name]?.title ?? '') };
  };
  const inRow = (table: AnyTable, records: readonly FromRow<unknown>[], [index, ...names]: readonly string[]) => {
    const name = names.join('.');
    return cell(table, records[Number(index)], name, `${part}.${name}`);
  };
  const field = inPart[0] === 'properties' ? rows.fields.find(({ value }) => value.key === inPart[1]) : undefined;
  const found =
    (part === 'questions' ? inRow(QUESTION_TABLE, rows.questions, inPart) : null) ??
    (part === 'materials' ? inRow(MATERIAL_TABLE, rows.materials, inPart) : null) ??
    (part === 'route' ? inRow(STEP_TABLE, rows.steps, inPart.slice(1)) : null) ??
    (part === 'specialProcedures' ? inRow(PROCEDURE_TABLE, rows.procedures, inPart) : null) ??
    (part === 'form' ? cell(FIELD_TABLE, field, '', '') : null);
  return found ?? cell(ITEM_TABLE, rows.item, path, path) ?? { row: rows.item.row, column: ITEM_TABLE.sheet };
}

/** Items with everything that a version holds, spread over six sheets by the item's code; each becomes the next published version. */
@Injectable()
export class ItemsImport implements ImportKind {
  constructor(private readonly publisher: CataloguePublisher) {}

  async plan(sheets: Sheets, reader: Reader): Promise<ImportPlan> {
    const items = readTable(ITEM_TABLE, sheets, MOST_ITEMS);
    const parts = {
      questions: readTable(QUESTION_TABLE, sheets),
      materials: readTable(MATERIAL_TABLE, sheets),
      fields: readTable(FIELD_TABLE, sheets),
      steps: readTable(STEP_TABLE, sheets),
      procedures: readTable(PROCEDURE_TABLE, sheets),
    };
    const { departments } = await routeDepartments(reader);
    const codes = new Set(items.records.map(({ value }) => value.code));
    const strays: RowFault[] = [
      ...strayRows(QUESTION_TABLE, parts.questions.records, codes),
      ...strayRows(MATERIAL_TABLE, parts.materials.records, codes),
      ...strayRows(FIELD_TABLE, parts.fields.records, codes),
      ...strayRows(STEP_TABLE, parts.steps.records, codes),
      ...strayRows(PROCEDURE_TABLE, parts.procedures.records, codes),
    ];
    const cells = [items, ...Object.values(parts)].flatMap(({ faults }) => faults);
    const assembled = items.records.map((item) => {
      const own = <T extends { code: string }>(records: readonly FromRow<T>[]) =>
        records.filter(({ value }) => value.code === item.value.code);
      const rows: ItemRows = {
        item,
        questions: own(parts.questions.records),
        materials: own(parts.materials.records),
        fields: own(parts.fields.records),
        steps: own(parts.steps.records),
        procedures: own(parts.procedures.records),
      };
      return { rows, definition: assembleDefinition(rows) };
    });
    // With a faulty cell the definition lacks a row; what follows from that would only confuse.
    const whole = cells.length > 0 ? [] : assembled.flatMap(({ rows, definition }) => definitionFaults(rows, definition, departments));
    const keys = assembled.flatMap(({ rows }) => repeated(rows.fields, ({ key }) => key, columnOf(FIELD_TABLE.sheet, '键')));
    const faults = [
      ...cells,
      ...strays,
      ...repeated(items.records, ({ code }) => code, columnOf(ITEM_TABLE.sheet, '实施编码')),
      ...keys,
      ...whole,
    ];
    const rows = items.rows + Object.values(parts).reduce((sum, part) => sum + part.rows, 0);
    const hints = faults.length > 0 ? [] : assembled.flatMap(({ rows: of, definition }) => hintsOf(of, definition, departments));
    const plan = planOf(rows, faults, async (tx) => {
      for (const { rows: of, definition } of assembled) {
        const { code, name, departmentCode, closedReason } = of.item.value;
        await this.publisher.publish(tx, { code, name, departmentCode, definition, closedReason: closedReason ?? null });
      }
    });
    return { ...plan, hints };
  }
}

/** R5.1: what to know of the route all the same, told before anything is published. */
function hintsOf(rows: ItemRows, definition: unknown, departments: RouteDepartments): string[] {
  const { code, name, departmentCode } = rows.item.value;
  const { definition: checked } = checkDefinition({ code, definition, departmentCode, departments });
  return checked ? routeHints(checked, departmentCode, departments).map((hint) => `${name}：${hint}`) : [];
}

function definitionFaults(rows: ItemRows, definition: unknown, departments: RouteDepartments): RowFault[] {
  const { code, departmentCode } = rows.item.value;
  const { faults } = checkDefinition({ code, definition, departmentCode, departments });
  const unknown: DefinitionFault[] = departments.has(departmentCode)
    ? []
    : [{ path: 'departmentCode', message: `没有部门“${departmentCode}”` }];
  return [...faults, ...unknown].map(({ path, message }) => ({ ...placeOf(rows, path), message }));
}

/** Rows that belong to no item of this file. */
function strayRows(
  table: Pick<RecordTable<never>, 'sheet'>,
  records: readonly FromRow<{ code: string }>[],
  codes: ReadonlySet<string>,
): RowFault[] {
  return records.flatMap(({ row, value }) =>
    codes.has(value.code) ? [] : [{ row, column: columnOf(table.sheet, '实施编码'), message: '“事项”里没有这个编码' }],
  );
}
