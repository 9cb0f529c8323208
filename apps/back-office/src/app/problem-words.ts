import type { ProblemError } from '@onewindow/api-client';

/** A server's sentence for a place that has no 刷新 of its own, or whose button says it. */
export function withoutRefresh(sentence: string): string {
  return sentence.replace(/[，。]?刷新。?$/u, '。');
}

/**
 * The sentence of a problem for a message bar: its title, then what is wrong with which field.
 * A closing 刷新 of the title is left to the bar's button.
 */
export function problemWords(problem: Pick<ProblemError, 'problem'>): string {
  const { title, errors = [] } = problem.problem;
  const sentence = withoutRefresh(title);
  const details = errors.map(({ message }) => message).filter((message) => !sentence.includes(message));
  return details.length > 0 ? `${sentence.replace(/。$/u, '')}：${details.join('；')}。` : sentence;
}
