import PDFDocument from 'pdfkit';
import type { Inline, OfficialDocument, PrintedDocument, SealBlock } from '../document/document-model.js';
import { drawLicence } from './licence-page.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { OfficialPage } from './official-page.js';
import { Pen } from './pen.js';
import { printable } from './printable.js';
import { drawSheet } from './sheet-page.js';
import { bytesOf, registerFaces } from './pdf-bytes.js';
import type { SealImages } from './seal-images.js';
import { missingIn, type Typefaces } from './typeface.js';

/** What an administrator may have put in place of the packaged faces and the seal's empty ring. */
export interface PaperSources {
  readonly faces: Typefaces;
  readonly seals: SealImages;
}

/**
 * Makes the PDF of a document: fonts subset and embedded, the same bytes for the same document.
 * @throws MissingGlyphs when a character can't be printed
 * @throws PaperSourceBroken when the seal's image can't be read
 */
export async function renderDocument(written: PrintedDocument, { faces, seals }: PaperSources): Promise<Uint8Array> {
  const content = printable(written);
  refuseMissingGlyphs(content, faces);
  const issuedAt = new Date(content.issuedAt);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // No standard font: its metrics would be parsed anew for every document.
    font: '',
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${content.title} ${content.number}`.trim(),
      Creator: 'OneWindow',
      Producer: 'OneWindow',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  const bytes = bytesOf(pdf);
  registerFaces(pdf, faces);
  const pen = new Pen(pdf, faces, seals);
  draw(pen, content);
  pdf.end();
  return await bytes;
}

function draw(pen: Pen, content: PrintedDocument): void {
  if (content.style === 'official') new OfficialPage(pen, content).draw();
  else if (content.style === 'licence') drawLicence(pen, content);
  else drawSheet(pen, content);
}

function refuseMissingGlyphs(content: PrintedDocument, faces: Typefaces): void {
  const missing = new Set([...missingIn(faces.body, bodyTexts(content)), ...missingIn(faces.bold, boldTexts(content))]);
  if (missing.size > 0) throw new MissingGlyphs([...missing]);
}

function bodyTexts(content: PrintedDocument): string[] {
  if (content.style === 'official') return officialTexts(content);
  if (content.style === 'licence') return [...content.rows.flat(), ...sealTexts(content.seal), content.number];
  return content.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
}

function officialTexts(content: OfficialDocument): string[] {
  const paragraphs = [...content.opening, ...content.closing].flat().map(wordsOf);
  const cells = content.table ? [...content.table.rows.flat(), ...content.table.columns.map((column) => column.title)] : [];
  return [
    content.number,
    content.addressee ?? '',
    ...paragraphs,
    ...content.facts.flat(),
    ...cells,
    ...sealTexts(content.seal),
    content.signature ?? '',
    content.officer ?? '',
    content.copies,
    content.qr?.caption ?? '',
  ];
}

function sealTexts({ words, agency, day }: SealBlock): string[] {
  return [words, agency, day];
}

function boldTexts(content: PrintedDocument): string[] {
  if (content.style === 'licence') return [content.title, ...content.rows.map(([, value]) => value)];
  if (content.style === 'sheet')
    return content.shapes.flatMap((shape) => (shape.kind === 'text' && shape.bold === true ? [shape.text] : []));
  const emphasised = [...content.opening, ...content.closing].flat().flatMap((part) => (typeof part === 'string' ? [] : [part.bold]));
  const heads = content.table?.columns.map((column) => column.title) ?? [];
  return [content.agency, content.title, content.watermark ?? '', ...emphasised, ...content.facts.map(([label]) => label), ...heads];
}

function wordsOf(part: Inline): string {
  return typeof part === 'string' ? part : part.bold;
}
