import { describe, expect, it } from '@jest/globals';
import { changesBetween, isSameContent, seenContent } from './seen-content.js';

const definition = {
  form: { type: 'object', properties: { area: { type: 'number', title: '面积', 'x-unit': '㎡' } } },
  questions: [{ key: 'pool', title: '有泳池', options: [] }],
  materials: [{ code: 'plan', name: '平面图' }],
} as unknown as Parameters<typeof changesBetween>[0];

const look = (area: number, pool: boolean, files: string[]) =>
  seenContent({
    form: { area },
    answers: { pool },
    materials: [{ code: 'plan', verdict: files.length > 0 ? 'qualified' : 'missing', files: files.map((id) => ({ id })) }],
  } as unknown as Parameters<typeof seenContent>[0]);

describe('what is other than at the last look', () => {
  it('tells answers, form and materials in words', () => {
    expect(changesBetween(definition, look(86, false, ['a']), look(92, true, ['a', 'b']))).toEqual([
      { part: 'answer', key: 'pool', title: '有泳池', before: '否', after: '是' },
      { part: 'form', key: 'area', title: '面积', before: '86 ㎡', after: '92 ㎡' },
      { part: 'material', key: 'plan', title: '平面图', before: '1 个文件，合格', after: '2 个文件，合格' },
    ]);
  });

  it('sees a file that took the place of another', () => {
    expect(changesBetween(definition, look(1, true, ['a']), look(1, true, ['b']))).toHaveLength(1);
  });

  it('takes the same content for the same, whatever the order of its keys', () => {
    const { form, answers, materials } = look(1, true, []);
    expect(isSameContent({ materials, answers, form }, look(1, true, []))).toBe(true);
    expect(isSameContent(look(1, true, []), look(2, true, []))).toBe(false);
  });
});
