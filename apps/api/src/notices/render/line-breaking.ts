import type { Font } from 'fontkit';
import { widthOf } from './typeface.js';

/** May not begin a line (禁则). */
const NO_START = new Set('，。、；：？！）》〉」』】〕］｝”’…—·％%℃');
/** May not end a line. */
const NO_END = new Set('（《〈「『【〔［｛“‘');
/** Their right half is empty: at the end of a line they need half a place. */
const HALF_AT_END = new Set('，。、；：）》〉」』】〕］｝”’');

/** A piece that is never broken: one Chinese character, one Latin word or number, or a space. */
export interface Token {
  readonly text: string;
  readonly font: Font;
  readonly width: number;
  readonly space: boolean;
}

/** One line: its tokens without spaces at either end. */
export interface Line {
  readonly tokens: readonly Token[];
  /** Width as it is set without stretching; a closing mark at the end counts half. */
  readonly width: number;
  /** The paragraph ends here: not stretched. */
  readonly last: boolean;
}

const WORD = /[\u0021-\u007e\u00a0-\u024f]/u;

/** Cuts a text into pieces that stay whole. */
export function tokenize(text: string, font: Font, size: number): Token[] {
  const tokens: Token[] = [];
  let word = '';
  const push = (piece: string, space = false): void => {
    tokens.push({ text: piece, font, width: widthOf(font, piece, size), space });
  };
  const flush = (): void => {
    if (word !== '') push(word);
    word = '';
  };
  for (const character of text) {
    if (WORD.test(character)) {
      word += character;
      continue;
    }
    flush();
    push(character === '\t' ? ' ' : character, /\s/u.test(character));
  }
  flush();
  return tokens;
}

/**
 * Breaks tokens into lines of a width, by the rules of Chinese setting: no closing mark begins a line, no opening mark ends one.
 * @param indent what the first line is shorter by
 */
export function breakLines(tokens: readonly Token[], width: number, size: number, indent = 0): Line[] {
  const lines: Line[] = [];
  let current: Token[] = [];
  let used = indent;
  const queue = tokens.flatMap((token) => (token.width > width ? splitWord(token, size) : [token]));
  for (const token of queue) {
    if (token.space && current.length === 0 && lines.length > 0) continue;
    if (used + widthAtEnd(token, size) <= width + 0.01 || current.length === 0) {
      current.push(token);
      used += token.width;
      continue;
    }
    const carried = carry(current, token);
    lines.push(finished(current, size, false));
    current = token.space && carried.length === 0 ? [] : [...carried, token];
    used = current.reduce((sum, one) => sum + one.width, 0);
  }
  lines.push(finished(current, size, true));
  return lines;
}

/**
 * By how much each gap of a line is widened so that the line fills its room; 0 for the last line. A few long words, as of a foreign name,
 * would be torn apart: such a line stays ragged.
 */
export function stretchOf({ tokens, width, last }: Line, room: number, size: number): number {
  const gaps = tokens.length - 1;
  if (last || gaps < 1) return 0;
  const each = Math.max(0, (room - width) / gaps);
  return each > size / 2 ? 0 : each;
}

/** Takes from the end of a full line what must stand with the next token, unless that would empty the line. */
function carry(current: Token[], next: Token): Token[] {
  let from = current.length;
  const first = (): string => (current[from] ?? next).text;
  while (from > 1 && (startsBadly(first()) || NO_END.has(current[from - 1]?.text ?? ''))) from -= 1;
  return from === 1 && startsBadly(first()) ? [] : current.splice(from);
}

function startsBadly(text: string): boolean {
  return NO_START.has(text.charAt(0));
}

function finished(tokens: readonly Token[], size: number, last: boolean): Line {
  const kept = [...tokens];
  while (kept.at(-1)?.space) kept.pop();
  const width = kept.reduce((sum, token, index) => sum + (index === kept.length - 1 ? widthAtEnd(token, size) : token.width), 0);
  return { tokens: kept, width, last };
}

function widthAtEnd(token: Token, size: number): number {
  if (token.space) return 0;
  const isFull = token.width > size * 0.8;
  return isFull && HALF_AT_END.has(token.text) ? token.width - size / 2 : token.width;
}

/** A word longer than the line, such as an address of the web, is broken where it must be. */
function splitWord(token: Token, size: number): Token[] {
  return Array.from(token.text, (text) => ({ ...token, text, width: widthOf(token.font, text, size) }));
}
