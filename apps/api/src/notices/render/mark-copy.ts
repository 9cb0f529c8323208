import { PDFDocument as PdfCopy } from '@cantoo/pdf-lib';
import PDFDocument from 'pdfkit';
import type { CopyMark } from '../document/document-model.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { mm, Pen } from './pen.js';
import { bytesOf, registerFaces } from './pdf-bytes.js';
import { missingIn, type Typefaces, widthOf } from './typeface.js';

const SIZE = 10;
const INSET = mm(2.4);
const HEIGHT = mm(7);
/** From the upper and the right edge of the page, in the margin of an official document. */
const TOP = mm(7);
const RIGHT = mm(24);

/**
 * A copy of finished bytes with a mark in the upper margin of every page. The original is not changed; the same mark gives the same bytes.
 * @throws MissingGlyphs when a character of the mark can't be printed
 */
export async function markCopy(original: Uint8Array, mark: CopyMark, faces: Typefaces): Promise<Uint8Array> {
  const missing = missingIn(faces.body, [mark.words]);
  if (missing.length > 0) throw new MissingGlyphs(missing);
  const at = new Date(mark.at);
  const copy = await PdfCopy.load(original, { updateMetadata: false });
  const [label] = await copy.embedPdf(await labelPdf(mark.words, at, faces));
  if (!label) throw new Error('The mark of a copy has no page');
  for (const page of copy.getPages()) {
    page.drawPage(label, { x: page.getWidth() - RIGHT - label.width, y: page.getHeight() - TOP - label.height });
  }
  copy.setModificationDate(at);
  return await copy.save();
}

/** The mark as a page of its own, as large as its words. */
async function labelPdf(words: string, at: Date, faces: Typefaces): Promise<Uint8Array> {
  const width = widthOf(faces.body, words, SIZE) + 2 * INSET;
  const pdf = new PDFDocument({ size: [width, HEIGHT], margin: 0, font: '', info: { CreationDate: at, ModDate: at } });
  const bytes = bytesOf(pdf);
  registerFaces(pdf, faces);
  const pen = new Pen(pdf, faces);
  pdf
    .lineWidth(0.8)
    .rect(0.4, 0.4, width - 0.8, HEIGHT - 0.8)
    .stroke('#000000');
  pen.text(words, INSET, HEIGHT / 2, { font: 'body', size: SIZE });
  pdf.end();
  return await bytes;
}
