import { describe, expect, it } from '@jest/globals';
import type { Font } from 'fontkit';
import { breakLines, type Line, stretchOf, tokenize } from './line-breaking.js';

/** Every Chinese character is as wide as the size, every other half of it. */
const FONT = {
  unitsPerEm: 1000,
  glyphForCodePoint: (code: number) => ({ advanceWidth: code > 0x2000 ? 1000 : 500 }),
} as unknown as Font;
const SIZE = 10;

const wordsOf = (line: Line): string => line.tokens.map(({ text }) => text).join('');
const set = (text: string, places: number, indent = 0): string[] =>
  breakLines(tokenize(text, FONT, SIZE), places * SIZE, SIZE, indent * SIZE).map(wordsOf);

describe('breaking lines as Chinese is set', () => {
  it('fills lines with characters', () => expect(set('一二三四五六七八', 5)).toEqual(['一二三四五', '六七八']));

  it('begins no line with a closing mark: it hangs half, or takes its neighbour along', () => {
    expect(set('一二三四五，六七', 5)).toEqual(['一二三四', '五，六七']);
    expect(set('一二三四，六七', 5)).toEqual(['一二三四，', '六七']);
    expect(set('一二三四）。六', 5)).toEqual(['一二三', '四）。六']);
  });

  it('ends no line with an opening mark', () => expect(set('一二三四（五六七', 5)).toEqual(['一二三四', '（五六七']));

  it('keeps a number whole and drops the space at the end of a line', () => {
    expect(set('一二三 2026 年', 5)).toEqual(['一二三', '2026 年']);
    expect(set('一二三四 五六', 4)).toEqual(['一二三四', '五六']);
  });

  it('breaks a word only when it is longer than a line', () => {
    expect(set('abcdefghijklmnop', 4)).toEqual(['abcdefgh', 'ijklmnop']);
  });

  it('shortens the first line by the indent', () => expect(set('一二三四五六七', 5, 2)).toEqual(['一二三', '四五六七']));

  it('marks the last line, and measures without stretching', () => {
    const lines = breakLines(tokenize('一二三四五六七。', FONT, SIZE), 5 * SIZE, SIZE);
    expect(lines.map(({ last, width }) => [last, width])).toEqual([
      [false, 50],
      [true, 25],
    ]);
  });

  it('gives one empty line for an empty text', () => expect(set('', 5)).toEqual(['']));

  it('stretches a line to its room, but tears no few long words apart', () => {
    const stretch = (text: string, places: number) =>
      breakLines(tokenize(text, FONT, SIZE), places * SIZE, SIZE).map((line) => stretchOf(line, places * SIZE, SIZE));
    expect(stretch('一二三四（五六七', 5)).toEqual([10 / 3, 0]);
    expect(stretch('Alexandra Maria Hohenzollern-Sigmaringen：', 14)).toEqual([0, 0]);
  });
});
