import { describe, expect, it } from '@jest/globals';
import { valueWords } from './value-words.js';

describe('valueWords', () => {
  it.each([
    [{}, undefined, '未填'],
    [{}, '', '未填'],
    [{}, false, '否'],
    [{ oneOf: [{ const: 'bath', title: '沐浴场所' }] }, 'bath', '沐浴场所'],
    [{ 'x-unit': '㎡' }, 368.5, '368.5 ㎡'],
    [{}, '梧桐路 118 号', '梧桐路 118 号'],
    [{}, 0, '0'],
  ])('%j %j', (field, value, words) => {
    expect(valueWords(field, value)).toBe(words);
  });
});
