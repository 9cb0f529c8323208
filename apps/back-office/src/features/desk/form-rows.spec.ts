import { describe, expect, it } from '@jest/globals';
import { answerRows, filledCount, formRows } from './form-rows.js';

const definition = {
  form: {
    type: 'object' as const,
    properties: {
      category: { type: 'string' as const, title: '场所类别', oneOf: [{ const: 'hotel', title: '旅馆' }] },
      area: { type: 'number' as const, title: '面积', 'x-unit': '㎡' },
      airConditioning: { type: 'boolean' as const, title: '集中空调' },
      address: { type: 'string' as const, title: '地址', 'x-span': 2 as const },
    },
    required: ['category'],
  },
};

describe('formRows', () => {
  it('speak in the words of the definition, in its order', () => {
    const rows = formRows(definition, { airConditioning: false, area: 120, category: 'hotel' });
    expect(rows.map(({ title, words }) => [title, words])).toEqual([
      ['场所类别', '旅馆'],
      ['面积', '120 ㎡'],
      ['集中空调', '否'],
      ['地址', ''],
    ]);
    expect(rows.map(({ wide }) => wide)).toEqual([false, false, false, true]);
    expect(rows[0]?.required).toBe(true);
  });

  it('hide nothing that was filled in', () => {
    expect(formRows(definition, { note: '甲' }).at(-1)).toMatchObject({ key: 'note', words: '甲' });
    expect(formRows(definition, { category: 'bath' })[0]?.words).toBe('bath');
  });
});

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
