import { IMPORT_SHEETS, type ImportName } from './import-tables.js';

const GUIDE = '填写说明';
/** Rows for which the template offers drop-downs. */
const OFFERED_ROWS = 500;

/** The blank workbook of an import: headings, drop-downs, and a sheet that explains every column with a sample. */
export async function templateOf(kind: ImportName): Promise<Buffer> {
  const { default: ExcelJs } = await import('exceljs');
  const workbook = new ExcelJs.Workbook();
  for (const { sheet, columns } of IMPORT_SHEETS[kind]) {
    const page = workbook.addWorksheet(sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
    const list = Object.values(columns);
    page.columns = list.map(({ title }) => ({ header: title, width: Math.max(12, title.length * 2 + 4), style: { numFmt: '@' } }));
    page.getRow(1).font = { bold: true };
    list.forEach(({ choices }, index) => {
      if (!choices) return;
      const validation = { type: 'list' as const, allowBlank: true, formulae: [`"${choices.join(',')}"`] };
      for (let row = 2; row <= OFFERED_ROWS; row += 1) page.getCell(row, index + 1).dataValidation = validation;
    });
  }
  const guide = workbook.addWorksheet(GUIDE);
  guide.columns = [
    { header: '表', width: 12 },
    { header: '列', width: 18 },
    { header: '怎么填', width: 70 },
    { header: '示例', width: 36 },
  ];
  guide.getRow(1).font = { bold: true };
  for (const { sheet, columns, sample, optional } of IMPORT_SHEETS[kind]) {
    for (const [key, { title, hint }] of Object.entries(columns)) {
      guide.addRow([optional === true ? `${sheet}（可不填）` : sheet, title, hint, sample[key] ?? '']);
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
