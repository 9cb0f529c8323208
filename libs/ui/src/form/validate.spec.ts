import { describe, expect, it } from '@jest/globals';
import { formProgress, type FormSchema, spanOf, validateField, validateForm } from './schema.js';

const context = { today: '2026-10-29' };
const schema: FormSchema = {
  type: 'object',
  'x-groups': [{ key: 'online', title: '网络经营', 'x-when': { question: 'online', equals: true } }],
  properties: {
    name: { type: 'string', title: '场所名称' },
    staff: { type: 'integer', title: '从业人员数', minimum: 1, 'x-unit': '人' },
    site: { type: 'string', title: '网址', 'x-group': 'online' },
    paper: { type: 'string', title: '申请表', format: 'attachment', 'x-material': 'application' },
  },
  required: ['name', 'staff', 'site'],
};

describe('a form on the screen', () => {
  it('lists the problems in the order of the fields, by the rule of the domain', () => {
    expect(validateForm(schema, { staff: 0 }, { ...context, answers: { online: true } })).toEqual([
      { path: 'name', label: '场所名称', message: '填写场所名称', isWrong: false },
      { path: 'staff', label: '从业人员数', message: '至少 1 人', isWrong: true },
      { path: 'site', label: '网址', message: '填写网址', isWrong: false },
    ]);
    expect(validateForm(schema, { name: '悦泉', staff: 3 }, context)).toEqual([]);
  });

  it('counts what is there and filled', () => {
    expect(formProgress(schema, { name: '悦泉' })).toEqual({ filled: 1, total: 2, missing: ['staff'] });
    expect(formProgress(schema, { name: '悦泉' }, { online: true })).toEqual({ filled: 1, total: 3, missing: ['staff', 'site'] });
  });

  it('a number that the server sent masked stays as it is (R10.2)', () => {
    const phone = { type: 'string', title: '电话', format: 'phone' } as const;
    expect(validateField('phone', phone, true, { phone: '138****6021' }, context)).toEqual([]);
    expect(validateField('phone', phone, true, { phone: '手机' }, context)).toHaveLength(1);
  });

  it('gives tables and addresses the whole row', () => {
    expect([
      spanOf({ type: 'array', title: '' }),
      spanOf({ type: 'string', title: '' }),
      spanOf({ type: 'string', title: '', 'x-span': 2 }),
    ]).toEqual([2, 1, 2]);
  });
});
