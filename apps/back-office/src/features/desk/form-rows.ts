import type { ItemDefinition } from '@onewindow/contracts';

/** One field of the form as read: title and value in words. */
export interface FormRow {
  key: string;
  title: string;
  /** Empty when the applicant gave none. */
  words: string;
  /** Takes the whole width. */
  wide: boolean;
  required: boolean;
}

type Field = ItemDefinition['form']['properties'][string];

function valueWords(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const choice = field.oneOf?.find((one) => one.const === value);
  if (choice) return choice.title;
  const words = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return field['x-unit'] ? `${words} ${field['x-unit']}` : words;
}

/** The form in the order of its definition; values that the definition does not know come last under their key. */
export function formRows(definition: Pick<ItemDefinition, 'form'>, values: Readonly<Record<string, unknown>>): FormRow[] {
  const { properties, required } = definition.form;
  const known = Object.entries(properties).map(([key, field]) => ({
    key,
    title: field.title,
    words: valueWords(field, values[key]),
    wide: field['x-span'] === 2 || field.format === 'textarea',
    required: required.includes(key),
  }));
  const unknown = Object.keys(values).filter((key) => !(key in properties));
  return [...known, ...unknown.map((key) => ({ key, title: key, words: String(values[key] ?? ''), wide: false, required: false }))];
}

/** The answers of the situation in words. */
export function answerRows(questions: ItemDefinition['questions'], answers: Readonly<Record<string, unknown>>): FormRow[] {
  return questions.map((question) => {
    const value = answers[question.key];
    const words =
      typeof value === 'boolean'
        ? value
          ? '是'
          : '否'
        : (question.options.find((option) => option.value === value)?.title ?? (value === undefined ? '' : String(value)));
    return { key: question.key, title: question.title, words, wide: false, required: false };
  });
}

/** How many fields have a value: the count on the tab. */
export function filledCount(values: Readonly<Record<string, unknown>>): number {
  return Object.values(values).filter((value) => value !== undefined && value !== null && value !== '').length;
}
