/** One point of the pen, in px of the pad. */
export interface PenPoint {
  x: number;
  y: number;
}

/** Shortest way of the pen that counts as a stroke, in px: a touch of the hand is none. */
export const MIN_STROKE_PX = 3;

/** Length of a stroke in px. */
export function strokeLength(points: readonly PenPoint[]): number {
  return points.reduce((sum, point, at) => {
    const before = points[at - 1];
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : 0;
  }, 0);
}

/** True for a stroke that was drawn, false for a dot. */
export function isStroke(points: readonly PenPoint[]): boolean {
  return strokeLength(points) >= MIN_STROKE_PX;
}

/** The stroke as a smooth path: quadratic curves through the middles between points. */
export function strokePath(points: readonly PenPoint[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  rest.forEach((point, at) => {
    const next = rest[at + 1];
    path += next ? `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}` : `L${point.x} ${point.y}`;
  });
  return path;
}

/** A pad has another size when the fields around it come or go. */
export interface PadSize {
  width: number;
  height: number;
}

/**
 * A point of the pad as it is now, on the pad as it was when the signature began: the signature is shown whole in the middle of what is left.
 * @param point px from the pad's upper left corner
 * @param pad the size now
 * @param paper the size when the first stroke began
 */
export function onPaper({ x, y }: PenPoint, pad: PadSize, paper: PadSize): PenPoint {
  const scale = Math.min(pad.width / paper.width, pad.height / paper.height);
  return { x: (x - (pad.width - paper.width * scale) / 2) / scale, y: (y - (pad.height - paper.height * scale) / 2) / scale };
}
