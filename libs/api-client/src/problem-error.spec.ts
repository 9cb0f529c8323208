import { describe, expect, it } from '@jest/globals';
import { networkProblem, problemOf, ProblemError, strangeAnswer } from './problem-error.js';

describe('whether the outcome is known', () => {
  it('is not when the line broke, or a proxy lost the answer of the server behind it', () => {
    expect(new ProblemError(networkProblem()).outcomeUnknown).toBe(true);
    for (const status of [502, 503, 504]) expect(new ProblemError(strangeAnswer(status)).outcomeUnknown).toBe(true);
  });

  it('is when the server has given its word, also that nothing was done', () => {
    const said = { type: 'about:blank', title: '服务暂时不可用，操作没有执行。请稍后重试。', status: 503, code: 'service.unavailable' };
    expect(new ProblemError(said).outcomeUnknown).toBe(false);
    expect(new ProblemError({ ...said, status: 409, code: 'case.changed' }).outcomeUnknown).toBe(false);
  });

  it('is when the request was turned away before the server, or broke on this side', () => {
    expect(new ProblemError(strangeAnswer(413)).outcomeUnknown).toBe(false);
    expect(problemOf(new TypeError('x')).outcomeUnknown).toBe(false);
  });
});
