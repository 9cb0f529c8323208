import { randomBytes } from 'node:crypto';
import type { BundleChild, ItemDefinition } from '@onewindow/contracts';
import { caseDueDates, isRecord, shanghaiToday, sliceBundleForm, standingOverrides, type WorkingCalendar } from '@onewindow/domain';
import { type Case, NO_FOLLOW_UP, NOT_ACCEPTED_YET } from '../cases/index.js';
import { isSealedValue, type KnownVersion } from '../catalogue/index.js';
import { newId, type Sealer } from '../platform/index.js';

export type BundleSlice = NonNullable<BundleChild['slice']>;

/** What was left behind on the bundle: a child has a life of its own. */
const OWN_LIFE = {
  ...NO_FOLLOW_UP,
  ...NOT_ACCEPTED_YET,
  status: 'draft',
  version: 1,
  caseNo: null,
  duplicateOf: null,
  duplicateReason: null,
} as const satisfies Partial<Case>;

/** The draft of a child's case: the bundle's applicant, agent, hall, clerk and time of receipt; the child's own item and its slice of answers and form. */
export function childRow(parent: Case, version: KnownVersion, slice: BundleSlice, sealer: Sealer, now: Date): Case {
  const { definition } = version;
  const answers = Object.fromEntries(Object.entries(parent.answers).filter(([key]) => slice.questions.includes(key)));
  const form = slicedForm(parent, definition, slice, answers, sealer);
  return {
    ...parent,
    ...OWN_LIFE,
    id: newId(),
    itemId: version.itemId,
    itemVersionId: version.id,
    itemName: version.name,
    departmentId: version.departmentId,
    title: titleOf(definition, form) ?? parent.title,
    answers,
    form,
    formSources: sliced(parent.formSources, slice, form),
    formCorrections: sliced(parent.formCorrections, slice, form),
    formOverrides: overridesOf(parent.formOverrides, definition, form),
    statutoryLimit: definition.statutoryLimit,
    promisedLimit: definition.promisedLimit,
    feeCents: 0,
    createdAt: now,
    draftSavedAt: now,
    progressToken: randomBytes(24).toString('base64url'),
  };
}

/** What the bundle's form says of a child's fields, under their own names. */
export function slicedForm(
  parent: Pick<Case, 'form'>,
  { form }: ItemDefinition,
  slice: BundleSlice,
  answers: Case['answers'],
  sealer: Sealer,
): Record<string, unknown> {
  return resealed(sliceBundleForm(parent.form, slice.fields, form, answers), slice, sealer);
}

/** Do two values of a field say the same? Sealed anew, the same number looks different. */
export function isSameValue(sealer: Sealer, key: string, one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => (isSealedValue(value) ? sealer.open(value.sealed, `case.form.${key}`) : value);
  return JSON.stringify(plain(one) ?? null) === JSON.stringify(plain(other) ?? null);
}

/** R1.5: the clocks of a child run from the day on which its own department can begin. */
export function childDates(row: Case, acceptedOn: string, calendar: WorkingCalendar, now: Date): Partial<Case> {
  const { statutoryLimit, promisedLimit } = row;
  const dates = caseDueDates({ acceptedOn, statutoryLimit, promisedLimit, extensionDays: 0, pauses: [] }, calendar, shanghaiToday(now));
  return {
    acceptedAt: now,
    acceptedOn,
    statutoryDue: dates.statutory?.due ?? null,
    promisedDue: dates.promised?.due ?? null,
    statutoryProvisional: dates.statutory?.provisional ?? false,
    promisedProvisional: dates.promised?.provisional ?? false,
  };
}

/** The case's name in lists by its form; null where the form does not tell. */
export function titleOf({ subjectField }: ItemDefinition, form: Readonly<Record<string, unknown>>): string | null {
  const subject = subjectField === null ? undefined : form[subjectField];
  return typeof subject === 'string' && subject !== '' ? subject : null;
}

/** R8.2: of the codes that stand in spite of their check digit, those that the child's own slice holds. */
function overridesOf(
  told: Case['formOverrides'],
  { form }: ItemDefinition,
  values: Readonly<Record<string, unknown>>,
): Case['formOverrides'] {
  if (Object.keys(told).length === 0) return told;
  return Object.fromEntries(standingOverrides(form, values, told).map(({ code, reason }) => [code, reason]));
}

function sliced<V>(
  values: Readonly<Record<string, V>>,
  { fields }: BundleSlice,
  form: Readonly<Record<string, unknown>>,
): Record<string, V> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, merged]) => {
      const value = values[merged];
      return value === undefined || form[key] === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** R10.2: a sealed number opens only under the name of its field; where the bundle has another name for it, it is sealed anew. */
function resealed(form: Readonly<Record<string, unknown>>, { fields }: BundleSlice, sealer: Sealer): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(form).map(([key, value]) => {
      const merged = fields[key] ?? key;
      return [key, merged === key ? value : underName(value, merged, key, sealer)];
    }),
  );
}

/** A value under the name of another field: what is sealed opens only under its own (R10.2). */
export function underName(value: unknown, from: string, to: string, sealer: Sealer): unknown {
  if (isSealedValue(value)) {
    const plain = sealer.open(value.sealed, `case.form.${from}`);
    return { sealed: sealer.seal(plain, `case.form.${to}`), masked: value.masked };
  }
  if (!Array.isArray(value)) return value;
  return value.map((row: unknown) =>
    isRecord(row)
      ? Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [column, underName(cell, `${from}.${column}`, `${to}.${column}`, sealer)]),
        )
      : row,
  );
}
