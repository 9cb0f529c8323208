import { z } from 'zod';
import { SheetMissing, TooManyRows } from './import-problems.js';
import type { Sheets } from './workbook-file.js';

/** One column of a sheet: how people call it, and how it is explained in the template. */
export interface Column {
  readonly title: string;
  readonly hint: string;
  /** Fixed words to choose from, for the template's drop-down. */
  readonly choices?: readonly string[];
}

/** A sheet whose rows are records of a schema. Every field of the schema has its column. */
export interface RecordTable<S extends z.ZodObject> {
  readonly sheet: string;
  readonly optional?: boolean;
  readonly schema: S;
  readonly columns: { readonly [K in keyof S['shape']]: Column };
  /** A row that shows how it is filled in. */
  readonly sample: Readonly<Record<string, string>>;
}

export interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** A record with the row it came from. */
export interface FromRow<T> {
  readonly row: number;
  readonly value: T;
}

/**
 * Reads a sheet: each row by the schema, each fault at its row and column.
 * @param most rows that one import may bring
 * @throws SheetMissing, TooManyRows (422)
 */
export function readTable<S extends z.ZodObject>(
  table: RecordTable<S>,
  sheets: Sheets,
  most = Number.POSITIVE_INFINITY,
): { records: FromRow<z.output<S>>[]; faults: RowFault[]; rows: number } {
  const rows = sheets.get(table.sheet);
  if (!rows) {
    if (table.optional === true) return { records: [], faults: [], rows: 0 };
    throw new SheetMissing(table.sheet);
  }
  if (rows.length > most) throw new TooManyRows(most);
  const titles = Object.fromEntries(Object.entries<Column>(table.columns).map(([key, column]) => [key, column.title]));
  const records: FromRow<z.output<S>>[] = [];
  const faults: RowFault[] = [];
  for (const { row, cells } of rows) {
    const record = Object.fromEntries(Object.entries(titles).map(([key, title]) => [key, cells[title] ?? '']));
    const parsed = table.schema.safeParse(record);
    if (parsed.success) records.push({ row, value: parsed.data });
    else {
      for (const issue of parsed.error.issues) {
        const title = titles[String(issue.path[0])] ?? '';
        faults.push({ row, column: columnOf(table.sheet, title), message: issue.message });
      }
    }
  }
  return { records, faults, rows: rows.length };
}

/** 人员·工号: several sheets may have a column of one name. */
export function columnOf(sheet: string, title: string): string {
  return title === '' ? sheet : `${sheet}·${title}`;
}

/** A cell that may stay empty. */
export const empty = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A whole number. */
export const whole = z
  .string()
  .regex(/^\d{1,9}$/, '填 0 以上的整数')
  .transform(Number);

/** Any number. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,6})?$/, '填数字')
  .transform(Number);

/** 是 or 否; empty means 否. */
export const yesNo = z.enum(['是', '否', ''], '填“是”或“否”').transform((value) => value === '是');

/** One of several Chinese words, as the value that it stands for. */
export function choice<const T extends Readonly<Record<string, string>>>(words: T) {
  return z.string().transform((value, context): T[keyof T] => {
    const found = Object.hasOwn(words, value) ? words[value] : undefined;
    if (found !== undefined) return found as T[keyof T];
    context.addIssue({
      code: 'custom',
      message: `填${Object.keys(words)
        .map((word) => `“${word}”`)
        .join('、')}之一`,
    });
    return z.NEVER;
  });
}

/** Several of these words, separated by 、 or commas. */
export function choices<const T extends Readonly<Record<string, string>>>(words: T) {
  return parts.pipe(z.array(choice(words)).min(1, '至少填一个'));
}

/** Pieces separated by 、 ， or ；. */
export const parts = z.string().transform((value) =>
  value
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Faults for values that occur twice in a column. */
export function repeated<T>(records: readonly FromRow<T>[], keyOf: (value: T) => string | undefined, column: string): RowFault[] {
  const first = new Map<string, number>();
  return records.flatMap(({ row, value }) => {
    const key = keyOf(value);
    if (key === undefined) return [];
    const before = first.get(key);
    if (before !== undefined) return [{ row, column, message: `与第 ${before} 行重复` }];
    first.set(key, row);
    return [];
  });
}
