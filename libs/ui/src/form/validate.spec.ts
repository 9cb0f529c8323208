import { describe, expect, it } from '@jest/globals';
import { formProgress, type FieldSchema, type FormSchema } from './schema.js';
import { fieldWarning, validateField, validateForm } from './validate.js';

const context = { today: '2026-10-29' };
const check = (field: Partial<FieldSchema>, value: unknown, required = false) =>
  validateField({ type: 'string', title: '名称', ...field }, required, value, context);

describe('validateField', () => {
  it.each([undefined, null, '', '   '])('asks for a required value (%j) and lets an optional one go', (blank) => {
    expect(check({ title: '场所名称' }, blank, true)).toBe('填写场所名称');
    expect(check({ title: '办理日期', format: 'date' }, blank, true)).toBe('选择办理日期');
    expect(check({ title: '类别', oneOf: [{ const: 'a', title: '甲' }] }, blank, true)).toBe('选择类别');
    expect(check({ minLength: 3 }, blank)).toBeNull();
  });

  it('takes false and 0 for values', () => {
    expect(check({ type: 'boolean' }, false, true)).toBeNull();
    expect(check({ type: 'integer' }, 0, true)).toBeNull();
  });

  it.each([
    [{ type: 'integer', minimum: 1, 'x-unit': '人' }, 0, '至少 1 人'],
    [{ type: 'integer', minimum: 1, 'x-unit': '人' }, 1, null],
    [{ type: 'integer', maximum: 1000 }, 1001, '最多 1000'],
    [{ type: 'integer' }, 1.5, '填写整数'],
    [{ type: 'number' }, 368.5, null],
    [{ type: 'number' }, '三百', '填写数字'],
    [{ type: 'number' }, Number.NaN, '填写数字'],
    [{ type: 'boolean' }, 'yes', '选是或否'],
    [{ type: 'string' }, 5, '填写文字'],
    [{ minLength: 4 }, '临江', '至少 4 个字'],
    [{ maxLength: 2 }, '临江区', '最多 2 个字，现在 3 个'],
    [{ pattern: '^[A-Z]{2}\\d+$' }, 'ab1', '格式不对，对照原件改正'],
    [{ pattern: '^[A-Z]{2}\\d+$' }, 'AB1', null],
    [{ pattern: '([' }, 'anything', null],
    [{ oneOf: [{ const: 'bath', title: '沐浴场所' }] }, 'hotel', '不在可选项里，重新选择'],
    [{ oneOf: [{ const: 2, title: '二' }] }, 2, null],
    [{ format: 'date' }, '2026-02-30', '日期不存在，按 2026-11-05 的格式填写'],
    [{ format: 'date' }, '2024-02-29', null],
    [{ format: 'phone' }, '13800006021', null],
    [{ format: 'phone' }, '138****6021', null],
    [{ format: 'phone' }, '手机', '电话号码只有数字、空格和短横，5 至 20 位'],
    [{ format: 'identity' }, '11010519491231002X', null],
    [{ format: 'identity' }, '440***********0025', null],
    [{ format: 'identity' }, '110105194912310021', '身份证号校验位不对，有一位输错。对照证件改正'],
    [{ format: 'creditCode' }, '91350100M000100Y43', null],
    [{ format: 'creditCode' }, '11010519491231002X', '这里不填身份证号，改正或留空'],
    [{ format: 'textarea' }, '负责人 11010519491231002X', '这里不填身份证号，改正或留空'],
    [{ format: 'bankAccount' }, '6222 0000 1111 2222', null],
    [{ format: 'bankAccount' }, '12', '银行账号 8 至 30 位数字'],
  ] as const)('%j with %j', (field, value, message) => {
    expect(check(field as Partial<FieldSchema>, value)).toBe(message);
  });

  it('warns of a credit code with a wrong check digit and lets the clerk go on (R8.2)', () => {
    const field: FieldSchema = { type: 'string', title: '信用代码', format: 'creditCode' };
    expect(validateField(field, true, '91350100M000100Y44', context)).toBeNull();
    expect(fieldWarning(field, '91350100M000100Y44')).toBe('校验位不符。核对原件后可写明理由继续');
    expect(fieldWarning(field, '91350100M000100Y43')).toBeNull();
    expect(validateField(field, true, '9135', context)).not.toBeNull();
  });
});

describe('validateForm', () => {
  const schema: FormSchema = {
    type: 'object',
    properties: {
      name: { type: 'string', title: '场所名称' },
      staff: { type: 'integer', title: '从业人员数', minimum: 1, 'x-unit': '人' },
    },
    required: ['name', 'staff'],
  };

  it('lists the problems in the order of the fields', () => {
    expect(validateForm(schema, { staff: 0 }, context)).toEqual([
      { path: 'name', message: '填写场所名称' },
      { path: 'staff', message: '至少 1 人' },
    ]);
    expect(validateForm(schema, { name: '悦泉', staff: 3 }, context)).toEqual([]);
  });

  it('counts what is filled', () => {
    expect(formProgress(schema, { name: '悦泉' })).toEqual({ filled: 1, total: 2, missing: ['staff'] });
  });
});
