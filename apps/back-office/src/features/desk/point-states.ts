import type { ReviewPoint } from '@onewindow/contracts';

export type PointState = ReviewPoint['state'];

export const POINT_LABELS = { open: '未核', met: '符合', unmet: '不符合', pending: '待答复' } as const satisfies Record<PointState, string>;

/** 空格 goes round: met, unmet, pending, open again. */
const NEXT = { open: 'met', met: 'unmet', unmet: 'pending', pending: 'open' } as const satisfies Record<PointState, PointState>;

/**
 * Ticks one point. An open one becomes met and the cursor goes on to the next open point, so that a clean case takes one key per point;
 * one that has a word already changes it in place.
 * @returns the points and where the cursor stands then
 */
export function tickPoint(points: readonly ReviewPoint[], at: number): { points: ReviewPoint[]; at: number } {
  const point = points[at];
  if (!point) return { points: [...points], at };
  const ticked = points.map((one, i) => (i === at ? { ...one, state: NEXT[one.state] } : one));
  return { points: ticked, at: point.state === 'open' ? nextOpen(ticked, at) : at };
}

function nextOpen(points: readonly ReviewPoint[], from: number): number {
  const after = points.findIndex((point, i) => i > from && point.state === 'open');
  if (after >= 0) return after;
  const before = points.findIndex((point) => point.state === 'open');
  return before >= 0 ? before : from;
}

/** Where 空格 begins: at the first point that has no word yet. */
export function firstOpenPoint(points: readonly ReviewPoint[]): number {
  return Math.max(
    0,
    points.findIndex((point) => point.state === 'open'),
  );
}

/** The head of the pane: `已核 6/6：符合 5·待答复 1`. */
export function pointsSummary(points: readonly ReviewPoint[]): string {
  const count = (state: PointState) => points.filter((point) => point.state === state).length;
  const seen = points.length - count('open');
  const parts = (['met', 'unmet', 'pending'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${POINT_LABELS[state]} ${count(state)}`);
  return `已核 ${seen}/${points.length}${parts.length > 0 ? `：${parts.join('·')}` : ''}`;
}

/** What still stands against passing the review: 还有 2 条未核·1 条不符合; null when nothing does. It warns, the server decides. */
export function pointsWarning(points: readonly ReviewPoint[]): string | null {
  const open = points.filter((point) => point.state === 'open').length;
  const unmet = points.filter((point) => point.state === 'unmet').length;
  const parts = [open > 0 ? `${open} 条未核` : '', unmet > 0 ? `${unmet} 条不符合` : ''].filter(Boolean);
  return parts.length > 0 ? `还有 ${parts.join('·')}` : null;
}
