import type { ItemDefinition } from '@onewindow/contracts';
import { isIsoDate, maskIdentityNumber, maskPhone, paperDate, type IsoDate, valueWords as inWords } from '@onewindow/domain';
import type { NoticeCommon } from './notice-facts.js';
import { isPermit, itemInFull } from './notice-facts.js';

/** The facts that a result prints, fixed when it is made. No identity or phone number of a person. */
export interface ResultContent {
  readonly style: 'licence' | 'decision';
  readonly applicantName: string;
  readonly applicantKind: 'natural' | 'legal';
  readonly item: string;
  readonly permit: boolean;
  readonly caseNo: string;
  readonly progressToken: string;
  readonly receivedOn: IsoDate;
  readonly decidedOn: IsoDate;
  readonly officer: string | null;
  /** Fields of the form that the result names, with their values in words. */
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly validity: { readonly from: IsoDate; readonly until: IsoDate | null } | null;
}

/** As it is stored: with the deciding agency's name, its region, and its code, which names its seal (absent on the first release's). */
export type StoredResultContent = ResultContent & {
  readonly department: string;
  readonly region: string;
  readonly departmentCode?: string;
};

type Field = ItemDefinition['form']['properties'][string];

/** What the document prints; `dates` are those of the case. */
export function resultContent(
  { row, definition, applicantKind, issuedBy }: NoticeCommon,
  dates: { receivedOn: IsoDate; decidedOn: IsoDate; validity: ResultContent['validity'] },
): ResultContent {
  return {
    style: definition.result.kind === 'decision' ? 'decision' : 'licence',
    applicantName: row.applicantName ?? '',
    applicantKind,
    item: itemInFull(row.itemName, definition.subtype),
    permit: isPermit(definition),
    caseNo: row.caseNo ?? '',
    progressToken: row.progressToken,
    receivedOn: dates.receivedOn,
    decidedOn: dates.decidedOn,
    officer: issuedBy?.name ?? null,
    rows: printedFields(definition, row.form),
    validity: dates.validity,
  };
}

function printedFields(definition: ItemDefinition, form: Record<string, unknown>): (readonly [string, string])[] {
  return definition.result.fields.flatMap((key) => {
    const field = definition.form.properties[key];
    const words = field ? valueWords(field, form[key]) : '';
    return field && words !== '' ? [[field.title, words] as const] : [];
  });
}

/** A form value as paper prints it. Numbers of persons and accounts stay masked: the result may lie open. */
function valueWords(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  // Identity and phone numbers are kept sealed beside their masked form.
  if (typeof value === 'object' || field.format === 'money') return inWords(field, value);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const choice = field.oneOf?.find((option) => option.const === value)?.title;
  if (choice !== undefined) return choice;
  if (field.format === 'date' && isIsoDate(text)) return paperDate(text);
  if (field.format === 'phone') return maskPhone(text);
  if (field.format === 'identity' || field.format === 'bankAccount') return maskIdentityNumber(text);
  return field['x-unit'] ? `${text} ${field['x-unit']}` : text;
}
