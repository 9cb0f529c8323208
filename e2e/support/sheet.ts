import ExcelJs from 'exceljs';

/** The rows of a workbook's first sheet as texts, the heads first. */
export async function sheetRows(path: string): Promise<string[][]> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.readFile(path);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))));
  return rows;
}
