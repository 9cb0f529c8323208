import { describe, expect, it } from '@jest/globals';
import { officeWords } from './office-words.js';

const office = { id: '1', code: 'civil', name: '临江区民政局', shortName: '民政局' };

describe('who will do what, before acceptance', () => {
  it('names who decides, and whose office does which step', () => {
    const street = { id: '2', code: 'civil-jb', name: '临江区江滨街道办事处', shortName: '江滨街道民政办' };
    expect(officeWords({ office, steps: [] })).toBe('由临江区民政局办理');
    expect(officeWords({ office, steps: [{ key: 'check', name: '资格审核', department: street }] })).toBe(
      '由临江区民政局办理，资格审核由江滨街道民政办',
    );
  });
});
