import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { IMPORT_PROBLEMS } from './import-problems.js';
import { unpackedSize } from './zip-size.js';

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 5 * MEGABYTE;
const LARGEST_UNPACKED = 80 * MEGABYTE;
const ZIP_HEAD = Buffer.from('504b0304', 'hex');

/** One row of a sheet: its number on the screen of the spreadsheet, and its cells by the title of their column. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The sheets of a workbook by name; empty rows are left out. */
export type Sheets = ReadonlyMap<string, readonly SheetRow[]>;

export interface ReceivedWorkbook {
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Takes the request's one file into memory: limited, and checked to be a workbook by its content. */
export async function receiveWorkbook(request: FastifyRequest): Promise<ReceivedWorkbook> {
  if (!request.isMultipart()) throw IMPORT_PROBLEMS.notMultipart();
  const limits = { fileSize: LARGEST_FILE + 1, files: 1, fields: 5, fieldSize: 1_000 };
  const part = await request.file({ limits, throwFileSizeLimit: false }).catch(() => undefined);
  if (!part) throw IMPORT_PROBLEMS.noFile();
  const bytes = await part.toBuffer().catch(() => Buffer.alloc(0));
  if (part.file.truncated || bytes.length > LARGEST_FILE) throw IMPORT_PROBLEMS.tooLarge(LARGEST_FILE / MEGABYTE);
  if (!bytes.subarray(0, 4).equals(ZIP_HEAD)) throw IMPORT_PROBLEMS.type();
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Reads every sheet as text: its first row names the columns, each further row is a record. */
export async function readSheets({ bytes }: ReceivedWorkbook): Promise<Sheets> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === null) throw IMPORT_PROBLEMS.unreadable();
  if (unpacked > LARGEST_UNPACKED) throw IMPORT_PROBLEMS.tooLarge(LARGEST_FILE / MEGABYTE);
  // Loaded when it is needed: a process that only serves never carries it.
  const { default: ExcelJs } = await import('exceljs');
  const workbook = new ExcelJs.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  } catch {
    throw IMPORT_PROBLEMS.unreadable();
  }
  const sheets = new Map<string, SheetRow[]>();
  workbook.eachSheet((sheet) => {
    const titles: string[] = [];
    const rows: SheetRow[] = [];
    sheet.eachRow((row, number) => {
      const cells: Record<string, string> = {};
      row.eachCell((cell, column) => {
        const text = textOf(cell.value, cell.text);
        if (number === 1) titles[column] = text.replace(/\s*\*$/, '');
        else if (titles[column] !== undefined && text !== '') cells[titles[column]] = text;
      });
      if (number > 1 && Object.keys(cells).length > 0) rows.push({ row: number, cells });
    });
    sheets.set(sheet.name.trim(), rows);
  });
  return sheets;
}

function textOf(value: unknown, shown: string): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return (shown ?? '').trim();
}
