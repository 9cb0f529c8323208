import {
  type FormColumn,
  type FormDefinition,
  type FormField,
  type FormValues,
  isBlankValue,
  isPersonalFormat,
  isRecord,
} from './form-definition.js';
import { fieldProblems } from './form-problems.js';
import type { FormContext } from './form-rules.js';
import { maskIdentityNumber, maskPhone } from './masking.js';

/** Where a first value may come from, besides the clerk's hands. */
export const PREFILL_SOURCES = ['applicant', 'registry', 'licence', 'previous', 'situation'] as const;
export type PrefillSource = (typeof PREFILL_SOURCES)[number];

/** What a source says. */
export interface SourcedValue {
  value: unknown;
  source: PrefillSource;
  /** Chinese: which paper or case it is from; null when the source's name says it all. */
  note: string | null;
}

/** A value that a clerk put in place of a source's, as the case keeps it. Numbers of persons stand masked in it. */
export interface Correction {
  source: PrefillSource;
  /** What the source had said. */
  value: unknown;
}

/** An earlier case of the applicant. */
export interface EarlierForm {
  itemId: string;
  form: FormDefinition;
  values: FormValues;
  corrections: Readonly<Record<string, Correction>>;
  /** 2026-03-11 食品经营许可. */
  note: string;
}

/** A value for a field with where it is from; `corrected` when it is a clerk's word against the source. */
export interface PrefilledValue extends SourcedValue {
  corrected: boolean;
}

export interface PrefillInput {
  itemId: string;
  form: FormDefinition;
  /** What the sources say by the words of `x-source`: `applicant.name`, `licence.business.address`. */
  said: Readonly<Record<string, SourcedValue>>;
  /** Newest first. */
  earlier: readonly EarlierForm[];
  context: FormContext;
}

/** The sources of a field in their order. */
export function sourcesOf(field: Pick<FormField, 'x-source'>): readonly string[] {
  const source = field['x-source'];
  if (source === undefined) return [];
  return typeof source === 'string' ? [source] : source;
}

/**
 * Type once: a first value for every field that any source knows. The register of persons, that of companies and licences come first in
 * the order that the field names them, then the applicant's earlier cases by what the value means. A correction of an earlier case wins
 * as long as the source still says what was corrected. A value that does not fit the field is left out.
 */
export function prefilledValues({ itemId, form, said, earlier, context }: PrefillInput): Record<string, PrefilledValue> {
  const found: Record<string, PrefilledValue> = {};
  for (const [key, field] of Object.entries(form.properties)) {
    if (field.format === 'attachment') continue;
    const fits = (value: unknown): boolean => {
      // R10.2: a mask is a value only where the server knows the number behind it.
      if (typeof value === 'string' && value.includes('**') && !isPersonalFormat(field)) return false;
      return !isBlankValue(value) && fieldProblems(key, field, false, { [key]: value }, context).length === 0;
    };
    const ofSource = sourcesOf(field)
      .flatMap((source) => said[source] ?? [])
      .find(({ value }) => fits(value));
    const meaning = meaningOf(itemId, key, field);
    const before = meaning === null ? undefined : earlierValue(meaning, earlier, fits);
    const corrected =
      before?.correction !== undefined && ofSource !== undefined && saysTheSame(before.correction.value, ofSource.value, field);
    if (before && (corrected || ofSource === undefined)) {
      found[key] = { value: before.value, source: 'previous', note: before.note, corrected };
    } else if (ofSource) found[key] = { ...ofSource, corrected: false };
  }
  return found;
}

interface EarlierValue {
  value: unknown;
  note: string;
  correction: Correction | undefined;
}

function earlierValue(meaning: string, earlier: readonly EarlierForm[], fits: (value: unknown) => boolean): EarlierValue | undefined {
  for (const { itemId, form, values, corrections, note } of earlier) {
    for (const [key, field] of Object.entries(form.properties)) {
      if (meaningOf(itemId, key, field) !== meaning || !fits(values[key])) continue;
      return { value: values[key], note, correction: corrections[key] };
    }
  }
  return undefined;
}

/**
 * What makes two fields the same: their meaning, else their source, else the key within one item. Null for what is new each time; days
 * are, unless their meaning says otherwise.
 */
function meaningOf(itemId: string, key: string, field: FormField): string | null {
  if (field['x-once'] === true) return null;
  if (field['x-meaning'] !== undefined) return `meaning ${field['x-meaning']}`;
  const [source] = sourcesOf(field);
  // The answer to a question belongs to this sitting.
  if (source !== undefined) return source.startsWith('situation.') ? null : `source ${source}`;
  return field.format === 'date' ? null : `item ${itemId} ${key}`;
}

/**
 * The fields whose value the applicant brought along: registers, licences, earlier cases, their own data. What was typed stays whoever applies, and
 * so do the answers of this sitting.
 * @param sources where each value is from
 */
export function broughtByApplicant(sources: Readonly<Record<string, string>>): string[] {
  return Object.keys(sources).filter((key) => speaksOfApplicant(sources[key]));
}

/** R10.2: does this source speak of one applicant alone? */
export function speaksOfApplicant(source: string | undefined): boolean {
  return source !== 'situation' && PREFILL_SOURCES.some((known) => known === source);
}

/** Is it the same value? Numbers of persons are compared as screens show them. */
export function saysTheSame(one: unknown, other: unknown, field?: Pick<FormColumn, 'format'>): boolean {
  if (one === other) return true;
  if (typeof one === 'object' || typeof other === 'object') return sameJson(one, other);
  return isPersonalFormat(field) && typeof one === 'string' && typeof other === 'string' && maskedAs(field, one) === maskedAs(field, other);
}

/** A person's number as screens show it; what is masked already stays. */
export function maskedAs(field: Pick<FormColumn, 'format'> | undefined, number: string): string {
  if (number.includes('*')) return number;
  const plain = number.replace(/[\s-]/g, '');
  return field?.format === 'phone' ? maskPhone(plain) : maskIdentityNumber(plain.toUpperCase());
}

function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, at) => sameJson(part, other[at]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameJson(one[key], other[key]));
}
