import { describe, expect, it } from '@jest/globals';
import {
  awaitedPoints,
  CORRECTION_STATUSES,
  correctionDayProblem,
  isCorrectable,
  correctionRefusal,
  type CorrectionAsking,
  isCorrectionAwaited,
  mayWithdrawCorrection,
} from './correction.js';
import { MATERIAL_VERDICTS } from './material-requirements.js';
import { isTaskOpen, TASK_STATUSES } from './task-status.js';

describe('R3.3 corrections during review', () => {
  const asking: CorrectionAsking = { kind: 'review', status: 'claimed', isHolder: true, caseIsAccepted: true, isOpen: false };

  it('is called off by who asked, and by who has the case once that work is over', () => {
    const by = { isOwn: false, askingTask: 'refused', reviewsNow: true } as const;
    expect(mayWithdrawCorrection(by)).toBe(true);
    expect(mayWithdrawCorrection({ ...by, reviewsNow: false })).toBe(false);
    expect(TASK_STATUSES.filter((askingTask) => mayWithdrawCorrection({ ...by, askingTask }))).toEqual(
      TASK_STATUSES.filter((status) => !isTaskOpen(status)),
    );
    expect(TASK_STATUSES.every((askingTask) => mayWithdrawCorrection({ ...by, isOwn: true, askingTask, reviewsNow: false }))).toBe(true);
  });

  it('R4.3 a deferred material is owed by its promise, any other may be asked for', () => {
    expect(MATERIAL_VERDICTS.filter((verdict) => !isCorrectable(verdict))).toEqual(['deferred']);
    expect(isCorrectable(undefined)).toBe(true);
  });

  it('an open request alone waits for the applicant', () => {
    expect(CORRECTION_STATUSES.filter(isCorrectionAwaited)).toEqual(['open']);
  });

  it.each<[Partial<CorrectionAsking>, string | null]>([
    [{}, null],
    [{ kind: 'decision' }, null],
    [{ kind: 'consultation' }, 'correction.not-here'],
    [{ kind: 'issue' }, 'correction.not-here'],
    [{ caseIsAccepted: false }, 'task.case-not-accepted'],
    [{ status: 'pooled' }, 'correction.not-holder'],
    [{ isHolder: false }, 'correction.not-holder'],
    [{ isOpen: true }, 'correction.open'],
  ])('R3.3 the holder of a review or a decision asks, once at a time %#', (over, code) => {
    const refused = correctionRefusal({ ...asking, ...over });
    expect(refused === null ? null : refused.error().code).toBe(code);
  });

  it('R3.3 are asked for by a day to come', () => {
    expect(correctionDayProblem('2026-03-02', '2026-03-02')).toContain('今天以后');
    expect(correctionDayProblem('2026-03-03', '2026-03-02')).toBeNull();
    expect(correctionDayProblem('2026-05-31', '2026-03-02')).toBeNull();
    expect(correctionDayProblem('2026-06-01', '2026-03-02')).toContain('90 天');
  });

  it('R3.3 may come one by one', () => {
    const asked = [
      { kind: 'material' as const, key: 'plan' },
      { kind: 'field' as const, key: 'plan' },
    ];
    expect(awaitedPoints(asked, [{ kind: 'material', key: 'plan' }])).toEqual([{ kind: 'field', key: 'plan' }]);
    expect(awaitedPoints(asked, asked)).toEqual([]);
  });
});
