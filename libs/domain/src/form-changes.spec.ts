import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formChanges } from './form-changes.js';
import type { FormDefinition } from './form-definition.js';

const FORM: FormDefinition = {
  type: 'object',
  properties: {
    area: { type: 'number', title: '面积', 'x-unit': '㎡' },
    kind: {
      type: 'string',
      title: '类别',
      oneOf: [
        { const: 'bath', title: '沐浴' },
        { const: 'hotel', title: '旅店' },
      ],
    },
    beds: { type: 'integer', title: '床位', 'x-when': { field: 'kind', equals: 'hotel' } },
    owner: { type: 'string', title: '负责人证件号', format: 'identity' },
    staff: {
      type: 'array',
      title: '从业人员',
      items: { type: 'object', properties: { name: { type: 'string', title: '姓名' }, post: { type: 'string', title: '岗位' } } },
    },
  },
};
const state = (form: Record<string, unknown>) => ({ form, answers: {} });

describe('formChanges', () => {
  it('tells old and new in words, in the order of the form', () => {
    const before = state({ kind: 'bath', area: 86 });
    const after = state({ area: 92.5, kind: 'hotel', beds: 12 });
    expect(formChanges(FORM, before, after)).toEqual([
      { key: 'area', title: '面积', before: '86 ㎡', after: '92.5 ㎡' },
      { key: 'kind', title: '类别', before: '沐浴', after: '旅店' },
      { key: 'beds', title: '床位', before: '', after: '12' },
    ]);
  });

  it('names the rows of a table that are other, new or gone', () => {
    const before = state({ staff: [{ name: '王芳', post: '前台' }, { name: '李强' }] });
    const after = state({ staff: [{ post: '保洁', name: '王芳' }] });
    expect(formChanges(FORM, before, after)).toEqual([
      { key: 'staff.0', title: '从业人员第 1 行', before: '王芳，前台', after: '王芳，保洁' },
      { key: 'staff.1', title: '从业人员第 2 行', before: '李强', after: '' },
    ]);
  });

  it('R10.2 shows numbers of persons by their masks, and says when one mask hides two', () => {
    const number = (sealed: string, masked: string) => ({ owner: { sealed, masked } });
    expect(formChanges(FORM, state(number('a', '440***0025')), state(number('b', '440***0033')))).toEqual([
      { key: 'owner', title: '负责人证件号', before: '440***0025', after: '440***0033' },
    ]);
    expect(formChanges(FORM, state(number('a', '440***0025')), state(number('b', '440***0025')))).toMatchObject([
      { after: '440***0025（号码不同）' },
    ]);
  });

  it('finds nothing between a form and itself, nor in what nobody sees', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('area', 'kind', 'staff', 'owner'), fc.jsonValue()), (form) => {
        expect(formChanges(FORM, state(form), state(JSON.parse(JSON.stringify(form)) as Record<string, unknown>))).toEqual([]);
      }),
    );
    expect(formChanges(FORM, state({ kind: 'bath', beds: 3 }), state({ kind: 'bath', beds: 4 }))).toEqual([]);
    expect(formChanges(FORM, state({}), state({ kind: '' }))).toEqual([]);
  });
});
