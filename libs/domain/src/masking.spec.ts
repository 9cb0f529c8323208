import { describe, expect, it } from '@jest/globals';
import { contradictsMask, maskApplicantName, maskIdentityNumber, maskPersonName, maskPhone } from './masking.js';

describe('R10.2 masking', () => {
  it('R10.2 identity and phone numbers keep head and tail', () => {
    expect(maskIdentityNumber('440103199001010025')).toBe('440***********0025');
    expect(maskPhone('13812346021')).toBe('138****6021');
  });

  it('R10.2 what is too short is masked whole', () => {
    expect(maskPhone('1234567')).toBe('*******');
    expect(maskIdentityNumber('')).toBe('');
  });

  it('R10.2 natural persons keep the first character, legal persons their name', () => {
    expect(maskPersonName('王小明')).toBe('王**');
    expect(maskPersonName('𠮷野')).toBe('𠮷**');
    expect(maskPersonName(' ')).toBe('');
    expect(maskApplicantName('natural', '李雷')).toBe('李**');
    expect(maskApplicantName('legal', '广州某某餐饮有限公司')).toBe('广州某某餐饮有限公司');
  });

  it('R10.2 a number contradicts a mask where what is in sight differs, and says nothing of one of another length', () => {
    const mask = maskIdentityNumber('11010519491231002X');
    expect(contradictsMask('11010519491231002X', mask)).toBe(false);
    expect(contradictsMask('110105200001010020', mask)).toBe(true);
    expect(contradictsMask('91350100M000100Y4', mask)).toBe(false);
    expect(contradictsMask('11010519491231002x', mask)).toBe(false);
    // Public numbers are not masked.
    expect(contradictsMask('91440199058196377Y', '91440199058196377Y')).toBe(false);
    expect(contradictsMask('91440199058198331N', '91440199058196377Y')).toBe(true);
  });
});
