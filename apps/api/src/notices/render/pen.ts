import type { Font } from 'fontkit';
import type PDFDocument from 'pdfkit';
import type { Inline } from '../document/document-model.js';
import { breakLines, type Line, stretchOf, type Token, tokenize } from './line-breaking.js';
import { splitAtLines } from './printable.js';
import type { SealImages } from './seal-images.js';
import { type Typefaces, widthOf } from './typeface.js';

export const SEAL_RED = '#C8352B';
const BLACK = '#000000';
/** From the baseline up to the middle of a Chinese character, in its size. */
const MIDDLE = 0.38;

/** Millimetres to points. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

export interface TextStyle {
  readonly font: 'body' | 'bold';
  /** Points. */
  readonly size: number;
  readonly color?: string;
  /** Space between characters, points. */
  readonly spacing?: number;
}

/** A paragraph broken to a width: drawn line by line, so that it may cross a page. */
export interface SetParagraph {
  readonly lines: readonly Line[];
  readonly indent: number;
}

/** Draws text and rules on the current page; all lengths are points, `y` is the middle of the line. */
export class Pen {
  readonly pdf: InstanceType<typeof PDFDocument>;
  /** Finds the image of a seal. */
  readonly sealImage: SealImages;
  private readonly faces: Typefaces;

  constructor(pdf: InstanceType<typeof PDFDocument>, faces: Typefaces, sealImage: SealImages = () => null) {
    this.pdf = pdf;
    this.faces = faces;
    this.sealImage = sealImage;
  }

  width(text: string, style: TextStyle): number {
    return widthOf(this.faces[style.font], text, style.size) + (Array.from(text).length - 1) * (style.spacing ?? 0);
  }

  text(text: string, x: number, y: number, style: TextStyle): void {
    this.pdf.fillColor(style.color ?? BLACK);
    this.place(text, this.faces[style.font], x, y, style.size, style.spacing ?? 0);
  }

  /** Centred on `x`, or ending at it. */
  textAt(align: 'center' | 'right', text: string, x: number, y: number, style: TextStyle): void {
    const width = this.width(text, style);
    this.text(text, align === 'center' ? x - width / 2 : x - width, y, style);
  }

  /** Breaks a paragraph to a width, and where its lines end; `indent` shortens its first line. */
  set(paragraph: readonly Inline[], size: number, width: number, indent = 0): SetParagraph {
    const lines = splitAtLines(paragraph).flatMap((parts, at) => breakLines(this.tokens(parts, size), width, size, at === 0 ? indent : 0));
    return { lines: lines.length === 0 ? breakLines([], width, size, indent) : lines, indent };
  }

  private tokens(parts: readonly Inline[], size: number): Token[] {
    return parts.flatMap((part) =>
      typeof part === 'string' ? tokenize(part, this.faces.body, size) : tokenize(part.bold, this.faces.bold, size),
    );
  }

  /** Draws one line of a paragraph; all but its last are stretched to the full width. */
  line(line: Line, x: number, y: number, size: number, width: number, indent = 0): void {
    this.pdf.fillColor(BLACK);
    const stretch = stretchOf(line, width - indent, size);
    let left = x + indent;
    for (const run of runsOf(line.tokens)) {
      const text = run.map((token) => token.text).join('');
      const font = run[0]?.font ?? this.faces.body;
      if (run[0]?.space !== true) this.place(text, font, left, y, size, run.length > 1 ? stretch : 0);
      left += run.reduce((sum, token) => sum + token.width + stretch, 0);
    }
  }

  rule(x1: number, y1: number, x2: number, y2: number, width = 0.8): void {
    this.pdf.lineWidth(width).moveTo(x1, y1).lineTo(x2, y2).stroke(BLACK);
  }

  box(x: number, y: number, width: number, height: number): void {
    this.pdf.lineWidth(0.8).rect(x, y, width, height).stroke(BLACK);
  }

  private place(text: string, font: Font, x: number, y: number, size: number, spacing: number): void {
    this.pdf.font(font === this.faces.bold ? 'bold' : 'body').fontSize(size);
    this.pdf.text(text, x, y + size * MIDDLE, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing });
  }
}

/** Neighbours that can be drawn together: single characters of one face; a word or a space stands alone. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  for (const token of tokens) {
    const before = runs.at(-1)?.at(-1);
    const joins = before !== undefined && before.font === token.font && isSingle(before) && isSingle(token);
    if (joins) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs;
}

function isSingle(token: Token): boolean {
  return !token.space && token.text.length <= 2 && /[^\u0021-\u024f]/u.test(token.text);
}
