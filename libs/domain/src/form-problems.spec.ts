import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDateBound } from './form-dates.js';
import type { FormDefinition, FormField } from './form-definition.js';
import { formProblems } from './form-problems.js';
import { type FormContext, valueFault } from './form-rules.js';

const context: FormContext = { today: '2026-10-29', answers: {}, numbers: 'objects' };
const screen: FormContext = { ...context, numbers: 'masks' };

const COMPANY: FormDefinition = {
  type: 'object',
  properties: {
    kind: {
      type: 'string',
      title: '类型',
      oneOf: [
        { const: 'limited', title: '有限责任公司' },
        { const: 'single', title: '一人有限责任公司' },
      ],
    },
    capital: { type: 'integer', title: '注册资本', format: 'money', minimum: 100 },
    home: { type: 'object', title: '住所', format: 'address' },
    from: { type: 'string', title: '开始', format: 'date', 'x-min': 'today' },
    until: { type: 'string', title: '结束', format: 'date', 'x-min': 'field:from', 'x-max': 'today+6m' },
    holders: {
      type: 'array',
      title: '股东',
      minItems: 1,
      maxItems: 3,
      'x-when': { field: 'kind', equals: 'limited' },
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: '姓名', maxLength: 10 },
          number: { type: 'string', title: '证件号', format: 'identity' },
          amount: { type: 'integer', title: '出资额', format: 'money', minimum: 1 },
          share: { type: 'number', title: '比例', minimum: 0, maximum: 100, 'x-unit': '%' },
        },
        required: ['name', 'share'],
      },
      'x-sums': [
        { column: 'share', equals: 100 },
        { column: 'amount', equalsField: 'capital' },
      ],
    },
  },
  required: ['kind', 'holders'],
};
const GOOD = {
  kind: 'limited',
  capital: 100_000_00,
  home: { region: '440199', street: '440199001', detail: '梧桐路 118 号' },
  from: '2026-10-29',
  until: '2026-10-30',
  holders: [
    { name: '王小明', number: { sealed: 's', masked: 'm' }, amount: 60_000_00, share: 66.7 },
    { name: '陈嘉敏', amount: 40_000_00, share: 33.3 },
  ],
};
const REGIONS = new Map([
  ['440199', null],
  ['440199001', '440199'],
]);
const problems = (over: object, at: FormContext = context) =>
  formProblems(COMPANY, { ...GOOD, ...over }, at).map(({ path, gravity, reason }) => `${path} ${gravity} ${reason}`);

describe('a form with a table, conditions, amounts and an address', () => {
  it('is in order', () => {
    expect(problems({})).toEqual([]);
    expect(problems({}, { ...context, regions: REGIONS })).toEqual([]);
  });

  it.each([
    [{ colour: 'red' }, ['colour shape 表单没有这一项']],
    [{ holders: [] }, ['holders missing 填写股东']],
    [{ holders: [{}, { name: ' ' }] }, ['holders missing 填写股东']],
    [{ holders: 'two' }, ['holders shape 逐行填写']],
    [{ holders: ['one'] }, ['holders shape 逐行填写']],
    [{ holders: [1, 2, 3, 4].map((n) => ({ name: `${n}`, share: 25 })) }, ['holders shape 最多 3 行，现在 4 行']],
    [{ holders: [{ name: '王', share: 90, amount: 100_000_00 }] }, ['holders value 比例合计 90 %，须为 100 %']],
    [{ holders: [{ name: '王', share: 100, amount: 1_00 }] }, ['holders value 出资额合计 1.00 元，须为 100,000.00 元']],
    [
      { holders: [{ name: '王', share: 101 }, {}, { share: '1', shoe: 43 }] },
      [
        'holders.0.share value 最多 100 %',
        'holders.2.shoe shape 表格没有这一列',
        'holders.2.name missing 填写姓名',
        'holders.2.share shape 填写数字',
      ],
    ],
    [
      { holders: [{ name: '王', share: 100, number: '110105194912310021' }] },
      ['holders.0.number value 身份证号校验位不对，有一位输错。对照证件改正'],
    ],
    [{ capital: 1 }, ['capital value 至少 1.00 元', 'holders value 出资额合计 100,000.00 元，须为 0.01 元']],
    [{ capital: 1.5, kind: 'single', holders: undefined }, ['capital shape 填写金额']],
    [{ from: '2026-02-30' }, ['from value 日期不存在，按 2026-11-05 的格式填写']],
    [{ from: '2026-10-28' }, ['from value 不早于 2026-10-29']],
    [{ until: '2026-10-28' }, ['until value 不早于 2026-10-29']],
    [{ until: '2027-04-30' }, ['until value 不晚于 2027-04-29']],
    [{ home: '梧桐路' }, ['home shape 填写地址']],
    [{ home: { region: '440199', detail: '梧桐路' } }, ['home value 选择街道']],
    [{ home: { street: '440199001', detail: '梧桐路' } }, ['home value 选择区']],
    [{ home: { region: '440199', street: '440199001', detail: ' ' } }, ['home value 写明路、门牌和房号']],
    [{ home: { region: '440199', street: '440199001', detail: '梧桐路', planet: 'x' } }, ['home shape 填写地址']],
  ])('%j', (over, wanted) => {
    expect(problems(over)).toEqual(wanted);
  });

  it('knows its regions', () => {
    expect(problems({ home: { region: '440100', street: '440199001', detail: '梧桐路' } }, { ...context, regions: REGIONS })).toEqual([
      'home shape 没有这个区或街道，重新选择',
    ]);
  });

  it('names row and column in words', () => {
    const [first] = formProblems(COMPANY, { ...GOOD, holders: [{ name: '王' }] }, context);
    expect(first).toMatchObject({ key: 'holders', label: '股东第 1 行比例', path: 'holders.0.share' });
  });

  it('does not ask for what is hidden', () => {
    expect(problems({ kind: 'single', holders: undefined })).toEqual([]);
  });
});

