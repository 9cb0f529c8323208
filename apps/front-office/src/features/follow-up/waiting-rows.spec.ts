import { describe, expect, it } from '@jest/globals';
import type { DeferredWaiting, FollowUp } from '@onewindow/contracts';
import { byDay, dayHead, waitingRows } from './waiting-rows.js';

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

  it('names days as people do', () => {
    expect(['2026-02-27', '2026-03-02', '2026-03-03', '2026-03-09'].map((day) => dayHead(day, '2026-03-02'))).toEqual([
      '过了 3 天',
      '今天',
      '明天',
      '还有 7 天',
    ]);
  });
});
