import {
  blankWords,
  fieldProblems,
  type FormContext,
  type FormDefinition,
  type FormField,
  formProblems,
  isBlankValue,
  visibleFields,
} from '@onewindow/domain';

/** One field of an application form; the meaning of its keys is the domain's. */
export type FieldSchema = FormField;
/** The form of an item version. */
export type FormSchema = FormDefinition;
/** The form's values by field name. */
export type FormValues = Readonly<Record<string, unknown>>;
/** What the rules need besides the values: today, the situation's answers, the applicant's masked number. */
export type ValidationContext = Omit<FormContext, 'numbers' | 'answers'> & { answers?: FormValues | undefined };

/** One thing that is wrong with a form; `path` is the field's name, in a table `field.row.column`. */
export interface FormProblem {
  path: string;
  /** Chinese, short enough to stand under the field: 至少 1 人. */
  message: string;
}

/** True for a value that has not been given: missing, null, only blanks, a table without a filled row. */
export const isBlank = isBlankValue;

export { blankWords };

/** Long texts, tables and addresses take the whole row unless the schema says otherwise. */
export function spanOf(field: FieldSchema): 1 | 2 {
  const isLong = field.type === 'array' || field.type === 'object' || field.format === 'textarea' || field.format === 'address';
  return field['x-span'] ?? (isLong ? 2 : 1);
}

/** How many of the fields that are there are filled, and which required ones are not: 已填 8/9. Attachments are counted with the papers. */
export function formProgress(
  schema: FormSchema,
  values: FormValues,
  answers: FormValues = {},
): { filled: number; total: number; missing: string[] } {
  const visible = visibleFields(schema, values, answers);
  const names = Object.keys(schema.properties).filter((name) => visible.has(name) && schema.properties[name]?.format !== 'attachment');
  return {
    filled: names.filter((name) => !isBlank(values[name])).length,
    total: names.length,
    missing: (schema.required ?? []).filter((name) => visible.has(name) && isBlank(values[name])),
  };
}

const onScreen = ({ answers = {}, ...context }: ValidationContext): FormContext => ({ ...context, answers, numbers: 'masks' });

/**
 * Checks a form by the rule that the server follows too. Nothing is compiled: the page's security policy forbids `eval`.
 * @returns every problem in the order of the fields, with Chinese messages and labels; empty when the form is in order
 */
export function validateForm(
  schema: FormSchema,
  values: FormValues,
  context: ValidationContext,
): (FormProblem & { label: string; isWrong: boolean })[] {
  return formProblems(schema, values, onScreen(context)).map(({ path, reason, label, gravity }) => ({
    path,
    message: reason,
    label,
    isWrong: gravity !== 'missing',
  }));
}

/** What is wrong with one field's value: at most one problem, or several in a table. `values` are those of the whole form. */
export function validateField(
  name: string,
  field: FieldSchema,
  required: boolean,
  values: FormValues,
  context: ValidationContext,
): FormProblem[] {
  return fieldProblems(name, field, required, values, onScreen(context)).map(({ path, reason }) => ({ path, message: reason }));
}
