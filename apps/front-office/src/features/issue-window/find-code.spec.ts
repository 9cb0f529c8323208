import { describe, expect, it } from '@jest/globals';
import { codeFault } from './find-code.js';

const TODAY = '2026-11-21';

describe('codeFault', () => {
  it('says what is wrong with a number of which a digit was misread', () => {
    expect(codeFault('440199 20261029 000318 7', TODAY)).toContain('校验位');
    expect(codeFault('44019920261029000318', TODAY)).not.toBeNull();
    expect(codeFault('110105194912310021', TODAY)).toContain('校验位');
  });

  it('lets everything be looked up that may be somebody’s', () => {
    for (const code of ['440199202610290003189', '11010519491231002x', '91350100M000100Y44', 'E12345678']) {
      expect(codeFault(code, TODAY)).toBeNull();
    }
  });
});
