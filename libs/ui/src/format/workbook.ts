import { shanghaiDateOf } from '@onewindow/domain';
import { formatTime } from './format.js';

/** One column of an exported sheet. */
export interface SheetColumn<T> {
  title: string;
  /** In characters. */
  width: number;
  value: (row: T) => string | number | null;
}

/** R1.2: the day of a clock as a sheet gives it: a date that a calendar to come may still move says so there too. */
export function dueCell(clock: { due: string; provisional: boolean } | null): string | null {
  return clock && `${clock.due}${clock.provisional ? '（暂定）' : ''}`;
}

/** An instant as a sheet gives it, in Shanghai's time: `2026-11-20 14:05`; null without one. */
export function momentCell(at: string | null): string | null {
  return at && `${shanghaiDateOf(at)} ${formatTime(at)}`;
}

/** Cells of a sheet: the heads, then the rows. */
export function sheetCells<T>(columns: readonly SheetColumn<T>[], rows: readonly T[]): (string | number | null)[][] {
  return [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))];
}

/** A name that every file system takes: `停滞办件 2026-10-29 1042.xlsx`. */
export function sheetFileName(title: string, at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${title.replace(/[\\/:*?"<>|]/g, ' ')} ${local.slice(0, 10)} ${local.slice(11, 16).replace(':', '')}.xlsx`;
}

/** Writes the rows as xlsx and hands the file to the browser. The writer loads only now. */
export async function saveWorkbook<T>(title: string, columns: readonly SheetColumn<T>[], rows: readonly T[]): Promise<void> {
  const { Workbook } = await import('exceljs');
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.addRows(sheetCells(columns, rows));
  sheet.getRow(1).font = { bold: true };
  const bytes = await workbook.xlsx.writeBuffer();
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = sheetFileName(title, new Date());
  link.click();
  URL.revokeObjectURL(url);
}

/** A page of a list, as the API gives it. */
export interface SheetPage<T> {
  items: readonly T[];
  nextCursor: string | null;
}

/**
 * All that a list finds, page after page.
 * @param page reads the one behind a cursor; null is the first
 * @param onProgress told after every page how many there are by now
 */
export async function allPages<T>(
  page: (cursor: string | null) => Promise<SheetPage<T>>,
  onProgress: (done: number) => void,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: SheetPage<T> = await page(cursor);
    rows.push(...items);
    cursor = nextCursor;
    onProgress(rows.length);
  } while (cursor !== null);
  return rows;
}
