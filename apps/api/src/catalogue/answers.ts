import type { ItemDefinition } from '@onewindow/contracts';

type Question = ItemDefinition['questions'][number];
export type Answers = Record<string, string | number | boolean>;

/** The answers that a version presets. */
export function presetAnswers(questions: readonly Question[]): Answers {
  return Object.fromEntries(questions.flatMap((question) => (question.default === undefined ? [] : [[question.key, question.default]])));
}

/** Does the answer fit the question: one of its options, or yes or no? */
export function fitsQuestion(question: Question, answer: string | number | boolean): boolean {
  return question.kind === 'yesNo' ? typeof answer === 'boolean' : question.options.some((option) => option.value === answer);
}

/** Answers that no question asks for, or that are none of its options. */
export function answerFaults(questions: readonly Question[], answers: Answers): { key: string; reason: string }[] {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return Object.entries(answers).flatMap(([key, answer]) => {
    const question = byKey.get(key);
    if (!question) return [{ key, reason: '本事项没有这个问题' }];
    return fitsQuestion(question, answer) ? [] : [{ key, reason: `${question.title}：不在可选的答案里` }];
  });
}

/** Questions still without an answer. */
export function unanswered(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter((question) => answers[question.key] === undefined);
}
