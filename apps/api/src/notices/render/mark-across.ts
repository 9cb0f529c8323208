import { PDFDocument as PdfCopy, type PDFPage } from '@cantoo/pdf-lib';
import PDFDocument from 'pdfkit';
import type { CopyMark } from '../document/document-model.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { bytesOf, registerFaces } from './pdf-bytes.js';
import { Pen } from './pen.js';
import { missingIn, type Typefaces, widthOf } from './typeface.js';

/** The accent, as the screen's own watermark has it. */
const COLOUR = '#1F5AA6';
const OPACITY = 0.3;
/** Of the sheet's width. */
const SIZE = 0.026;
const SLANT = -28;

/**
 * A copy with words repeated across every page, slanted, so that no part of it passes for the original (R7). A picture becomes a page of its
 * own size. The original is not changed.
 * @throws MissingGlyphs when a character of the words can't be printed
 */
export async function markAcross(original: Uint8Array, mark: CopyMark, faces: Typefaces): Promise<Uint8Array> {
  const missing = missingIn(faces.body, [mark.words]);
  if (missing.length > 0) throw new MissingGlyphs(missing);
  const at = new Date(mark.at);
  const copy = await asPdf(original);
  const sheets = new Map<string, ReturnType<PdfCopy['embedPage']>>();
  for (const page of copy.getPages()) {
    const { width, height } = page.getSize();
    const key = `${width}x${height}`;
    const sheet = sheets.get(key) ?? embed(copy, await wordsSheet(mark.words, { width, height, at }, faces));
    sheets.set(key, sheet);
    lay(page, await sheet);
  }
  copy.setModificationDate(at);
  return await copy.save();
}

async function embed(copy: PdfCopy, bytes: Uint8Array): ReturnType<PdfCopy['embedPage']> {
  const [sheet] = await copy.embedPdf(bytes);
  if (!sheet) throw new Error('The watermark has no page');
  return sheet;
}

function lay(page: PDFPage, sheet: Awaited<ReturnType<PdfCopy['embedPage']>>): void {
  const { x, y } = page.getMediaBox();
  page.drawPage(sheet, { x, y });
}

/** PDFs as they are; a picture on a page of its size. */
async function asPdf(original: Uint8Array): Promise<PdfCopy> {
  if (startsWith(original, '%PDF')) return await PdfCopy.load(original, { updateMetadata: false, ignoreEncryption: true });
  const pdf = await PdfCopy.create({ updateMetadata: false });
  const picture = startsWith(original, '\u0089PNG') ? await pdf.embedPng(original) : await pdf.embedJpg(original);
  const page = pdf.addPage([picture.width, picture.height]);
  page.drawImage(picture, { x: 0, y: 0, width: picture.width, height: picture.height });
  return pdf;
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Array.from(magic).every((character, at) => bytes[at] === character.charCodeAt(0));
}

interface SheetSize {
  readonly width: number;
  readonly height: number;
  readonly at: Date;
}

/** The words all over a page without ground. */
async function wordsSheet(words: string, { width, height, at }: SheetSize, faces: Typefaces): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: [width, height], margin: 0, font: '', info: { CreationDate: at, ModDate: at } });
  const bytes = bytesOf(pdf);
  registerFaces(pdf, faces);
  const pen = new Pen(pdf, faces);
  const size = Math.max(3, width * SIZE);
  const across = widthOf(faces.body, words, size) + size * 3;
  const down = size * 4.5;
  // Turned about the middle, the pattern must reach past the corners.
  const reach = Math.hypot(width, height) / 2 + across;
  const [x, y] = [width / 2, height / 2];
  pdf
    .save()
    .opacity(OPACITY)
    .rotate(SLANT, { origin: [x, y] });
  for (let row = 0, top = y - reach; top < y + reach; top += down, row += 1) {
    for (let left = x - reach - (row % 2) * (across / 2); left < x + reach; left += across) {
      pen.text(words, left, top, { font: 'body', size, color: COLOUR });
    }
  }
  pdf.restore();
  pdf.end();
  return await bytes;
}
