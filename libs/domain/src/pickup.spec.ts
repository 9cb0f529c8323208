import { describe, expect, it } from '@jest/globals';
import {
  deliveryPlace,
  deliveryProblems,
  type HandOverFacts,
  handOverProblems,
  isSamePersonName,
  pickupMethodProblem,
  plainTrackingNumber,
} from './pickup.js';

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

  it('R6.2 a parcel needs carrier, number and address, a cabinet its box, the window nothing', () => {
    expect(deliveryProblems('window', {})).toEqual([]);
    expect(deliveryProblems('post', {}).map(({ code }) => code)).toEqual(['carrier', 'trackingNo', 'address']);
    expect(deliveryProblems('cabinet', { cabinet: ' ', box: '12' })).toEqual([{ code: 'cabinet', reason: '柜号没有填。写明放在哪个柜' }]);
    const parcel = { carrier: '中国邮政 EMS', trackingNo: '12345-6789 0123', address: '临江区望湖街道 8 号' };
    expect(deliveryProblems('post', parcel)).toEqual([]);
    expect(plainTrackingNumber('sf 12345-67890123')).toBe('SF1234567890123');
  });

  it.each(['1234567', '邮件号一二三四五六', '1234_56789'])('R6.2 %s is no number of a parcel', (trackingNo) => {
    const [problem] = deliveryProblems('post', { carrier: 'EMS', trackingNo, address: '某处' });
    expect(problem).toEqual({ code: 'trackingNo', reason: expect.stringContaining('8 到 30 位') });
  });

  it.each(['13800001234', '138 0000 1234', '11010519491231002x'])('R10.1 %s is a person’s number and not a parcel’s', (trackingNo) => {
    const [problem] = deliveryProblems('post', { carrier: 'EMS', trackingNo, address: '某处' });
    expect(problem).toEqual({ code: 'trackingNo', reason: expect.stringContaining('手机号或证件号') });
  });

  it('R6.2 says where it went, and never the address', () => {
    expect(deliveryPlace('window', {})).toBeNull();
    expect(deliveryPlace('post', { carrier: '顺丰速运', trackingNo: 'SF1234567890123', address: '望湖街道' })).toBe(
      '邮寄，顺丰速运 SF1234567890123',
    );
    expect(deliveryPlace('cabinet', { cabinet: '1 号柜', box: '12 格' })).toBe('自助柜 1 号柜，12 格');
    expect(deliveryPlace('post', { carrier: null, trackingNo: null })).toBeNull();
  });

  it('R6.1 knows a name however it is typed, and another one', () => {
    expect(isSamePersonName(' 阿依古丽·买买提 ', '阿依古丽•买买提')).toBe(true);
    expect(isSamePersonName('路人甲', '王小明')).toBe(false);
  });
});
