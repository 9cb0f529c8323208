import { HEAT_BUCKETS, type HeatBucketKey } from '@onewindow/domain';

/** What the overview counts of one department, or of all. */
export interface HeatCounts {
  open: number;
  /** In the order of HEAT_BUCKETS. */
  counts: number[];
}

/** One group of the pass over open work. */
export interface HeatCell {
  departmentId: string;
  column: number;
  tasks: number;
}

/** The rows of the heat map: each department's cells side by side; departments without open work are added by `also`. */
export function heatRows(cells: readonly HeatCell[], also: Iterable<string> = []): Map<string, HeatCounts> {
  const rows = new Map<string, HeatCounts>();
  const rowOf = (departmentId: string): HeatCounts => {
    const known = rows.get(departmentId) ?? noWork();
    rows.set(departmentId, known);
    return known;
  };
  for (const { departmentId, column, tasks } of cells) {
    const row = rowOf(departmentId);
    row.open += tasks;
    row.counts[column] = (row.counts[column] ?? 0) + tasks;
  }
  for (const departmentId of also) rowOf(departmentId);
  return rows;
}

/** Tasks that change their column: one less here, one more there. */
export function movesOf(moved: readonly { departmentId: string; stored: number; column: number }[]): HeatCell[] {
  return moved.flatMap(({ departmentId, stored, column }) => [
    { departmentId, column: stored, tasks: -1 },
    { departmentId, column, tasks: 1 },
  ]);
}

/** The last row of the heat map. */
export function sumOf(rows: Iterable<HeatCounts>): HeatCounts {
  const sum = noWork();
  for (const { open, counts } of rows) {
    sum.open += open;
    sum.counts = sum.counts.map((count, column) => count + (counts[column] ?? 0));
  }
  return sum;
}

/** The strip above the heat map, from its last row: every figure is a sum of columns by their days, so that it opens to their cases (R10.4). */
export function lightsOf({ open, counts }: HeatCounts): Record<'red' | 'yellow' | 'green' | 'paused' | 'all' | 'today' | 'soon', number> {
  const of = (wanted: (bucket: (typeof HEAT_BUCKETS)[number]) => boolean): number =>
    HEAT_BUCKETS.reduce((sum, bucket, column) => (wanted(bucket) ? sum + (counts[column] ?? 0) : sum), 0);
  const today = of(({ key }) => key === ('today' satisfies HeatBucketKey));
  const yellow = of(({ tone }) => tone === 'yellow');
  return {
    red: of(({ tone }) => tone === 'red'),
    yellow,
    green: of(({ tone }) => tone === 'green'),
    paused: of(({ tone }) => tone === 'paused'),
    all: open,
    today,
    soon: yellow - today,
  };
}

/** Worst first: most overdue work, then the columns from left to right. */
export function worstFirst(a: HeatCounts, b: HeatCounts): number {
  const red = lightsOf(b).red - lightsOf(a).red;
  if (red !== 0) return red;
  for (let column = 0; column < HEAT_BUCKETS.length; column++) {
    const more = (b.counts[column] ?? 0) - (a.counts[column] ?? 0);
    if (more !== 0) return more;
  }
  return 0;
}

function noWork(): HeatCounts {
  return { open: 0, counts: HEAT_BUCKETS.map(() => 0) };
}
