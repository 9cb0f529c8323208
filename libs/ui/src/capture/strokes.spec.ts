import { describe, expect, it } from '@jest/globals';
import { isStroke, onPaper, strokeLength, strokePath } from './strokes.js';

describe('strokes', () => {
  it('does not take a touch of the hand for a stroke', () => {
    expect(isStroke([{ x: 4, y: 4 }])).toBe(false);
    expect(
      isStroke([
        { x: 4, y: 4 },
        { x: 5, y: 5 },
      ]),
    ).toBe(false);
    expect(
      isStroke([
        { x: 0, y: 0 },
        { x: 3, y: 4 },
      ]),
    ).toBe(true);
    expect(
      strokeLength([
        { x: 0, y: 0 },
        { x: 3, y: 4 },
        { x: 3, y: 10 },
      ]),
    ).toBe(11);
  });

  it('draws through the middles', () => {
    expect(strokePath([])).toBe('');
    expect(
      strokePath([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
      ]),
    ).toBe('M0 0L10 0');
    expect(
      strokePath([
        { x: 0, y: 0 },
        { x: 10, y: 0 },
        { x: 20, y: 10 },
      ]),
    ).toBe('M0 0Q10 0 15 5L20 10');
  });

  it('keeps a signature whole on a pad that became smaller or larger', () => {
    const paper = { width: 400, height: 300 };
    expect(onPaper({ x: 40, y: 30 }, paper, paper)).toEqual({ x: 40, y: 30 });
    // Half as high: shown at half size in the middle.
    expect(onPaper({ x: 100, y: 0 }, { width: 400, height: 150 }, paper)).toEqual({ x: 0, y: 0 });
    expect(onPaper({ x: 300, y: 150 }, { width: 400, height: 150 }, paper)).toEqual({ x: 400, y: 300 });
    expect(onPaper({ x: 200, y: 300 }, { width: 400, height: 600 }, paper)).toEqual({ x: 200, y: 150 });
  });
});
