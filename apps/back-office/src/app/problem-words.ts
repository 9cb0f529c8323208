import type { ProblemError } from '@onewindow/api-client';

/**
 * The sentence of a problem for a message bar: its title, then what is wrong with which field.
 * A closing 刷新 of the title is left to the bar's button.
 */
export function problemWords(problem: Pick<ProblemError, 'problem'>): string {
  const { title, errors = [] } = problem.problem;
  const sentence = title.replace(/[，。]?刷新。?$/u, '。');
  const details = errors.map(({ message }) => message).filter((message) => !sentence.includes(message));
  return details.length > 0 ? `${sentence.replace(/。$/u, '')}：${details.join('；')}。` : sentence;
}
