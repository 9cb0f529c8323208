/** A cell of the heat map; row −1 is none. */
export interface HeatCell {
  row: number;
  column: number;
}

const STEPS: Record<string, HeatCell> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Where an arrow key leads; Home and End go to the ends of the row. Null for other keys. */
export function moveCell(at: HeatCell, key: string, size: { rows: number; columns: number }): HeatCell | null {
  if (key === 'Home') return { ...at, column: 0 };
  if (key === 'End') return { ...at, column: size.columns - 1 };
  const step = STEPS[key];
  if (!step) return null;
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: within(at.row + step.row, size.rows), column: within(at.column + step.column, size.columns) };
}
