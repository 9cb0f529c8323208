import { describe, expect, it } from '@jest/globals';
import { answerRows, filledCount } from './form-rows.js';

describe('answerRows', () => {
  const questions = [
    { key: 'aircon', title: '有集中空调', kind: 'yesNo' as const, options: [] },
    { key: 'kind', title: '场所', kind: 'choice' as const, options: [{ value: 'a', title: '商场' }] },
  ];
  it('give the title of the choice', () => {
    expect(answerRows(questions, { aircon: true, kind: 'a' }).map(({ words }) => words)).toEqual(['是', '商场']);
    expect(answerRows(questions, {}).map(({ words }) => words)).toEqual(['', '']);
  });
});

it('counts the fields that have a value', () => {
  expect(filledCount({ a: '', b: 0, c: false, d: null, e: 'x' })).toBe(3);
});
