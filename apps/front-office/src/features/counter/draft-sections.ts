import { type FormClash, mergeForms } from '@onewindow/domain';
import type { DraftEdits, DraftSections, FilledField } from './draft-edits.js';

const SECTIONS = ['answers', 'form', 'formSources', 'formCorrections'] as const;

/** The sections among edits that are kept field by field. */
export function sectionsOf(edits: DraftEdits | undefined): Partial<DraftSections> {
  return Object.fromEntries(SECTIONS.flatMap((section) => (edits?.[section] === undefined ? [] : [[section, edits[section]]])));
}

/** The form's sections with these fields filled; an undefined value empties its field. */
export function filledSections(now: DraftSections, fields: Readonly<Record<string, FilledField>>): Omit<DraftSections, 'answers'> {
  const form = new Map(Object.entries(now.form));
  const corrections = new Map(Object.entries(now.formCorrections));
  const formSources = { ...now.formSources };
  for (const [key, { value, source, correction }] of Object.entries(fields)) {
    if (value === undefined) form.delete(key);
    else form.set(key, value);
    if (correction === null) corrections.delete(key);
    else corrections.set(key, correction);
    formSources[key] = source;
  }
  return { form: Object.fromEntries(form), formSources, formCorrections: Object.fromEntries(corrections) };
}

/** The fields that both changed since the edits began, and how many the clerk alone changed. */
export function comparedForms(
  base: DraftSections['form'],
  own: DraftSections['form'],
  fresh: DraftSections['form'],
): { clashes: FormClash[]; mine: number } {
  const { clashes } = mergeForms(base, own, fresh);
  const changed = new Set([...Object.keys(own), ...Object.keys(base)].filter((key) => own[key] !== base[key]));
  return { clashes, mine: changed.size - clashes.length };
}

/** The clerk's unsent sections over the newest ones, field by field. Answers are short and on the screen: the clerk's stand. */
export function mergedSections(
  edits: DraftEdits,
  { base, own, fresh }: { base: DraftSections; own: DraftSections; fresh: DraftSections },
  mine: ReadonlySet<string>,
): Partial<DraftSections> {
  const sections: Partial<DraftSections> = {};
  if (edits.form !== undefined) {
    const merged = mergeForms(base.form, own.form, fresh.form);
    const chosen = merged.clashes.filter(({ key }) => mine.has(key)).map(({ key }) => key);
    const form = { ...merged.form, ...picked(own.form, chosen) } as DraftSections['form'];
    const kept = Object.keys(form).filter((key) => form[key] !== fresh.form[key]);
    sections.form = form;
    sections.formSources = { ...fresh.formSources, ...picked(own.formSources, kept) };
    sections.formCorrections = { ...without(fresh.formCorrections, kept), ...picked(own.formCorrections, kept) };
  }
  if (edits.answers !== undefined) {
    const merged = mergeForms(base.answers, own.answers, fresh.answers);
    const clashing = merged.clashes.map(({ key }) => key);
    sections.answers = { ...merged.form, ...picked(own.answers, clashing) } as DraftSections['answers'];
  }
  return sections;
}

function picked<T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

function without<T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));
}
