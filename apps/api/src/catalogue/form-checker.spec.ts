import { describe, expect, it } from '@jest/globals';
import { formSchema, type ItemDefinition } from '@onewindow/contracts';
import { FormChecker } from './form-checker.js';
import { isSealedValue, presentForm } from './sealed-values.js';

const schema: ItemDefinition['form'] = formSchema.parse({
  type: 'object',
  properties: {
    name: { type: 'string', title: '名称', minLength: 2, maxLength: 5 },
    area: { type: 'number', title: '面积', minimum: 1, maximum: 10, 'x-unit': '㎡' },
    count: { type: 'integer', title: '人数' },
    agreed: { type: 'boolean', title: '同意' },
    day: { type: 'string', title: '日期', format: 'date' },
    code: { type: 'string', title: '编号', pattern: '^A\\d+$' },
    choice: {
      type: 'string',
      title: '类别',
      oneOf: [
        { const: 'a', title: '甲' },
        { const: 'b', title: '乙' },
      ],
    },
    credit: { type: 'string', title: '信用代码', format: 'creditCode' },
    account: { type: 'string', title: '账号', format: 'bankAccount' },
    person: { type: 'string', title: '证件号', format: 'identity' },
    phone: { type: 'string', title: '电话', format: 'phone' },
    free: { type: 'string', title: '说明' },
  },
  required: ['name', 'phone'],
});
const checker = new FormChecker(schema);
const GIVENS = { today: '2026-10-29', answers: {} };
const GOOD = { name: '临江', phone: '12345' };
const reasonFor = (form: Record<string, unknown>) =>
  checker.problems({ ...GOOD, ...form }, GIVENS).map(({ key, gravity, reason }) => `${key} ${gravity} ${reason}`);

describe('FormChecker', () => {
  it('passes what fits', () => {
    const form = {
      ...GOOD,
      area: 1,
      count: 3,
      agreed: false,
      day: '2026-02-28',
      code: 'A7',
      choice: 'b',
      credit: '91350100M000100Y43',
      account: '6222 0212 3456',
      person: '11010519491231002X',
    };
    expect(checker.problems(form, GIVENS)).toEqual([]);
    expect(checker.problems({ ...GOOD, person: { sealed: 's', masked: 'm' } }, GIVENS)).toEqual([]);
  });

  it.each([
    [{ name: '江' }, 'name value 至少 2 个字'],
    [{ name: '临江悦泉沐浴' }, 'name value 最多 5 个字，现在 6 个'],
    [{ name: undefined }, 'name missing 填写名称'],
    [{ area: 0 }, 'area value 至少 1 ㎡'],
    [{ area: 11 }, 'area value 最多 10 ㎡'],
    [{ area: '1' }, 'area shape 填写数字'],
    [{ count: 1.5 }, 'count shape 填写整数'],
    [{ agreed: 'yes' }, 'agreed shape 选是或否'],
    [{ day: '2026-02-29' }, 'day value 日期不存在，按 2026-11-05 的格式填写'],
    [{ code: 'B7' }, 'code value 格式不对，对照原件改正'],
    [{ choice: 'c' }, 'choice value 不在可选项里，重新选择'],
    [{ credit: '91350100M000100Y44' }, 'credit value 统一社会信用代码校验位不对。对照执照改正'],
    [{ account: '12' }, 'account value 银行账号 8 至 30 位数字'],
    [{ person: '110105194912310021' }, 'person value 身份证号校验位不对，有一位输错。对照证件改正'],
    [{ person: 1 }, 'person shape 须是号码'],
    [{ phone: 'abc' }, 'phone value 电话号码只能有数字、空格和短横，5 至 20 位'],
    [{ unknown: 1 }, 'unknown shape 表单没有这一项'],
    [{ free: ['x'] }, 'free shape 填写文字'],
    [{ free: 'x'.repeat(2001) }, 'free value 最多 2000 个字，现在 2001 个'],
  ])('%j: %s', (form, reason) => {
    expect(reasonFor(form)).toEqual([reason]);
  });
});

it('a form is shown with its numbers masked', () => {
  expect(presentForm({ name: '临江', phone: { sealed: 'secret', masked: '138****8021' } })).toEqual({ name: '临江', phone: '138****8021' });
  expect(isSealedValue({ masked: 'x' })).toBe(false);
});
