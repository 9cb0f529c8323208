/** Where a cell of the heat map is. */
export interface HeatPosition {
  row: number;
  column: number;
}

const STEPS: Record<string, HeatPosition> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * Where an arrow key leads: to the next cell in that direction that counts something, past those that count nothing.
 * Without one the cursor stays; looking to the right from before the first column goes on to the rows below, so that a start is always found.
 */
export function nextCell(
  from: HeatPosition,
  key: string,
  size: { rows: number; columns: number },
  countAt: (at: HeatPosition) => number,
): HeatPosition {
  const step = STEPS[key];
  if (!step) return from;
  let at = from;
  for (;;) {
    at = { row: at.row + step.row, column: at.column + step.column };
    if (from.column === -1 && at.column >= size.columns) at = { row: at.row + 1, column: 0 };
    const isOutside = at.row < 0 || at.column < 0 || at.row >= size.rows || at.column >= size.columns;
    if (isOutside) return from;
    if (countAt(at) > 0) return at;
  }
}
