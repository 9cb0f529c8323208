import { describe, expect, it } from '@jest/globals';
import { type ApplicationField, type ItemDefinition, itemDefinition, type ItemDefinitionInput } from '@onewindow/contracts';
import { formProblems } from '@onewindow/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { SHOP_PERMIT } from '../../test/hall-factory.js';
import { formFaults } from './form-faults.js';

type Form = Partial<ItemDefinitionInput['form']>;
const definition = (form: Form): ItemDefinition =>
  itemDefinition.parse({
    ...SHOP_PERMIT,
    subjectField: null,
    result: { ...SHOP_PERMIT.result, fields: [] },
    form: { type: 'object', properties: {}, ...form },
  });
const faults = (form: Form) => formFaults(definition(form)).map(({ path, message }) => `${path} ${message}`);
const field = (one: object, others: object = {}) =>
  faults({ properties: { x: { type: 'string', title: '项', ...one }, ...others } as never });

const TABLE = {
  type: 'array',
  items: { type: 'object', properties: { name: { type: 'string', title: '姓名' }, share: { type: 'number', title: '比例' } } },
};

describe('a form that is to be published', () => {
  it('may have groups, conditions, tables, amounts, addresses and attachments', () => {
    expect(
      faults({
        'x-groups': [{ key: 'more', title: '更多', 'x-when': { question: 'air', equals: true } }],
        properties: {
          paid: { type: 'integer', title: '金额', format: 'money', 'x-group': 'more' },
          home: { type: 'object', title: '住所', format: 'address', 'x-when': { field: 'paid', atLeast: 1 } },
          paper: { type: 'string', title: '申请表', format: 'attachment', 'x-material': 'application' },
          from: { type: 'string', title: '开始', format: 'date', 'x-min': 'today' },
          until: { type: 'string', title: '结束', format: 'date', 'x-min': 'field:from', 'x-max': 'today+1y' },
          name: {
            type: 'string',
            title: '名称',
            'x-source': ['licence.business-licence.address', 'registry.address', 'applicant.address'],
          },
          holders: { ...TABLE, title: '股东', 'x-sums': [{ column: 'share', equalsField: 'paid' }] } as never,
        },
      }),
    ).toEqual([]);
  });

  it.each([
    [{ pattern: '(' }, 'form.properties.x 项：不能编译，多半是正则表达式写错'],
    [{ format: 'money' }, 'form.properties.x.format 项：类型 string 没有格式 money'],
    [{ type: 'object' }, 'form.properties.x.format 项：对象只能是地址'],
    [{ oneOf: [{ const: 1, title: '一' }] }, 'form.properties.x.oneOf 项：选项的值与类型不符'],
    [{ type: 'integer', minimum: 2, maximum: 1 }, 'form.properties.x.minimum 项：最小大于最大'],
    [{ 'x-min': 'today' }, 'form.properties.x.x-min 项：只有日期有起止，写日期、today+30d 或 field:键'],
    [{ format: 'date', 'x-min': '2026-02-30' }, 'form.properties.x.x-min 项：只有日期有起止，写日期、today+30d 或 field:键'],
    [{ format: 'date', 'x-max': 'field:nobody' }, 'form.properties.x.x-max 项：没有日期字段“nobody”'],
    [{ 'x-group': 'none' }, 'form.properties.x.x-group 项：没有分组“none”'],
    [{ 'x-when': { field: 'nobody', equals: 1 } }, 'form.properties.x.x-when 项：表单没有字段“nobody”'],
    [{ 'x-when': { question: 'nobody', equals: 1 } }, 'form.properties.x.x-when 项：没有问题“nobody”'],
    [{ 'x-when': { field: 'x', equals: 1 } }, 'form.properties.x.x-when 项：显示条件绕成了圈，谁也定不下来'],
    [{ 'x-source': ['applicant.name', 'stars.today'] }, 'form.properties.x.x-source 项：没有来源“stars.today”'],
    [{ format: 'attachment', 'x-material': 'nothing' }, 'form.properties.x.x-material 项：附件要写明是哪份材料'],
    [{ maxItems: 3 }, 'form.properties.x.type 项：只有表格（array）有列、行数和合计'],
    [{ type: 'array' }, 'form.properties.x.items 项：表格至少一列'],
    [{ ...TABLE, minItems: 5, maxItems: 2 }, 'form.properties.x.minItems 项：最少的行数多于最多'],
    [{ ...TABLE, 'x-sums': [{ column: 'name', equals: 100 }] }, 'form.properties.x.x-sums.0.column 项：没有数字列“name”'],
    [{ ...TABLE, 'x-sums': [{ column: 'share' }] }, 'form.properties.x.x-sums.0 项：合计写明等于一个数，或等于一个字段'],
    [
      { type: 'array', items: { type: 'object', properties: { a: { type: 'string', title: '甲', pattern: '[' } } } },
      'form.properties.x.items.properties.a 项：不能编译，多半是正则表达式写错',
    ],
  ])('%j is refused, its field named', (one, fault) => {
    expect(field(one)).toEqual([fault]);
  });

  it('prints no table on a result and names no case after one', () => {
    const wrong = itemDefinition.parse({
      ...SHOP_PERMIT,
      subjectField: 'x',
      result: { ...SHOP_PERMIT.result, fields: ['x'] },
      form: { type: 'object', properties: { x: { ...TABLE, title: '股东' } } },
    });
    expect(formFaults(wrong).map(({ path }) => path)).toEqual(['subjectField', 'result.fields.0']);
  });
});

