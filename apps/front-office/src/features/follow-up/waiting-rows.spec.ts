import { describe, expect, it } from '@jest/globals';
import type { DeferredWaiting, FollowUp } from '@onewindow/contracts';
import { byDay, dayClock, waitingRows } from './waiting-rows.js';

const supplement = (caseId: string, by: string) => ({ caseId, by }) as FollowUp;
const deferred = (caseId: string, dueOn: string, code = 'report') => ({ caseId, dueOn, code }) as DeferredWaiting;
const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);

describe('跟进 as one list', () => {
  it('is ordered by day, whichever kind', () => {
    const rows = waitingRows(
      { items: [supplement('a', '2026-03-02'), supplement('b', '2026-03-09')], hasMore: false },
      { items: [deferred('c', '2026-03-05'), deferred('d', '2026-03-05', 'plan')], hasMore: false },
    );
    expect(keysOf(rows)).toEqual(['s-a', 'd-c-report', 'd-d-plan', 's-b']);
    const clock = { due: '2026-03-02', remaining: -1, light: 'red' as const, provisional: false };
    const late = { key: 's', kind: 'supplement' as const, by: '2026-03-02', supplement: { ...supplement('a', '2026-03-02'), clock } };
    expect(dayClock({ day: '2026-03-02', rows: [late] })).toEqual(clock);
    expect(byDay(rows).map(({ day, rows: ofDay }) => [day, ofDay.length])).toEqual([
      ['2026-03-02', 1],
      ['2026-03-05', 2],
      ['2026-03-09', 1],
    ]);
  });

  it('holds back what lies beyond the page that is not loaded yet', () => {
    const late = { items: [supplement('a', '2026-03-02')], hasMore: true };
    const all = { items: [deferred('c', '2026-03-01'), deferred('d', '2026-03-20')], hasMore: false };
    expect(keysOf(waitingRows(late, all))).toEqual(['d-c-report', 's-a']);
    expect(keysOf(waitingRows({ items: [], hasMore: true }, all))).toEqual([]);
  });
});
