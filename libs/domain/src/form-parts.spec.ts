import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from './conditions.js';
import type { FormDefinition } from './form-definition.js';
import { ringOfConditions, sectionsOf, visibleFields, withoutHidden } from './form-parts.js';
import { formInWords } from './form-words.js';

const FORM: FormDefinition = {
  type: 'object',
  'x-groups': [
    { key: 'main', title: '主体' },
    { key: 'online', title: '网络经营', 'x-when': { question: 'online', equals: true } },
  ],
  properties: {
    name: { type: 'string', title: '名称', 'x-group': 'main' },
    seats: { type: 'integer', title: '座位', 'x-group': 'main', 'x-unit': '个' },
    site: { type: 'string', title: '网址', 'x-group': 'online' },
    owns: { type: 'boolean', title: '自建网站', 'x-group': 'online' },
    record: { type: 'string', title: '备案号', 'x-group': 'online', 'x-when': { field: 'owns', equals: true } },
    note: { type: 'string', title: '备注' },
  },
};

describe('conditional parts', () => {
  it('go with their group and with the fields that they ask about', () => {
    const values = { name: '店', owns: true, record: '粤 1', site: 'x.cn' };
    expect([...visibleFields(FORM, values, { online: true })]).toContain('record');
    expect(withoutHidden(FORM, values, { online: true })).toBe(values);
    expect(withoutHidden(FORM, values, { online: false })).toEqual({ name: '店' });
    expect(withoutHidden(FORM, { ...values, owns: false }, { online: true })).toEqual({ name: '店', owns: false, site: 'x.cn' });
  });

  it('a hidden field counts as empty for others, through any number of them', () => {
    const chain: FormDefinition = {
      type: 'object',
      properties: {
        c: { type: 'string', title: 'c', 'x-when': { field: 'b', answered: true } },
        b: { type: 'string', title: 'b', 'x-when': { field: 'a', equals: 'yes' } },
        a: { type: 'string', title: 'a' },
        d: { type: 'string', title: 'd', 'x-when': { not: { field: 'c', answered: true } } },
      },
    };
    expect(withoutHidden(chain, { a: 'yes', b: '1', c: '1', d: '1' }, {})).toEqual({ a: 'yes', b: '1', c: '1' });
    expect(withoutHidden(chain, { a: 'no', b: '1', c: '1', d: '1' }, {})).toEqual({ a: 'no', d: '1' });
  });

  it('hiding twice hides no more than once', () => {
    const value = fc.option(fc.constantFrom('yes', 'no'), { nil: undefined });
    const condition = (field: string): fc.Arbitrary<Condition> =>
      fc.constantFrom<Condition>({ field, equals: 'yes' }, { not: { field, equals: 'yes' } }, { field, answered: false });
    fc.assert(
      fc.property(fc.record({ a: value, b: value, c: value }), condition('a'), condition('b'), (values, whenB, whenC) => {
        const form: FormDefinition = {
          type: 'object',
          properties: {
            c: { type: 'string', title: 'c', 'x-when': whenC },
            b: { type: 'string', title: 'b', 'x-when': whenB },
            a: { type: 'string', title: 'a' },
          },
        };
        const once = withoutHidden(form, values, {});
        expect(withoutHidden(form, once, {})).toEqual(once);
      }),
    );
  });

  it('stand under their headings', () => {
    expect(sectionsOf(FORM, visibleFields(FORM, { owns: true }, { online: true }))).toEqual([
      { key: 'main', title: '主体', fields: ['name', 'seats'] },
      { key: 'online', title: '网络经营', fields: ['site', 'owns', 'record'] },
      { key: null, title: null, fields: ['note'] },
    ]);
  });

  it('may not go round in a ring', () => {
    expect(ringOfConditions(FORM)).toBeNull();
    const ring: FormDefinition = {
      type: 'object',
      properties: {
        a: { type: 'string', title: 'a', 'x-when': { field: 'b', answered: true } },
        b: {
          type: 'string',
          title: 'b',
          'x-when': {
            any: [
              { field: 'a', answered: true },
              { question: 'q', equals: 1 },
            ],
          },
        },
      },
    };
    expect(ringOfConditions(ring)).toBe('a');
    expect(visibleFields(ring, {}, {}).size).toBeGreaterThanOrEqual(0);
  });
});

it('a form is read in words, tables with their sums, numbers masked', () => {
  const form: FormDefinition = {
    type: 'object',
    properties: {
      paid: { type: 'integer', title: '金额', format: 'money' },
      home: { type: 'object', title: '住所', format: 'address' },
      paper: { type: 'string', title: '章程', format: 'attachment', 'x-material': 'charter' },
      holders: {
        type: 'array',
        title: '股东',
        items: {
          type: 'object',
          properties: {
            name: { type: 'string', title: '姓名' },
            number: { type: 'string', title: '证件号', format: 'identity' },
            share: { type: 'number', title: '比例', 'x-unit': '%' },
          },
        },
        'x-sums': [{ column: 'share', equals: 100 }],
      },
    },
    required: ['paid'],
  };
  const values = {
    paid: 123_456_00,
    home: { region: '440199', street: '440199001', words: '临江区望湖街道', detail: '梧桐路 118 号' },
    holders: [{ name: '王小明', number: { sealed: 'x', masked: '440***0025' }, share: 66.7 }, {}, { name: '陈', share: 33.3 }],
    old: 'x',
  };
  expect(formInWords(form, values, {})).toEqual([
    {
      title: null,
      rows: [
        { key: 'paid', title: '金额', words: '123,456.00 元', wide: false, required: true, table: null },
        { key: 'home', title: '住所', words: '临江区望湖街道梧桐路 118 号', wide: true, required: false, table: null },
        {
          key: 'holders',
          title: '股东',
          words: '2 行',
          wide: true,
          required: false,
          table: {
            columns: [
              { key: 'name', title: '姓名', isNumber: false },
              { key: 'number', title: '证件号', isNumber: false },
              { key: 'share', title: '比例', isNumber: true },
            ],
            rows: [
              ['王小明', '440***0025', '66.7 %'],
              ['陈', '', '33.3 %'],
            ],
            sums: ['', '', '100 %'],
          },
        },
      ],
    },
    { title: null, rows: [{ key: 'old', title: 'old', words: 'x', wide: false, required: false, table: null }] },
  ]);
});
