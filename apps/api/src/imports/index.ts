export { ImportsModule } from './imports.module.js';
export { choice, columnOf, empty, readTable, type RecordTable, type RowFault } from './record-table.js';
export { readSheets, receiveWorkbook, type Sheets } from './workbook-file.js';
