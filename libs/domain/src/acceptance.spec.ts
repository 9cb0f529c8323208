import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fuseBurnsFrom,
  fuseLight,
  acceptanceDate,
  isDeemedAccepted,
  receiptFuse,
  silentAcceptance,
  silentSince,
  supplementExpectedOn,
  supplementOf,
} from './acceptance.js';
import { publishedCalendar } from './calendar.js';
import { addCalendarDays } from './dates.js';

const calendar = publishedCalendar();

describe('R2 acceptance', () => {
  it('R2.3 the fuse is five working days after receipt, over the Spring Festival', () => {
    expect(receiptFuse({ receivedOn: '2026-02-13', calendar })).toEqual({ due: '2026-02-27', provisional: false });
  });

  it('R2.4 silence accepts from the day after the fuse', () => {
    const received = { receivedOn: '2026-02-13', calendar, supplementServed: false };
    expect(isDeemedAccepted({ ...received, today: '2026-02-27' })).toBe(false);
    expect(isDeemedAccepted({ ...received, today: '2026-02-28' })).toBe(true);
  });

  it('R1.2 silence accepts nothing by a guessed calendar, and by the true one once its notice is out', () => {
    const received = { receivedOn: '2026-12-25', supplementServed: false };
    // Without the notice of 2027 its first day counts as worked.
    expect(receiptFuse({ ...received, calendar })).toEqual({ due: '2027-01-01', provisional: true });
    const loaded = publishedCalendar({ '2027-01-01': 'off' }, [2027]);
    for (const today of ['2027-01-02', '2027-01-05', '2027-04-01']) {
      expect(isDeemedAccepted({ ...received, calendar, today })).toBe(false);
      expect(silentSince({ calendar, today })).toBe('2026-12-24');
    }
    expect(isDeemedAccepted({ ...received, calendar: loaded, today: '2027-01-04' })).toBe(false);
    expect(isDeemedAccepted({ ...received, calendar: loaded, today: '2027-01-05' })).toBe(true);
  });

  it('R2.3 R2.4 the agency may answer until the fuse ends; afterwards it is told why not', () => {
    const received = { status: 'received' as const, receivedOn: '2026-02-13', supplementServed: false, calendar };
    const late = { ...received, today: '2026-02-28' };
    expect(silentAcceptance({ ...received, today: '2026-02-27' })).toBeNull();
    expect(silentAcceptance(late)).toEqual({
      receivedOn: '2026-02-13',
      fuse: '2026-02-27',
      reason: '五个工作日的告知期 02-27 届满，依法视为自 02-13 受理，不能再要求补正或不予受理。按受理办',
    });
    for (const other of [{ status: 'draft' as const }, { receivedOn: null }, { supplementServed: true }])
      expect(silentAcceptance({ ...late, ...other })).toBeNull();
  });

  it('R2.7 a supplement notice ends the fuse', () => {
    expect(isDeemedAccepted({ receivedOn: '2026-02-13', calendar, supplementServed: true, today: '2026-03-31' })).toBe(false);
  });

  it('R2.4 R2.5 an acceptance bears the right date', () => {
    const dates = { receivedOn: '2026-03-02', today: '2026-03-12' };
    expect(acceptanceDate({ ...dates, deemed: true })).toBe('2026-03-02');
    expect(acceptanceDate({ ...dates, deemed: false, supplement: { lastPaperOn: '2026-03-10', isBrought: true } })).toBe('2026-03-10');
    expect(acceptanceDate({ ...dates, deemed: false })).toBe('2026-03-12');
  });

  it('R10.5 a case taken on paper during an outage is accepted from its true receipt, unless papers were to follow', () => {
    const dates = { receivedOn: '2026-03-02', today: '2026-03-12', deemed: false, outage: true };
    expect(acceptanceDate(dates)).toBe('2026-03-02');
    expect(acceptanceDate({ ...dates, supplement: { lastPaperOn: '2026-03-10', isBrought: true } })).toBe('2026-03-10');
    expect(acceptanceDate({ ...dates, supplement: { lastPaperOn: null, isBrought: true } })).toBe('2026-03-12');
  });

  it('R2.5 what was asked for and is met otherwise than by its arrival is settled by the acceptance, today', () => {
    const servedAt = new Date('2026-03-03T01:00:00Z');
    const paper = (code: string, verdict: 'qualified' | 'deferred' | 'faulty', at: string | null = '2026-03-09T01:00:00Z') =>
      ({ code, verdict, receivedAt: at === null ? null : new Date(at) }) as const;
    const dated = (materials: ReturnType<typeof paper>[], asked = ['a', 'b']) =>
      acceptanceDate({
        ...{ receivedOn: '2026-03-02', today: '2026-03-12', deemed: false, outage: true },
        supplement: supplementOf({ servedAt, asked, materials }),
      });
    expect(dated([paper('a', 'qualified'), paper('b', 'qualified', '2026-03-10T16:30:00Z')])).toBe('2026-03-11');
    expect(dated([paper('a', 'qualified'), paper('b', 'deferred', null)])).toBe('2026-03-12');
    expect(dated([paper('a', 'qualified'), paper('b', 'faulty')])).toBe('2026-03-12');
    // Another answer, and the material applies no more.
    expect(dated([paper('a', 'qualified')])).toBe('2026-03-12');
    expect(dated([paper('a', 'qualified', '2026-03-03T01:00:00Z')], ['a'])).toBe('2026-03-12');
    // Deferred before the notice, which did not ask for it.
    expect(dated([paper('a', 'qualified'), paper('b', 'deferred', null)], ['a'])).toBe('2026-03-09');
  });

  it('R2.4 one day divides what silence has accepted from what still waits, on every day of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 90 }), (days, back) => {
        const today = addCalendarDays('2025-11-20', days);
        const receivedOn = addCalendarDays(today, -back);
        const deemed = isDeemedAccepted({ receivedOn, calendar, today, supplementServed: false });
        expect(receivedOn <= silentSince({ today, calendar })).toBe(deemed);
      }),
      { numRuns: 300 },
    );
  });

  it('R2.3 the fuse burns from the receipt until it is answered, and of paper from an outage while it is a draft', () => {
    // In the hall it is already the next day.
    const [receivedAt, outageAt] = [new Date('2026-03-03T17:00:00Z'), new Date('2026-03-02T01:00:00Z')];
    const open = { receivedAt, outageAt: null, supplementServed: false };
    expect(fuseBurnsFrom({ ...open, status: 'received' })).toBe('2026-03-04');
    expect(fuseBurnsFrom({ ...open, status: 'received', supplementServed: true })).toBeNull();
    expect(fuseBurnsFrom({ ...open, status: 'accepted' })).toBeNull();
    expect(fuseBurnsFrom({ ...open, status: 'draft', receivedAt: null })).toBeNull();
    expect(fuseBurnsFrom({ ...open, status: 'draft', receivedAt: null, outageAt })).toBe('2026-03-02');
  });

  it('R1.2 by a guessed day nothing is over', () => {
    expect(fuseLight({ light: 'red', provisional: true })).toBe('yellow');
    expect(fuseLight({ light: 'red', provisional: false })).toBe('red');
    expect(fuseLight({ light: 'green', provisional: true })).toBe('green');
  });

  it('R2.8 supplemented papers are looked for ten working days after the notice', () => {
    expect(supplementExpectedOn({ servedOn: '2026-09-30', calendar })).toEqual({ due: '2026-10-20', provisional: false });
    expect(supplementExpectedOn({ servedOn: '2026-12-28', calendar })).toMatchObject({ provisional: true });
  });
});