describe('a single value', () => {
  const fault = (field: Partial<FormField>, value: unknown, at = screen, required = false) =>
    valueFault({ title: '名称', type: 'string', ...field } as never, required, value, {}, at)?.reason ?? null;

  it.each([undefined, null, '', '   '])('is asked for when required (%j) and may be left out otherwise', (blank) => {
    expect(fault({ title: '场所名称' }, blank, screen, true)).toBe('填写场所名称');
    expect(fault({ title: '日期', format: 'date' }, blank, screen, true)).toBe('选择日期');
    expect(fault({ minLength: 3 }, blank)).toBeNull();
  });

  it.each([
    [{ type: 'integer', minimum: 1, 'x-unit': '人' }, 0, '至少 1 人'],
    [{ type: 'integer' }, 1.5, '填写整数'],
    [{ type: 'number' }, '三百', '填写数字'],
    [{ type: 'number' }, Number.NaN, '填写数字'],
    [{ type: 'boolean' }, 'yes', '选是或否'],
    [{ type: 'boolean' }, false, null],
    [{ type: 'string' }, 5, '填写文字'],
    [{ type: 'string' }, ['x'], '填写文字'],
    [{ maxLength: 2 }, '临江区', '最多 2 个字，现在 3 个'],
    [{ pattern: '^[A-Z]{2}\\d+$' }, 'ab1', '格式不对，对照原件改正'],
    [{ pattern: '([' }, 'anything', null],
    [{ oneOf: [{ const: 'bath', title: '沐浴场所' }] }, 'hotel', '不在可选项里，重新选择'],
    [{ type: 'integer', oneOf: [{ const: 2, title: '二' }] }, '2', '填写整数'],
    [{ format: 'phone' }, '138****6021', null],
    [{ format: 'phone' }, '手机', '电话号码只能有数字、空格和短横，5 至 20 位'],
    [{ format: 'identity' }, '440***********0025', null],
    [{ format: 'identity' }, { sealed: 's', masked: 'm' }, '填写号码'],
    [{ format: 'creditCode' }, '91350100M000100Y43', null],
    [{ format: 'creditCode' }, '91350100M000100Y44', '统一社会信用代码校验位不对。对照执照改正'],
    [{ format: 'creditCode' }, '11010519491231002X', '这里不填身份证号，改正或留空'],
    [{ format: 'textarea' }, '负责人 11010519491231002X', '这里不填身份证号，改正或留空'],
    [{ format: 'bankAccount' }, '6222 0000 1111 2222', null],
    [{ format: 'bankAccount' }, '12', '银行账号 8 至 30 位数字'],
    [{ format: 'attachment' }, 'x', '这一项由材料说明，不填'],
  ] as const)('%j with %j', (field, value, reason) => {
    expect(fault(field as Partial<FormField>, value)).toBe(reason);
  });

  it('R10.2 a mask is a number only on a screen, a sealed one only where it is kept', () => {
    expect(fault({ format: 'identity' }, '440***********0025', context)).not.toBeNull();
    expect(fault({ format: 'identity' }, { sealed: 's', masked: 'm' }, context)).toBeNull();
  });

  it.each(['913***********0Y44', '91350100M000100Y44'])(
    'R8.2 the applicant’s own code, shown as %s, was let through when it was entered',
    (shown) => {
      const own = { ...context, ownNumberMasked: shown };
      expect(fault({ format: 'creditCode' }, '91350100M000100Y44', own)).toBeNull();
      expect(fault({ format: 'creditCode' }, '91440199MA5CQ8E724', own)).not.toBeNull();
    },
  );

  it('never throws, whatever comes', () => {
    const fields = Object.values(COMPANY.properties);
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.anything(), (field, value) => {
        const form: FormDefinition = { type: 'object', properties: { x: field, kind: { type: 'string', title: '类型' } } };
        const before = JSON.stringify(form);
        formProblems(form, { x: value, kind: 'limited' }, context);
        expect(JSON.stringify(form)).toBe(before);
      }),
    );
  });
});

describe('bounds of dates', () => {
  it.each([
    ['2026-01-01', { date: '2026-01-01' }],
    ['today', { date: '2026-10-29' }],
    ['today+30d', { date: '2026-11-28' }],
    ['today-18y', { date: '2008-10-29' }],
    ['today+4m', { date: '2027-02-28' }],
    ['field:from', { field: 'from' }],
    ['2026-02-30', null],
    ['tomorrow', null],
    ['today+1w', null],
  ])('%s', (text, bound) => {
    expect(readDateBound(text, '2026-10-29')).toEqual(bound);
  });
});
