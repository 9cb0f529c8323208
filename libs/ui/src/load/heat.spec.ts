import { describe, expect, it } from '@jest/globals';
import { heatGround } from './heat.js';

describe('heatGround', () => {
  it.each([
    ['red', 0, null],
    ['red', 1, '#FBE9E7'],
    ['red', 3, '#FBE9E7'],
    ['red', 4, '#F5C9C4'],
    ['red', 10, '#EBA49D'],
    ['red', 20, '#E0857C'],
    ['red', 500, '#E0857C'],
    ['yellow', 9, '#FFF2D0'],
    ['yellow', 20, '#F5D27A'],
    ['green', 9, '#F3F7F4'],
    ['green', 10, '#E6F0EA'],
    ['green', 60, '#C2DACC'],
    ['paused', 30, '#DDE1E7'],
  ] as const)('%s with %i cases', (tone, count, ground) => {
    expect(heatGround(tone, count)).toBe(ground);
  });
});
