import { describe, expect, it } from '@jest/globals';
import { HEAT_BUCKETS } from '@onewindow/domain';
import fc from 'fast-check';
import { type HeatCell, heatRows, lightsOf, sumOf, worstFirst } from './heat-counts.js';

const cells: fc.Arbitrary<HeatCell[]> = fc.array(
  fc.record({
    departmentId: fc.constantFrom('a', 'b', 'c'),
    column: fc.integer({ min: 0, max: HEAT_BUCKETS.length - 1 }),
    tasks: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 60 },
);

describe('counts of the heat map (R10.4)', () => {
  it('the strip, the rows and the last row add up', () => {
    fc.assert(
      fc.property(cells, (given) => {
        const rows = heatRows(given, ['d']);
        const total = sumOf(rows.values());
        const { red, yellow, green, paused, all, today, soon } = lightsOf(total);
        expect(all).toBe(given.reduce((sum, cell) => sum + cell.tasks, 0));
        expect(red + yellow + green + paused).toBe(all);
        expect(today + soon).toBe(yellow);
        for (const row of rows.values()) expect(row.counts.reduce((sum, n) => sum + n, 0)).toBe(row.open);
        expect(rows.get('d')?.open).toBe(0);
      }),
    );
  });

  it('the department with most overdue work comes first, then the longest overdue', () => {
    const row = (...counts: number[]) => ({ open: 0, counts: HEAT_BUCKETS.map((_, column) => counts[column] ?? 0) });
    const sorted = [row(0, 1, 5), row(0, 0, 2), row(0, 2, 4), row(0, 0, 2, 9), row(4, 11, 26)].sort(worstFirst);
    expect(sorted.map(({ counts }) => counts.slice(0, 4))).toEqual([
      [4, 11, 26, 0],
      [0, 2, 4, 0],
      [0, 1, 5, 0],
      [0, 0, 2, 9],
      [0, 0, 2, 0],
    ]);
  });
});
