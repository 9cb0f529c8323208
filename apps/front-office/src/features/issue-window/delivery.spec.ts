import { describe, expect, it } from '@jest/globals';
import type { ReadyRow } from '@onewindow/contracts';
import {
  addressed,
  deliveryGaps,
  EMPTY_DELIVERY,
  isParcelScan,
  methodProblem,
  nextDelivery,
  putThereToday,
  toDeliveryInput,
} from './delivery.js';

const parcel = { ...EMPTY_DELIVERY, method: 'post' as const, trackingNo: '1234567890123', address: '望湖街道 8 号' };
const atWindow = addressed(EMPTY_DELIVERY, null);
const stored = { ...atWindow, method: 'cabinet' as const, cabinet: '1 号柜', box: '12 格' };

describe('where a result goes (R6.2)', () => {
  it('asks for nothing at the window, and for what is missing elsewhere', () => {
    expect(deliveryGaps(atWindow)).toEqual([]);
    expect(deliveryGaps(parcel)).toEqual([]);
    expect(deliveryGaps({ ...parcel, trackingNo: '', address: ' ' }).map(({ label, fault }) => [label, fault])).toEqual([
      ['邮件号', null],
      ['收件地址', null],
    ]);
    expect(deliveryGaps({ ...parcel, trackingNo: '123' })[0]?.fault).toContain('8 到 30 位');
  });

  it('sends the fields of its way alone', () => {
    expect(toDeliveryInput(atWindow)).toBeUndefined();
    expect(toDeliveryInput(parcel)).toEqual({ carrier: '中国邮政 EMS', trackingNo: '1234567890123', address: '望湖街道 8 号' });
    expect(toDeliveryInput({ ...stored, address: '旧地址' })).toEqual({ cabinet: '1 号柜', box: '12 格' });
  });

  it('sends a parcel to the address on record until another is typed, and keeps an emptied field empty', () => {
    const told = { ...EMPTY_DELIVERY, method: 'post' as const };
    expect(addressed(told, '梧桐路 118 号').address).toBe('梧桐路 118 号');
    expect(addressed({ ...told, address: '望湖街道 8 号' }, '梧桐路 118 号').address).toBe('望湖街道 8 号');
    expect(addressed({ ...told, address: '' }, '梧桐路 118 号').address).toBe('');
    expect(nextDelivery(parcel).address).toBeNull();
  });

  it('knows what was put into the same box today', () => {
    const put = [{ place: '邮寄，中国邮政 EMS 1234567890123' }, { place: '自助柜 1 号柜，12 格' }, { place: null }];
    expect(putThereToday(stored, put)).toBe(put[1]);
    for (const other of [{ ...stored, box: '13 格' }, { ...stored, box: '' }, { ...stored, method: 'window' as const }, parcel])
      expect(putThereToday(other, put)).toBeNull();
  });

  it('begins the next one at the window and keeps carrier and cabinet', () => {
    expect(nextDelivery({ ...parcel, carrier: '顺丰速运', cabinet: '1 号柜' })).toEqual({
      ...EMPTY_DELIVERY,
      carrier: '顺丰速运',
      cabinet: '1 号柜',
    });
  });

  it('takes a parcel’s number from the scanner while one is wanted, and never a receipt’s', () => {
    const open = { ...parcel, trackingNo: '' };
    expect(isParcelScan('1234567890123', open)).toBe(true);
    expect(isParcelScan('440199202610290003187', open)).toBe(false);
    expect(isParcelScan('1234567890123', parcel)).toBe(false);
    expect(isParcelScan('1234567890123', atWindow)).toBe(false);
  });

  it('says why an item does not go this way', () => {
    const methods = [
      { action: 'window', allowed: true },
      { action: 'post', allowed: false, reason: '本事项的结果不能邮寄。请申请人到窗口领取' },
    ];
    const row = { methods } as Pick<ReadyRow, 'methods'>;
    expect([methodProblem(row, 'window'), methodProblem(row, 'post')]).toEqual([null, '本事项的结果不能邮寄。请申请人到窗口领取']);
  });
});
