import type { ItemDefinition } from '@onewindow/contracts';
import { requiredCount } from '@onewindow/domain';
import type { Answers } from './draft-edits.js';

type Question = ItemDefinition['questions'][number];

/** The answers that a question can have. */
export function answerOptions(question: Question): { value: string | boolean; title: string }[] {
  if (question.kind === 'yesNo') {
    return [
      { value: true, title: '是' },
      { value: false, title: '否' },
    ];
  }
  return question.options;
}

/** Is the question answered with one of its options? */
export function isAnswered(question: Question, answers: Answers): boolean {
  return answerOptions(question).some(({ value }) => value === answers[question.key]);
}

/** How many questions are answered. */
export function answeredCount(questions: readonly Question[], answers: Answers): number {
  return questions.filter((question) => isAnswered(question, answers)).length;
}

/**
 * How many required materials the present answer brings, against the answer that asks for the fewest: 加 1 份材料.
 * 0 without an answer.
 */
export function materialsAdded(definition: Pick<ItemDefinition, 'materials'>, question: Question, answers: Answers): number {
  if (!isAnswered(question, answers)) return 0;
  const countFor = (value: string | boolean) => requiredCount(definition.materials, { answers: { ...answers, [question.key]: value } });
  const fewest = Math.min(...answerOptions(question).map(({ value }) => countFor(value)));
  return requiredCount(definition.materials, { answers }) - fewest;
}

/** The answers that a version presets. */
export function defaultAnswers(questions: readonly Question[]): Answers {
  const preset: Answers = {};
  for (const question of questions) if (question.default !== undefined) preset[question.key] = question.default;
  return preset;
}
