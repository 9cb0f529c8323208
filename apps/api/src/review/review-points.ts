import { assertNoPersonalData } from '@onewindow/domain';
import type { StoredPoint } from './review-task.entity.js';

/** A point's mark as screens send it. */
export type PointInput = Pick<StoredPoint, 'text' | 'state'> & { note?: string | undefined };

/**
 * The points of a task with the officer's marks. The list itself belongs to the item version: marks for other texts are left out.
 * Whoever opens the case reads the words beside them, those of a draft too: they hold no number of a person (R10.2).
 * @param own the task's points
 * @param marks what the screen sent; absent leaves all as they are
 * @throws NumberInWords
 */
export function markedPoints(own: readonly StoredPoint[], marks: readonly PointInput[] | undefined): StoredPoint[] {
  const byText = new Map(marks?.map((mark) => [mark.text, mark]));
  const points = own.map((point) => {
    const mark = byText.get(point.text);
    return mark ? { text: point.text, state: mark.state, note: mark.note === '' ? null : (mark.note ?? null) } : point;
  });
  assertNoPersonalData(
    points.map(({ note }) => note),
    'points',
  );
  return points;
}
