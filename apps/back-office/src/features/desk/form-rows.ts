import type { ItemDefinition } from '@onewindow/contracts';

/** One answer of the situation as read: title and value in words. */
export interface FormRow {
  key: string;
  title: string;
  /** Empty when the applicant gave none. */
  words: string;
  /** Takes the whole width. */
  wide: boolean;
  required: boolean;
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
