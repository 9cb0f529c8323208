import { expect, it } from '@jest/globals';
import { moveCell } from './heat-cursor.js';

const size = { rows: 3, columns: 4 };

it('moves by arrows and stops at the edges', () => {
  expect(moveCell({ row: 0, column: 0 }, 'ArrowDown', size)).toEqual({ row: 1, column: 0 });
  expect(moveCell({ row: 2, column: 3 }, 'ArrowDown', size)).toEqual({ row: 2, column: 3 });
  expect(moveCell({ row: 1, column: 3 }, 'ArrowRight', size)).toEqual({ row: 1, column: 3 });
  expect(moveCell({ row: 1, column: 0 }, 'ArrowLeft', size)).toEqual({ row: 1, column: 0 });
  expect(moveCell({ row: 1, column: 2 }, 'ArrowUp', size)).toEqual({ row: 0, column: 2 });
});

it('goes to the ends of a row', () => {
  expect(moveCell({ row: 1, column: 2 }, 'Home', size)).toEqual({ row: 1, column: 0 });
  expect(moveCell({ row: 1, column: 2 }, 'End', size)).toEqual({ row: 1, column: 3 });
});

it('leaves other keys alone', () => {
  expect(moveCell({ row: 1, column: 2 }, 'a', size)).toBeNull();
});
