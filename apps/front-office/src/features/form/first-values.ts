import type { ApplicantInput, ApplicantView, CaseDetail, ItemDefinition, PrefilledView } from '@onewindow/contracts';
import {
  broughtByApplicant,
  contradictsMask,
  maskedAs,
  type PrefillSource,
  saysTheSame as sayTheSame,
  sourcesOf,
  speaksOfApplicant,
  visibleFields,
} from '@onewindow/domain';

type FormValues = CaseDetail['form'];
type FormSources = CaseDetail['formSources'];
type Field = ItemDefinition['form']['properties'][string];

/** What is known of the applicant: as typed in this sitting, or as the server shows them (numbers masked, so not to be copied). */
export interface KnownApplicant {
  typed: ApplicantInput | null;
  seen: ApplicantView | null;
}

/**
 * Is who was typed certainly another person than the one whom the server knows? Until they are saved, what it says of the applicant is the other's.
 */
export function isAnotherPerson({ typed, seen }: KnownApplicant): boolean {
  if (typed === null || seen === null) return false;
  return typed.identityType !== seen.identityType || contradictsMask(typed.identityNumber, seen.identityMasked);
}

/** A form without what the applicant before brought along: what was typed and the answers of this sitting stay (R10.2). */
export function withoutBrought({
  form,
  formSources,
  formCorrections,
}: Pick<CaseDetail, 'form' | 'formSources' | 'formCorrections'>): Pick<CaseDetail, 'form' | 'formSources' | 'formCorrections'> {
  const brought = broughtByApplicant(formSources);
  const kept = <T>(all: Readonly<Record<string, T>>, drop: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => !drop(key)));
  return {
    form: kept(form, (key) => brought.includes(key)),
    formSources: kept(formSources, (key) => brought.includes(key)),
    formCorrections: kept(formCorrections, (key) => speaksOfApplicant(formCorrections[key]?.source)),
  };
}

/** A value that a field had from elsewhere, for 原值 and 还原. */
export interface Origin {
  value: FormValues[string];
  source: PrefillSource;
  /** Which paper or case. */
  note?: string;
}

/**
 * For each field that some source knows: what it says now. What was entered in this sitting is known at once; what registers, licences
 * and earlier cases say comes from the server and wins, since it was chosen in the order that the field names.
 */
export function originsOf(
  form: ItemDefinition['form'],
  applicant: KnownApplicant,
  answers: CaseDetail['answers'],
  fromServer: Readonly<Record<string, PrefilledView>> = {},
): Record<string, Origin> {
  if (isAnotherPerson(applicant)) return originsOf(form, { ...applicant, seen: null }, answers);
  const origins: Record<string, Origin> = {};
  for (const [key, field] of Object.entries(form.properties)) {
    const known = fromServer[key];
    const isChosen = known && (known.corrected || (known.source !== 'applicant' && known.source !== 'situation'));
    const origin = isChosen ? null : originOf(field, applicant, answers);
    if (origin) origins[key] = origin;
    else if (known) origins[key] = { value: known.value, source: known.source, ...(known.note === null ? {} : { note: known.note }) };
  }
  return origins;
}

function originOf(field: Field, applicant: KnownApplicant, answers: CaseDetail['answers']): Origin | null {
  for (const words of sourcesOf(field)) {
    const [room, ...rest] = words.split('.');
    const path = rest.join('.');
    const answer = room === 'situation' ? answers[path] : undefined;
    if (answer !== undefined) return { value: answer, source: 'situation' };
    if (room !== 'applicant') continue;
    // The server keeps these fields sealed and knows the applicant's own number behind its mask; elsewhere a mask is no value.
    const isSealed = field.format === 'identity' || field.format === 'phone';
    const value = APPLICANT_VALUES[path]?.(applicant, field.format) ?? (isSealed ? MASKED_VALUES[path]?.(applicant) : null);
    if (value) return { value, source: 'applicant' };
  }
  return null;
}

type ReadApplicant = (applicant: KnownApplicant, format?: Field['format']) => string | null | undefined;

