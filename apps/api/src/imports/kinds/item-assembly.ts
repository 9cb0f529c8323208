import type { ItemDefinitionInput } from '@onewindow/contracts';
import type { FieldRow, ItemRow, MaterialRow, QuestionRow } from './item-tables.js';
import type { ProcedureRow, StepRow } from './route-tables.js';
import type { FromRow } from '../record-table.js';

/** All rows of one item. */
export interface ItemRows {
  readonly item: FromRow<ItemRow>;
  readonly questions: readonly FromRow<QuestionRow>[];
  readonly materials: readonly FromRow<MaterialRow>[];
  readonly fields: readonly FromRow<FieldRow>[];
  readonly steps: readonly FromRow<StepRow>[];
  readonly procedures: readonly FromRow<ProcedureRow>[];
}

const FEN = 100;

/** `bath=沐浴场所` as value and title; without `=` the title is the value. */
function optionOf(text: string): { value: string; title: string } {
  const at = text.indexOf('=');
  return at < 0 ? { value: text, title: text } : { value: text.slice(0, at).trim(), title: text.slice(at + 1).trim() };
}

function set<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Puts the rows of an item together as the definition that the contract checks. */
export function assembleDefinition(rows: ItemRows): ItemDefinitionInput {
  const { value: item } = rows.item;
  return {
    kind: item.kind,
    subtype: item.subtype,
    applicantKinds: item.applicantKinds,
    statutoryLimit: item.statutoryLimit ?? null,
    promisedLimit: item.promisedLimit ?? null,
    extensionLimit: item.extensionLimit ?? 0,
    legalBasis: item.legalBasis,
    allowsDeferral: item.allowsDeferral,
    allowsCommitment: item.allowsCommitment,
    requiresTwoReviewers: item.requiresTwoReviewers,
    specialProcedures: rows.procedures.map(({ value: { kind, basis, usualDays } }) => ({ kind, basis, usualDays })),
    questions: rows.questions.map(({ value }) => questionOf(value)),
    materials: rows.materials.map(({ value }) => materialOf(value)),
    form: {
      type: 'object',
      properties: Object.fromEntries(rows.fields.map(({ value }) => [value.key, fieldOf(value)])),
      required: rows.fields.flatMap(({ value }) => (value.required ? [value.key] : [])),
    },
    subjectField: item.subjectField ?? null,
    route: { steps: rows.steps.map(({ value }) => stepOf(value)) },
    result: {
      name: item.resultName,
      kind: item.resultKind,
      electronic: item.resultElectronic,
      validYears: item.resultYears ?? null,
      numberPrefix: item.resultPrefix,
      fields: item.resultFields,
    },
    feeCents: Math.round((item.feeYuan ?? 0) * FEN),
    scope: item.scope,
    delivery: item.delivery,
  };
}

function questionOf({ key, title, kind, options, preset }: QuestionRow): ItemDefinitionInput['questions'][number] {
  const answer = preset === undefined ? undefined : kind === 'yesNo' ? preset === '是' : preset;
  return { key, title, kind, options: options.map(optionOf), ...set({ default: answer }) };
}

function materialOf({ material, copies, reviewPoints, ...row }: MaterialRow): ItemDefinitionInput['materials'][number] {
  const { name, necessity, isKey, kind, medium, source, standard } = row;
  return {
    code: material,
    ...{ name, necessity, isKey, kind, medium, source, standard, reviewPoints },
    copies: copies ?? 1,
    ...set({
      when: row.when,
      licenceType: row.licenceType,
      libraryKey: row.libraryKey,
      validMonths: row.validMonths,
      commitment: row.commitment,
    }),
  };
}

function fieldOf(row: FieldRow): ItemDefinitionInput['form']['properties'][string] {
  const isNumber = row.type === 'number' || row.type === 'integer';
  const choices = row.options.map(optionOf).map(({ value, title }) => ({ const: isNumber ? Number(value) : value, title }));
  return {
    type: row.type,
    title: row.title,
    ...set({
      format: row.format,
      oneOf: choices.length > 0 ? choices : undefined,
      minimum: row.minimum,
      maximum: row.maximum,
      maxLength: row.maxLength,
      pattern: row.pattern,
      'x-unit': row.unit,
      'x-span': row.wide ? (2 as const) : undefined,
      'x-source': row.source,
      'x-placeholder': row.placeholder,
    }),
  };
}

function stepOf(row: StepRow): ItemDefinitionInput['route']['steps'][number] {
  const { key, name, kind, role, limit, after, points, noticeDays } = row;
  const publicNotice = noticeDays === undefined ? undefined : { days: noticeDays, unit: row.noticeUnit ?? ('working' as const) };
  return {
    ...{ key, name, kind, role, limit, after, points },
    departmentCode: row.departmentCode ?? 'lead',
    onSilence: row.deemed ? 'deemedNoObjection' : 'wait',
    ...set({ when: row.when, publicNotice, assignment: row.assignment }),
    ...(row.twoReviewers ? { reviewers: 2 as const } : {}),
    ...(row.countersign ? { countersign: true } : {}),
  };
}
