import { awaitedPoints, CASE_STATUS_LABELS, CORRECTION_STATUS_LABELS, isCorrectionAwaited, isInReview } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { Correction, StoredPointAsked } from './correction.entity.js';
import { CorrectionCaseEnded, CorrectionClosed, CorrectionNotAwaited, CorrectionNotFound } from './correction-problems.js';

/** The counter may still take corrections in. @throws CorrectionClosed, CorrectionCaseEnded (409) */
export function requireOpenCorrection(one: Correction | null, row: Pick<Case, 'status' | 'id'>): Correction {
  if (!one || one.caseId !== row.id) throw new CorrectionNotFound();
  if (!isCorrectionAwaited(one.status)) throw new CorrectionClosed(CORRECTION_STATUS_LABELS[one.status]);
  if (!isInReview(row.status)) throw new CorrectionCaseEnded(CASE_STATUS_LABELS[row.status]);
  return one;
}

/** What was asked for under this name and has not come. @throws CorrectionNotAwaited (422) */
export function requireAwaited(one: Correction, kind: StoredPointAsked['kind'], key: string): StoredPointAsked {
  const point = awaitedPoints(one.points, one.brought ?? []).find((awaited) => awaited.kind === kind && awaited.key === key);
  if (!point) throw new CorrectionNotAwaited(one.points.find((asked) => asked.kind === kind && asked.key === key)?.name ?? key);
  return point;
}
