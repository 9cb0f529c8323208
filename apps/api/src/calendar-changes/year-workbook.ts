import { text } from '@onewindow/contracts';
import { calendarYearFaults, type CalendarEntry, type CalendarDayState, fixedHoliday, isWeekend } from '@onewindow/domain';
import { z } from 'zod';
import { choice, columnOf, empty, readTable, type RecordTable, type RowFault, type Sheets } from '../imports/index.js';

const SHEET = '工作日历';
/** A year with a few rows too many is told so, and not read to its end. */
const MOST_ROWS = 800;
const KINDS = { 上班: 'work', 休息: 'off' } as const;
const WEEKDAYS = '日一二三四五六';

const dayRow = z.object({
  // Whether the day exists, and in which year, is told for all rows together.
  day: text(20),
  kind: choice(KINDS),
  name: empty(text(60)),
});

export const YEAR_TABLE: RecordTable<typeof dayRow> = {
  sheet: SHEET,
  schema: dayRow,
  columns: {
    day: { title: '日期', hint: '2027-01-01；全年每天一行' },
    kind: { title: '上班或休息', hint: '上班、休息', choices: Object.keys(KINDS) },
    name: { title: '说明', hint: '国庆节、春节调休；平日空着' },
  },
  sample: { day: '2027-10-01', kind: '休息', name: '国庆节' },
};

export interface ReadYear {
  rows: number;
  entries: CalendarEntry[];
  faults: (Omit<RowFault, 'row'> & { row: number | null })[];
}

/** Reads the sheet of a year row by row, then as a whole. @throws SheetMissing, TooManyRows */
export function readYear(sheets: Sheets, year: number): ReadYear {
  const { records, faults, rows } = readTable(YEAR_TABLE, sheets, MOST_ROWS);
  const entries = records.map(({ value }) => ({ day: value.day, kind: value.kind, name: value.name ?? null }));
  const unreadable = new Set(faults.map(({ row }) => row));
  const whole = calendarYearFaults(year, entries).map(({ at, message }) => ({
    row: at === null ? null : (records[at]?.row ?? null),
    column: columnOf(SHEET, '日期'),
    message,
  }));
  // A row that could not be read is missing from the year: told once, at its own place.
  const told = unreadable.size > 0 ? whole.filter(({ row }) => row !== null) : whole;
  return { rows, entries, faults: [...faults, ...told].sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity)) };
}

/**
 * The year as it stands, one row a day, to be changed and loaded again.
 * @param isPublished of a year whose notice is not out, the holidays that the law fixes are filled in already
 */
export async function yearWorkbook(days: readonly CalendarDayState[], isPublished: boolean): Promise<Buffer> {
  const { default: ExcelJs } = await import('exceljs');
  const workbook = new ExcelJs.Workbook();
  const page = workbook.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = [
    { header: YEAR_TABLE.columns.day.title, width: 14, style: { numFmt: '@' } },
    { header: YEAR_TABLE.columns.kind.title, width: 12 },
    { header: YEAR_TABLE.columns.name.title, width: 30 },
    { header: '星期', width: 8 },
  ];
  page.getRow(1).font = { bold: true };
  days.forEach(({ day, working, name }, at) => {
    const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
    const holiday = isPublished ? null : fixedHoliday(day);
    const words = holiday ?? (name === '周末' ? '' : (name ?? ''));
    page.addRow([day, working && holiday === null ? '上班' : '休息', words, `周${weekday}`]);
    page.getCell(at + 2, 2).dataValidation = { type: 'list', allowBlank: false, formulae: [`"${Object.keys(KINDS).join(',')}"`] };
    if (isWeekend(day)) page.getRow(at + 2).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6F7F9' } };
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
