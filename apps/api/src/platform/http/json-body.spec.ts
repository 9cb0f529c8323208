import { describe, expect, it } from '@jest/globals';
import { isStorable, nestingOf } from './json-body.js';

describe('nestingOf', () => {
  it.each([
    ['1', 0],
    ['{}', 1],
    ['{"a":[{"b":[]}]}', 4],
    ['["[[[[", "{{{"]', 1],
    ['["\\"[[[["]', 1],
    ['["\\\\",[[]]]', 3],
  ])('%s nests %i deep', (json, depth) => {
    expect(nestingOf(json)).toBe(depth);
  });
});

describe('isStorable', () => {
  it.each([
    ['汉字 𠮷', true],
    ['', true],
    ['a\0b', false],
    ['\ud842', false],
  ])('%j: %s', (text, storable) => {
    expect(isStorable(text)).toBe(storable);
  });
});
