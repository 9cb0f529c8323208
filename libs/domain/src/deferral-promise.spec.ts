import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays } from './dates.js';
import { isDeferralClosed, PROMISE_STATE_LABELS, PROMISE_STATES, promiseState, unkeptOn } from './deferral-promise.js';

const dueOn = '2026-03-09';
const none = { dueOn, arrivedOn: null, endedOn: null };

describe('R4.3 R4.4 a promise', () => {
  it('R4.3 is open through its last day, and unkept from the next', () => {
    expect(promiseState({ ...none, today: dueOn })).toBe('open');
    expect(promiseState({ ...none, today: '2026-03-10' })).toBe('unkept');
    expect(unkeptOn(dueOn)).toBe('2026-03-10');
  });

  it('R4.3 the arrival counts, however late it is looked at', () => {
    expect(promiseState({ ...none, arrivedOn: dueOn, today: '2026-04-01' })).toBe('kept');
    expect(promiseState({ ...none, arrivedOn: '2026-03-10', today: '2026-03-10' })).toBe('unkept');
  });

  it('R4.4 lapses with a case that ended in time, and with no other', () => {
    expect(promiseState({ ...none, endedOn: dueOn, today: '2026-04-01' })).toBe('lapsed');
    expect(promiseState({ ...none, endedOn: '2026-03-10', today: '2026-04-01' })).toBe('unkept');
  });

  it('R4.4 once unkept it stays so: no later arrival, end or day mends it', () => {
    const later = fc.option(
      fc.integer({ min: 1, max: 60 }).map((days) => addCalendarDays(dueOn, days)),
      { nil: null },
    );
    fc.assert(
      fc.property(later, later, fc.integer({ min: 1, max: 90 }), (arrivedOn, endedOn, days) => {
        expect(promiseState({ dueOn, arrivedOn, endedOn, today: addCalendarDays(dueOn, days) })).toBe('unkept');
      }),
    );
  });

  it('has a Chinese word for each state', () => {
    expect(PROMISE_STATES.map((state) => PROMISE_STATE_LABELS[state])).toEqual(['待补交', '已补交', '未兑现', '不再需要']);
  });
});

describe('R4.4 the bar', () => {
  const lifted = { unkeptOn: '2026-03-10', liftedAt: new Date('2026-03-11T01:00:00Z') };
  it('one unlifted promise closes deferral; lifted ones do not', () => {
    expect(isDeferralClosed([])).toBe(false);
    expect(isDeferralClosed([lifted])).toBe(false);
    expect(isDeferralClosed([lifted, { unkeptOn: '2026-04-02', liftedAt: null }])).toBe(true);
  });
});
