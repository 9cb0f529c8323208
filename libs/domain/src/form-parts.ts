import { type Condition, evaluate } from './conditions.js';
import type { FormDefinition, FormField, FormValues } from './form-definition.js';

/** Keys of the fields that a condition asks about. */
export function fieldsAsked(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(fieldsAsked);
  if ('any' in condition) return condition.any.flatMap(fieldsAsked);
  if ('not' in condition) return fieldsAsked(condition.not);
  return 'field' in condition ? [condition.field.split('.')[0] ?? ''] : [];
}

/** Keys of the questions that a condition asks about. */
export function questionsAsked(condition: Condition | undefined): string[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(questionsAsked);
  if ('any' in condition) return condition.any.flatMap(questionsAsked);
  if ('not' in condition) return questionsAsked(condition.not);
  return 'question' in condition ? [condition.question] : [];
}

/** The conditions under which a field is there: its own, and its group's. */
export function conditionsOf(form: FormDefinition, field: FormField): Condition[] {
  const group = form['x-groups']?.find(({ key }) => key === field['x-group']);
  return [field['x-when'], group?.['x-when']].flatMap((condition) => (condition === undefined ? [] : [condition]));
}

/**
 * Keys of the fields that are there under these values and answers. A hidden field counts as empty for the conditions of others.
 * @param answers of the situation
 */
export function visibleFields(form: FormDefinition, values: FormValues, answers: FormValues): ReadonlySet<string> {
  const decided = new Map<string, boolean>();
  const isVisible = (key: string): boolean => {
    const known = decided.get(key);
    if (known !== undefined) return known;
    const field = form.properties[key];
    if (!field) return false;
    // Publishing refuses conditions that go round in a ring; until it is decided, a field counts as there.
    decided.set(key, true);
    const visible = conditionsOf(form, field).every((condition) => {
      const seen = fieldsAsked(condition).filter((asked) => asked in values && isVisible(asked));
      return evaluate(condition, { answers, form: Object.fromEntries(seen.map((asked) => [asked, values[asked]])) });
    });
    decided.set(key, visible);
    return visible;
  };
  return new Set(Object.keys(form.properties).filter(isVisible));
}

/** The values without those of hidden fields; what the form does not know stays, to be refused. The same object when nothing is hidden. */
export function withoutHidden<T extends FormValues>(form: FormDefinition, values: T, answers: FormValues): T {
  const visible = visibleFields(form, values, answers);
  const hidden = Object.keys(values).filter((key) => key in form.properties && !visible.has(key));
  if (hidden.length === 0) return values;
  return Object.fromEntries(Object.entries(values).filter(([key]) => !hidden.includes(key))) as T;
}

/** A heading with its fields, in the order of the form. */
export interface FormSection {
  /** Of the group; null for fields outside any. */
  key: string | null;
  title: string | null;
  fields: readonly string[];
}

/** The fields that are there under their headings; neighbours of one group stand together. */
export function sectionsOf(form: FormDefinition, visible: ReadonlySet<string>): FormSection[] {
  const sections: { key: string | null; title: string | null; fields: string[] }[] = [];
  for (const [name, field] of Object.entries(form.properties)) {
    if (!visible.has(name)) continue;
    const group = form['x-groups']?.find(({ key }) => key === field['x-group']);
    const key = group?.key ?? null;
    const last = sections.at(-1);
    if (last?.key === key) last.fields.push(name);
    else sections.push({ key, title: group?.title ?? null, fields: [name] });
  }
  return sections;
}

/** Fields whose conditions go round in a ring, so that nobody could say whether they are there. */
export function ringOfConditions(form: FormDefinition): string | null {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (key: string): string | null => {
    if (state.get(key) === 'done') return null;
    if (state.get(key) === 'open') return key;
    const field = form.properties[key];
    if (!field) return null;
    state.set(key, 'open');
    for (const asked of conditionsOf(form, field).flatMap(fieldsAsked)) {
      const found = visit(asked);
      if (found !== null) return found;
    }
    state.set(key, 'done');
    return null;
  };
  for (const key of Object.keys(form.properties)) {
    const found = visit(key);
    if (found !== null) return found;
  }
  return null;
}
