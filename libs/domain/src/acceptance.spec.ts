import { describe, expect, it } from '@jest/globals';
import { acceptanceDate, isDeemedAccepted, receiptFuse } from './acceptance.js';
import { publishedCalendar } from './calendar.js';

const calendar = publishedCalendar();

describe('R2 acceptance', () => {
  it('R2.3 the fuse is five working days after receipt, over the Spring Festival', () => {
    expect(receiptFuse({ receivedOn: '2026-02-13', calendar })).toBe('2026-02-27');
  });

  it('R2.4 silence accepts from the day after the fuse', () => {
    const received = { receivedOn: '2026-02-13', calendar, supplementServed: false };
    expect(isDeemedAccepted({ ...received, today: '2026-02-27' })).toBe(false);
    expect(isDeemedAccepted({ ...received, today: '2026-02-28' })).toBe(true);
  });

  it('R2.7 a supplement notice ends the fuse', () => {
    expect(isDeemedAccepted({ receivedOn: '2026-02-13', calendar, supplementServed: true, today: '2026-03-31' })).toBe(false);
  });

  it('R2.4 R2.5 an acceptance bears the right date', () => {
    const dates = { receivedOn: '2026-03-02', today: '2026-03-12' };
    expect(acceptanceDate({ ...dates, deemed: true })).toBe('2026-03-02');
    expect(acceptanceDate({ ...dates, deemed: false, lastPaperOn: '2026-03-10' })).toBe('2026-03-10');
    expect(acceptanceDate({ ...dates, deemed: false })).toBe('2026-03-12');
  });
});