/** JSON Schema's own keywords, which the interpreter must understand as every other validator does. */
describe('the rule of forms agrees with a compiled JSON Schema', () => {
  const text = fc.record(
    {
      type: fc.constant('string' as const),
      minLength: fc.integer({ min: 0, max: 3 }),
      maxLength: fc.integer({ min: 3, max: 5 }),
      pattern: fc.constantFrom('^[a-z]', '\\d$', '^\\p{Script=Han}+$'),
    },
    { requiredKeys: ['type'] },
  );
  const number = fc.record(
    { type: fc.constantFrom('number' as const, 'integer' as const), minimum: fc.integer({ max: 0 }), maximum: fc.integer({ min: 0 }) },
    { requiredKeys: ['type'] },
  );
  const choice = fc.constant({
    type: 'string' as const,
    oneOf: [
      { const: 'a', title: '甲' },
      { const: 'b', title: '乙' },
    ],
  });
  const column = fc.oneof(text, number, choice, fc.constant({ type: 'boolean' as const }));
  const table = fc.dictionary(fc.constantFrom('c', 'd'), column, { minKeys: 1 }).map((properties) => ({
    type: 'array' as const,
    maxItems: 2,
    items: { type: 'object' as const, properties, additionalProperties: false },
  }));
  // Blanks count as nothing given, which JSON Schema does not know.
  const value = fc.oneof(
    fc.constantFrom('a', 'b', 'zz', '临江', '𠮷田', 'abcdef', 'a1'),
    fc.integer({ min: -5, max: 5 }),
    fc.double({ min: -5, max: 5, noNaN: true }),
    fc.boolean(),
    fc.constant([1]),
    fc.constant({ q: 1 }),
  );
  const rows = fc.array(fc.dictionary(fc.constantFrom('c', 'd', 'e'), value, { minKeys: 1 }), { minLength: 1, maxLength: 3 });

  it('over any field and value', () => {
    fc.assert(
      fc.property(fc.oneof(column, table), fc.oneof(value, rows), fc.boolean(), (one, given, isThere) => {
        const schema = {
          type: 'object' as const,
          properties: { x: { title: '项', ...one } as unknown as ApplicationField },
          required: ['x'],
        };
        const form = isThere ? { x: given } : {};
        const compiled = new Ajv2020({ strict: false }).compile({ ...schema, additionalProperties: false });
        const own = formProblems(schema, form, { today: '2026-10-29', answers: {}, numbers: 'objects' });
        expect([own.length === 0, JSON.stringify([one, form])]).toEqual([compiled(form), JSON.stringify([one, form])]);
      }),
      { numRuns: 150 },
    );
  });
});
