import type { InputOf, Endpoints } from '@onewindow/contracts';
import { GRADE_TABLE } from './kinds/grades-import.js';
import { DEPARTMENT_TABLE, HALL_TABLE, REGION_TABLE } from './kinds/halls-import.js';
import { FIELD_TABLE, ITEM_TABLE, MATERIAL_TABLE, QUESTION_TABLE } from './kinds/item-tables.js';
import { PROCEDURE_TABLE, STEP_TABLE } from './kinds/route-tables.js';
import { QUEUE_TABLE } from './kinds/queues-import.js';
import { STAFF_TABLE } from './kinds/staff-import.js';
import type { Column } from './record-table.js';

export type ImportName = InputOf<Endpoints['importRows']>['params']['kind'];

/** A sheet as the template shows it. */
export interface TemplateSheet {
  readonly sheet: string;
  readonly optional?: boolean;
  readonly columns: Readonly<Record<string, Column>>;
  readonly sample: Readonly<Record<string, string>>;
}

/** The sheets of each kind, in the order of the workbook. */
export const IMPORT_SHEETS: Readonly<Record<ImportName, readonly TemplateSheet[]>> = {
  staff: [STAFF_TABLE],
  halls: [REGION_TABLE, HALL_TABLE, DEPARTMENT_TABLE],
  items: [ITEM_TABLE, QUESTION_TABLE, MATERIAL_TABLE, FIELD_TABLE, STEP_TABLE, PROCEDURE_TABLE],
  grades: [GRADE_TABLE],
  queues: [QUEUE_TABLE],
};

export const IMPORT_TITLES: Readonly<Record<ImportName, string>> = {
  staff: '人员',
  halls: '组织',
  items: '事项',
  grades: '信用等级',
  queues: '叫号业务',
};
