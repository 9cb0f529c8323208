import { describe, expect, it } from '@jest/globals';
import type { OutageRangeView } from '@onewindow/contracts';
import { checkEntry, instantOf } from './outage-entry.js';

const ranges = [{ prefix: 'LJT', first: 1, last: 200, handedOutOn: '2026-03-02' }] as OutageRangeView[];
const now = new Date('2026-03-04T02:00:00Z');
const check = (outageNo: string, receivedAt: Date | null = null) => checkEntry({ outageNo, receivedAt }, ranges, now);

describe('R10.5 while it is typed', () => {
  it('reads Shanghai time', () => {
    expect(instantOf('2026-03-02', '14:30')?.toISOString()).toBe('2026-03-02T06:30:00.000Z');
    expect(instantOf('', '14:30')).toBeNull();
    expect(instantOf('2026-02-30', '99:99')).toBeNull();
  });

  it('says what is wrong with the number', () => {
    expect(check('').number).toBeNull();
    expect(check('ljt5').number).toBeNull();
    expect(check('12').number).toMatch(/^纸质单号是字母加数字/);
    expect(check('LJT-000201').number).toBe('LJT-000201 不在本大厅领用的号段里');
  });

  it('says what is wrong with the time', () => {
    expect(check('LJT1', new Date('2026-03-03T02:00:00Z')).time).toBeNull();
    expect(check('LJT1', new Date('2026-03-05T02:00:00Z')).time).toBe('真实收件时间在现在之后');
    expect(check('LJT1', new Date('2026-03-01T02:00:00Z')).time).toBe('这个号段 2026-03-02 才领用');
  });
});
