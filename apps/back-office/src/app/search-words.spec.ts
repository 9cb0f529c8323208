import { describe, expect, it } from '@jest/globals';
import { searchProblem } from './search-words.js';

describe('searchProblem', () => {
  it('keeps numbers of persons out of the address, however they are written (R10.2)', () => {
    for (const words of ['11010519491231002X', '13800006021', '138-0000-6021', '１３８００００６０２１', '王 13800006021'])
      expect(searchProblem(words)).toContain('不按证件号、手机号找');
  });

  it('lets names and numbers of cases through, whole and in part', () => {
    for (const words of ['', '王秀兰', '440199202610290003189', '440199 20261029 000318 9', '20261029', '0003189', 'LJ-03127'])
      expect(searchProblem(words)).toBeNull();
  });
});
