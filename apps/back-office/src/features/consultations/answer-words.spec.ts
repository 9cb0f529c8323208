import { describe, expect, it } from '@jest/globals';
import { withFirstWords } from './answer-words.js';

describe('withFirstWords', () => {
  it('changes the beginning with the outcome and keeps what was typed', () => {
    expect(withFirstWords('无意见。', 'agreeWithConditions')).toBe('同意，附条件：');
    expect(withFirstWords('同意，附条件：通道不小于 4 米', 'object')).toBe('不同意，理由：通道不小于 4 米');
    expect(withFirstWords('', 'agree')).toBe('无意见。');
    expect(withFirstWords('按规范办', 'agree')).toBe('无意见。按规范办');
  });
});
