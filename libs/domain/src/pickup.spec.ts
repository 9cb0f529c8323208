import { describe, expect, it } from '@jest/globals';
import { type HandOverFacts, handOverProblems, isSamePersonName, pickupMethodProblem } from './pickup.js';

const clear: HandOverFacts = {
  hasResult: true,
  paperAway: null,
  feeDue: 0,
  feePaid: 0,
  collectorChecked: true,
  authorityChecked: null,
  hasSignature: true,
  openDeferred: 0,
  isDenial: false,
};
const codes = (over: Partial<HandOverFacts>): string[] => handOverProblems({ ...clear, ...over }).map((problem) => problem.code);

describe('R6.1 handing over', () => {
  it('R6.1 nothing hinders a complete pickup, by the applicant or by an agent', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ authorityChecked: true, feeDue: 500, feePaid: 500 })).toEqual([]);
  });

  it.each<[string, Partial<HandOverFacts>]>([
    ['no-result', { hasResult: false }],
    ['paper', { paperAway: '纸质结果在望湖街道' }],
    ['fee', { feeDue: 500, feePaid: 499 }],
    ['identity', { collectorChecked: false }],
    ['authority', { authorityChecked: false }],
    ['signature', { hasSignature: false }],
    ['deferred', { openDeferred: 1 }],
  ])('R6.1 R4.4 %s hinders', (code, over) => {
    expect(codes(over)).toEqual([code]);
  });

  it('R4.4 a denial is served with deferred materials open', () => {
    expect(codes({ openDeferred: 1, isDenial: true })).toEqual([]);
  });

  it('R6.1 names everything at once, and the sum in yuan', () => {
    expect(codes({ hasResult: false, collectorChecked: false, hasSignature: false })).toEqual(['no-result', 'identity', 'signature']);
    expect(handOverProblems({ ...clear, feeDue: 1250 })).toEqual([{ code: 'fee', reason: '欠费 12.50 元。缴清后出件' }]);
  });

  it('R6.2 by post and from a cabinet only where the item offers it, over the counter always', () => {
    expect(pickupMethodProblem('window', ['post'])).toBeNull();
    expect(pickupMethodProblem('post', ['window', 'post'])).toBeNull();
    expect(pickupMethodProblem('cabinet', ['window', 'post'])).toEqual({ code: 'method', reason: expect.stringContaining('不能放自助柜') });
  });

  it('R6.1 knows a name however it is typed, and another one', () => {
    expect(isSamePersonName(' 阿依古丽·买买提 ', '阿依古丽•买买提')).toBe(true);
    expect(isSamePersonName('路人甲', '王小明')).toBe(false);
  });
});
