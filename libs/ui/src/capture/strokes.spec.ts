import { describe, expect, it } from '@jest/globals';
import { isStroke, strokeLength, strokePath } from './strokes.js';

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
});
