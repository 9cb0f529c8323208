import { describe, expect, it } from '@jest/globals';
import { fieldWordsMasked } from './form-words.js';

describe('fieldWordsMasked', () => {
  it('R10.2 never shows a number of a person beside its field', () => {
    expect(fieldWordsMasked({ type: 'string', title: '证件号码', format: 'identity' }, '440103199001010025')).toBe('440***********0025');
    expect(fieldWordsMasked({ type: 'string', title: '联系电话', format: 'phone' }, '138 1234 6021')).toBe('138****6021');
    expect(fieldWordsMasked({ type: 'string', title: '证件号码', format: 'identity' }, '440***********0025')).toBe('440***********0025');
  });

  it('says other values as they are', () => {
    expect(fieldWordsMasked({ type: 'string', title: '户名' }, '李志强')).toBe('李志强');
    expect(fieldWordsMasked({ type: 'integer', title: '金额', format: 'money' }, 1_234_500)).toBe('12,345.00 元');
    expect(fieldWordsMasked({ type: 'string', title: '证件号码', format: 'identity' }, undefined)).toBe('');
  });
});
