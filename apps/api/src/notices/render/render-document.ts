import PDFDocument from 'pdfkit';
import type { Inline, OfficialDocument, PrintedDocument } from '../document/document-model.js';
import { drawLicence } from './licence-page.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { OfficialPage } from './official-page.js';
import { Pen } from './pen.js';
import { drawSheet } from './sheet-page.js';
import { missingIn, type Typefaces } from './typeface.js';

/**
 * Makes the PDF of a document: fonts subset and embedded, the same bytes for the same document.
 * @throws MissingGlyphs when a character can't be printed
 */
export async function renderDocument(content: PrintedDocument, faces: Typefaces): Promise<Uint8Array> {
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
      Title: `${content.title} ${content.number}`,
      Creator: 'OneWindow',
      Producer: 'OneWindow',
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  const bytes = collect(pdf);
  pdf.registerFont('body', faces.body as unknown as PDFKit.Mixins.PDFFontSource);
  pdf.registerFont('bold', faces.bold as unknown as PDFKit.Mixins.PDFFontSource);
  const pen = new Pen(pdf, faces);
  draw(pen, content);
  pdf.end();
  return await bytes;
}

function draw(pen: Pen, content: PrintedDocument): void {
  if (content.style === 'official') new OfficialPage(pen, content).draw();
  else if (content.style === 'licence') drawLicence(pen, content);
  else drawSheet(pen, content);
}

async function collect(pdf: InstanceType<typeof PDFDocument>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of pdf as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function refuseMissingGlyphs(content: PrintedDocument, faces: Typefaces): void {
  const missing = new Set([...missingIn(faces.body, bodyTexts(content)), ...missingIn(faces.bold, boldTexts(content))]);
  if (missing.size > 0) throw new MissingGlyphs([...missing]);
}

function bodyTexts(content: PrintedDocument): string[] {
  if (content.style === 'official') return officialTexts(content);
  if (content.style === 'licence') return [...content.rows.flat(), ...Object.values(content.seal), content.number];
  return content.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
}

function officialTexts(content: OfficialDocument): string[] {
  const paragraphs = [...content.opening, ...content.closing].flat().map(wordsOf);
  const cells = content.table ? [...content.table.rows.flat(), ...content.table.columns.map((column) => column.title)] : [];
  return [
    content.number,
    content.addressee,
    ...paragraphs,
    ...content.facts.flat(),
    ...cells,
    ...Object.values(content.seal),
    content.officer ?? '',
    content.copies,
    content.qr?.caption ?? '',
  ];
}

function boldTexts(content: PrintedDocument): string[] {
  if (content.style === 'licence') return [content.title, ...content.rows.map(([, value]) => value)];
  if (content.style === 'sheet')
    return content.shapes.flatMap((shape) => (shape.kind === 'text' && shape.bold === true ? [shape.text] : []));
  const emphasised = [...content.opening, ...content.closing].flat().flatMap((part) => (typeof part === 'string' ? [] : [part.bold]));
  const heads = content.table?.columns.map((column) => column.title) ?? [];
  return [content.agency, content.title, ...emphasised, ...content.facts.map(([label]) => label), ...heads];
}

function wordsOf(part: Inline): string {
  return typeof part === 'string' ? part : part.bold;
}