const APPLICANT_VALUES: Record<string, ReadApplicant> = {
  name: ({ typed, seen }) => typed?.name ?? seen?.name,
  address: ({ typed, seen }) => typed?.address || seen?.address,
  // A person's number is no credit code; there it would stand open for everybody to read (R10.2).
  identityNumber: ({ typed }, format) => (format === 'creditCode' && typed?.identityType !== 'creditCode' ? null : typed?.identityNumber),
  phone: ({ typed }) => typed?.phone,
  'legalRepresentative.name': ({ typed, seen }) => typed?.legalRepresentative?.name ?? seen?.legalRepresentative?.name,
  'legalRepresentative.identityNumber': ({ typed }) => typed?.legalRepresentative?.identityNumber,
};

const MASKED_VALUES: Record<string, ReadApplicant> = {
  identityNumber: ({ seen }) => seen?.identityMasked,
  phone: ({ seen }) => seen?.phoneMasked,
  'legalRepresentative.identityNumber': ({ seen }) => seen?.legalRepresentative?.identityMasked,
};

/** Is it the same value? The server gives identity and phone numbers back masked. */
export function saysTheSame(shown: unknown, value: unknown): boolean {
  if (sayTheSame(shown, value)) return true;
  if (typeof value !== 'string' || typeof shown !== 'string' || !shown.includes('**')) return false;
  return shown === maskedAs({ format: 'identity' }, value) || shown === maskedAs({ format: 'phone' }, value);
}

/** Keys of the fields that are there under these values. */
type FieldsThere = (values: FormValues) => ReadonlySet<string>;

/**
 * Fills the form from its sources. What the clerk typed or emptied is never touched; what came from a source follows it. A field that is
 * not there is not filled: the server would not keep it, and looking at a case would write it anew each time.
 * @returns the fields that change; null when none does
 */
export function prefill(
  origins: Readonly<Record<string, Origin>>,
  form: FormValues,
  sources: FormSources,
  fieldsThere?: FieldsThere,
): { form: FormValues; formSources: FormSources } | null {
  const nextForm = { ...form };
  const nextSources = { ...sources };
  let changed = false;
  // What is filled may bring other fields to light.
  for (let again = true; again;) {
    again = false;
    const there = fieldsThere?.(nextForm);
    for (const [key, { value, source }] of Object.entries(origins)) {
      if (there && !there.has(key)) continue;
      const from = nextSources[key];
      const isOurs = from !== undefined && from !== 'typed';
      const isEmpty = nextForm[key] === undefined || nextForm[key] === null || nextForm[key] === '';
      if (!(isEmpty && from !== 'typed') && !isOurs) continue;
      if (saysTheSame(nextForm[key], value) && from === source) continue;
      nextForm[key] = value;
      nextSources[key] = source;
      changed = true;
      again = there !== undefined;
    }
  }
  return changed ? { form: nextForm, formSources: nextSources } : null;
}

/** What is kept of a field that the clerk filled: where its value is from, and what the source had said if it said otherwise. */
export function filledBy(
  value: FormValues[string] | undefined,
  origin: Origin | undefined,
): { value: FormValues[string] | undefined; source: string; correction: CaseDetail['formCorrections'][string] | null } {
  if (!origin) return { value, source: 'typed', correction: null };
  if (saysTheSame(value, origin.value)) return { value, source: origin.source, correction: null };
  return { value, source: 'typed', correction: { source: origin.source, value: origin.value } };
}

/**
 * What the clerk has just filled in may bring other fields to light: those that are empty take what their source says.
 * @param draft as it was before
 * @param filled the value just filled in, by its key
 */
export function comingToLight(
  form: ItemDefinition['form'],
  draft: Pick<CaseDetail, 'answers' | 'form' | 'formSources'>,
  filled: Readonly<Record<string, FormValues[string] | undefined>>,
  origins: Readonly<Record<string, Origin>>,
): Record<string, ReturnType<typeof filledBy>> {
  const before = visibleFields(form, draft.form, draft.answers);
  const newlyThere: FieldsThere = (values) => new Set([...visibleFields(form, values, draft.answers)].filter((key) => !before.has(key)));
  const after = { ...draft.form, ...filled } as FormValues;
  const next = prefill(origins, after, draft.formSources, newlyThere);
  if (!next) return {};
  const revealed = Object.keys(next.form).filter((key) => !before.has(key) && !saysTheSame(next.form[key], after[key]));
  return Object.fromEntries(revealed.map((key) => [key, filledBy(next.form[key], origins[key])]));
}
