import { type FormDefinition, type FormValues, rowsOf } from './form-definition.js';
import { visibleFields } from './form-parts.js';
import { fieldWords, valueWords } from './form-words.js';

/** One value that is not what it was, in words; '' where there was none or is none any more. */
export interface FieldChange {
  /** Of the field; of a table `key.row`. */
  key: string;
  title: string;
  before: string;
  after: string;
}

/** Two sets of values, each with the answers that decided which fields were there. */
export interface FormState {
  form: FormValues;
  answers: FormValues;
}

/** Two numbers under one mask are told apart without either of them (R10.2). */
const OTHER_NUMBER = '（号码不同）';

/**
 * What is different between two states of a form, in the order of the form; numbers of persons stay masked (R10.2). Of a table every row
 * that is other, new or gone. A hidden field has no value.
 */
export function formChanges(definition: FormDefinition, before: FormState, after: FormState): FieldChange[] {
  const seenBefore = visibleFields(definition, before.form, before.answers);
  const seenAfter = visibleFields(definition, after.form, after.answers);
  return Object.entries(definition.properties).flatMap(([key, field]) => {
    const was = seenBefore.has(key) ? before.form[key] : undefined;
    const is = seenAfter.has(key) ? after.form[key] : undefined;
    if (field.format === 'attachment' || isSame(was, is)) return [];
    if (field.type === 'array') return rowChanges(key, field.title, field.items?.properties ?? {}, was, is);
    return changed(key, field.title, fieldWords(field, was), fieldWords(field, is));
  });
}

function rowChanges(
  key: string,
  title: string,
  columns: NonNullable<FormDefinition['properties'][string]['items']>['properties'],
  was: unknown,
  is: unknown,
): FieldChange[] {
  const [before, after] = [rowsOf(was), rowsOf(is)];
  const words = (row: Readonly<Record<string, unknown>> | undefined): string =>
    row === undefined
      ? ''
      : Object.entries(columns)
          .map(([name, column]) => valueWords(column, row[name]))
          .filter(Boolean)
          .join('，');
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at).flatMap((at) =>
    isSame(before[at], after[at]) ? [] : changed(`${key}.${at}`, `${title}第 ${at + 1} 行`, words(before[at]), words(after[at])),
  );
}

function changed(key: string, title: string, before: string, after: string): FieldChange[] {
  if (before !== after) return [{ key, title, before, after }];
  // Nothing that people could read: an empty text instead of none.
  return before === '' ? [] : [{ key, title, before, after: `${after}${OTHER_NUMBER}` }];
}

/** Equal as JSON, whatever the order of its keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Array.isArray(a) === Array.isArray(b) && [...keys].every((key) => isSame(left[key], right[key]));
}
