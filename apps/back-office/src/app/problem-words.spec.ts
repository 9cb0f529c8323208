import { ProblemError } from '@onewindow/api-client';
import { expect, it } from '@jest/globals';
import { problemWords } from './problem-words.js';

const problem = (title: string, messages: string[] = []) =>
  new ProblemError({
    type: 'about:blank',
    title,
    status: 409,
    code: 'x',
    errors: messages.map((message) => ({ path: 'reason', message })),
  });

it('leaves 刷新 to the button', () => {
  expect(problemWords(problem('谢文彬 10:41 已签收本件。刷新'))).toBe('谢文彬 10:41 已签收本件。');
  expect(problemWords(problem('本件已改过，刷新'))).toBe('本件已改过。');
});

it('names the fields that are wrong, once', () => {
  expect(problemWords(problem('有内容填得不对。', ['不能为空', '不能超过 500 个字']))).toBe(
    '有内容填得不对：不能为空；不能超过 500 个字。',
  );
  expect(problemWords(problem('不能为空。', ['不能为空']))).toBe('不能为空。');
});

it('leaves a plain sentence as it is', () => {
  expect(problemWords(problem('刷新过于频繁，稍后再试。'))).toBe('刷新过于频繁，稍后再试。');
});
