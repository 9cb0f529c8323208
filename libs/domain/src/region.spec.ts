import { describe, expect, it } from '@jest/globals';
import { regionContains } from './region.js';

describe('R11 anywhere in the region', () => {
  it.each([
    ['440199', '440199', true],
    ['440199', '440199001', true],
    ['440199', '440199001002', true],
    ['440100', '440199001', true],
    ['440000', '440199', true],
    ['440199001', '440199', false],
    ['440199001', '440199001002', true],
    ['440199001', '440199002', false],
    ['440199000000', '440199002', true],
    ['440199100', '440199100', true],
    ['440199100', '440199101', false],
    ['440199', '440198001', false],
  ])('R11 %s contains %s: %s', (outer, inner, expected) => {
    expect(regionContains(outer, inner)).toBe(expected);
  });
});
