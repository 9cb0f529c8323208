import { describe, expect, it } from '@jest/globals';
import { nextCell } from './heat-cursor.js';

const counts = [
  [0, 4, 0, 2],
  [1, 0, 0, 0],
  [0, 3, 0, 0],
];
const size = { rows: 3, columns: 4 };
const countAt = ({ row, column }: { row: number; column: number }) => counts[row]?.[column] ?? 0;
const go = (row: number, column: number, key: string) => nextCell({ row, column }, key, size, countAt);

describe('nextCell', () => {
  it('goes past cells that count nothing', () => {
    expect(go(0, 1, 'ArrowRight')).toEqual({ row: 0, column: 3 });
    expect(go(0, 1, 'ArrowDown')).toEqual({ row: 2, column: 1 });
    expect(go(2, 1, 'ArrowUp')).toEqual({ row: 0, column: 1 });
    expect(go(0, 3, 'ArrowLeft')).toEqual({ row: 0, column: 1 });
  });

  it('stays where nothing follows', () => {
    expect(go(0, 3, 'ArrowRight')).toEqual({ row: 0, column: 3 });
    expect(go(1, 0, 'ArrowDown')).toEqual({ row: 1, column: 0 });
    expect(go(0, 1, 'Enter')).toEqual({ row: 0, column: 1 });
  });

  it('finds the first cell that counts something, in a lower row too', () => {
    expect(go(0, -1, 'ArrowRight')).toEqual({ row: 0, column: 1 });
    const one = nextCell({ row: 0, column: -1 }, 'ArrowRight', size, ({ row, column }) => (row === 2 && column === 2 ? 1 : 0));
    expect(one).toEqual({ row: 2, column: 2 });
  });

  it('ends on an empty map', () => {
    expect(nextCell({ row: 0, column: -1 }, 'ArrowRight', size, () => 0)).toEqual({ row: 0, column: -1 });
  });
});
