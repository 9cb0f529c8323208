import type { LicenceDocument } from '../document/document-model.js';
import { mm, type Pen } from './pen.js';
import { drawSeal } from './seal.js';

/** A4 across. */
const PAGE = { width: mm(297), height: mm(210) };
const FRAME = '#6F87A8';
const LABEL = mm(48);
const VALUE = mm(86);
const VALUE_WIDTH = mm(297 - 30) - VALUE;
const SIZE = 16;
const ROW = mm(13);
const LINE = mm(8.4);
const FIRST_ROW = mm(80);
/** The seal's block begins here at the latest. */
const LAST_ROW = mm(160);

/** Draws a licence or certificate in its frame (mockup 04). */
export function drawLicence(pen: Pen, content: LicenceDocument): void {
  const { pdf } = pen;
  pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
  pdf.rect(0, 0, PAGE.width, PAGE.height).fill('#FDFDFB');
  frame(pen, mm(8), 3);
  frame(pen, mm(11.5), 0.8);
  const middle = PAGE.width / 2;
  const spacing = content.title.length <= 8 ? 12 : 4;
  const size = Math.min(34, (34 * mm(220)) / pen.width(content.title, { font: 'bold', size: 34, spacing }));
  pen.textAt('center', content.title, middle, mm(38), { font: 'bold', size, spacing });
  pen.textAt('center', content.number, middle, mm(55), { font: 'body', size: 13 });
  rows(pen, content);
  drawSeal(pen, content.seal, { x: mm(234), y: mm(172), right: mm(277) }, 15);
}

function frame(pen: Pen, inset: number, width: number): void {
  pen.pdf
    .lineWidth(width)
    .rect(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset)
    .stroke(FRAME);
}

function rows(pen: Pen, content: LicenceDocument): void {
  const set = content.rows.map(([label, value]) => ({ label, lines: pen.set([{ bold: value }], SIZE, VALUE_WIDTH).lines }));
  const wanted = set.reduce((sum, row) => sum + ROW + (row.lines.length - 1) * LINE, 0);
  // Many rows stand closer together rather than run into the seal.
  const tight = Math.min(1, (LAST_ROW - FIRST_ROW + ROW) / wanted);
  let y = FIRST_ROW;
  for (const row of set) {
    pen.text(row.label, LABEL, y, { font: 'body', size: SIZE * Math.max(tight, 0.7) });
    row.lines.forEach((line, index) =>
      pen.line({ ...line, last: true }, VALUE, y + index * LINE * tight, SIZE * Math.max(tight, 0.7), VALUE_WIDTH),
    );
    y += (ROW + (row.lines.length - 1) * LINE) * tight;
  }
}
