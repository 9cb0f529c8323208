import { describe, expect, it } from '@jest/globals';
import { makeCreditCode } from './credit-code.js';
import { makeItemCode, parseItemCode } from './item-code.js';

const creditCode = makeCreditCode('11', '440199', 7);
const code = makeItemCode(creditCode, '4', '000131013000');

describe('R8.3 实施编码', () => {
  it('R8.3 has 31 characters: credit code, level, basic code', () => {
    expect(code).toHaveLength(31);
    expect(parseItemCode(code)).toEqual({
      ok: true,
      value: { code, creditCode, level: '4', basicCode: '000131013000', businessItem: null },
    });
  });

  it('R8.3 a 业务办理项 adds two', () => {
    expect(parseItemCode(`${code}01`)).toMatchObject({ ok: true, value: { businessItem: '01' } });
  });

  it.each([
    [code.slice(1), 'length'],
    [`${code}1`, 'length'],
    [`I${code.slice(1)}`, 'credit-code'],
    [`${creditCode}9000131013000`, 'level'],
    [`${creditCode}40001310130-0`, 'basic-code'],
    [`${code}0-`, 'business-item'],
  ])('R8.3 %s fails by %s', (text, problem) => {
    expect(parseItemCode(text)).toMatchObject({ ok: false, problem });
  });
});
