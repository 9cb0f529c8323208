import type { ApplicantInput, ApplicantView, ItemDefinition } from '@onewindow/contracts';
import { maskIdentityNumber, maskPhone } from '@onewindow/domain';
import type { Answers, FormSources, FormValues } from './draft-edits.js';

/** What is known of the applicant: as typed in this sitting, or as the server shows them (numbers masked, so not to be copied). */
export interface KnownApplicant {
  typed: ApplicantInput | null;
  seen: ApplicantView | null;
}

/** A value that a field had from elsewhere, for 原值 and 还原. */
export interface Origin {
  value: string | number | boolean;
  source: 'applicant' | 'situation';
}

/** For each field with a source: what that source says now. Fields whose source is silent are left out. */
export function originsOf(form: ItemDefinition['form'], applicant: KnownApplicant, answers: Answers): Record<string, Origin> {
  const origins: Record<string, Origin> = {};
  for (const [key, field] of Object.entries(form.properties)) {
    const origin = originOf(field, applicant, answers);
    if (origin) origins[key] = origin;
  }
  return origins;
}

type Field = ItemDefinition['form']['properties'][string];

function originOf(field: Field, applicant: KnownApplicant, answers: Answers): Origin | null {
  const [room, ...rest] = field['x-source']?.split('.') ?? [];
  const path = rest.join('.');
  if (room === 'situation') {
    const value = answers[path];
    return value === undefined ? null : { value, source: 'situation' };
  }
  if (room !== 'applicant') return null;
  // The server keeps these fields sealed and knows the applicant's own number behind its mask; elsewhere a mask is no value.
  const isSealed = field.format === 'identity' || field.format === 'phone';
  const value = APPLICANT_VALUES[path]?.(applicant, field.format) ?? (isSealed ? MASKED_VALUES[path]?.(applicant) : null);
  return value ? { value, source: 'applicant' } : null;
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
export function saysTheSame(shown: unknown, value: Origin['value']): boolean {
  if (shown === value) return true;
  return typeof value === 'string' && typeof shown === 'string' && (shown === maskIdentityNumber(value) || shown === maskPhone(value));
}

/**
 * Fills the form from its sources. What the clerk typed is never touched; what came from a source follows it.
 * @returns null when nothing changes
 */
export function prefill(
  origins: Readonly<Record<string, Origin>>,
  form: FormValues,
  sources: FormSources,
): { form: FormValues; formSources: FormSources } | null {
  const nextForm = { ...form };
  const nextSources = { ...sources };
  let changed = false;
  for (const [key, { value, source }] of Object.entries(origins)) {
    const isOurs = sources[key] === 'applicant' || sources[key] === 'situation';
    const isEmpty = form[key] === undefined || form[key] === null || form[key] === '';
    if (!(isEmpty && sources[key] !== 'typed') && !isOurs) continue;
    if (saysTheSame(form[key], value) && sources[key] === source) continue;
    nextForm[key] = value;
    nextSources[key] = source;
    changed = true;
  }
  return changed ? { form: nextForm, formSources: nextSources } : null;
}
