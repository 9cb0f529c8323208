import type { DocumentTable, Inline, OfficialDocument, Paragraph, TableColumn } from '../document/document-model.js';
import { mm, type Pen, type SetParagraph, type TextStyle } from './pen.js';
import { drawQrCode } from './qr-code.js';
import { drawSeal, SEAL_DIAMETER } from './seal.js';
import { drawWatermark } from './watermark.js';

const LEFT = mm(24);
const RIGHT = mm(186);
const WIDTH = RIGHT - LEFT;
const TOP = mm(24);
/** Nothing of the body goes below; the foot begins at 271 mm. */
const BOTTOM = mm(267);
const BODY = 14;
const BODY_LINE = mm(8.2);
const CELL = 12;
/** Of the size of the text. */
const CELL_LINE = mm(5.6) / CELL;
/** Above and below the text of a cell, together. */
const CELL_PADDING = mm(2.1);
const CELL_INSET = mm(2.4);
const NARROW = mm(40);
const LABEL_WIDTH = mm(31.4);
const QR = mm(33);
/** Height of the block with QR code and seal. */
const CLOSING_BLOCK = mm(SEAL_DIAMETER) + mm(3);

interface CellText {
  readonly set: SetParagraph;
  readonly size: number;
  readonly align: 'left' | 'center';
}

/** Sets an official document over as many pages as it takes (mockup 08). */
export class OfficialPage {
  private readonly pen: Pen;
  private readonly content: OfficialDocument;
  private y = TOP;

  constructor(pen: Pen, content: OfficialDocument) {
    this.pen = pen;
    this.content = content;
  }

  draw(): void {
    const { content } = this;
    this.pen.pdf.addPage();
    this.head();
    if (content.addressee !== null) this.paragraph([content.addressee], 0);
    for (const paragraph of content.opening) this.paragraph(paragraph);
    if (content.facts.length > 0) this.facts();
    if (content.table) this.table(content.table);
    this.closing();
    this.feet();
    if (content.watermark !== null) drawWatermark(this.pen, content.watermark);
  }

  private head(): void {
    const { agency, title, number } = this.content;
    const middle = (LEFT + RIGHT) / 2;
    this.pen.textAt('center', agency, middle, mm(19.4), this.fitting(agency, { font: 'bold', size: 20, spacing: 0.6 }));
    this.pen.textAt('center', title, middle, mm(30.6), this.fitting(title, { font: 'bold', size: 24, spacing: 1.2 }));
    this.pen.textAt('right', number, RIGHT, mm(42.2), { font: 'body', size: 13.5 });
    this.y = mm(48.4);
  }

  /** The style in a size in which the text fits the line. */
  private fitting(text: string, style: TextStyle): TextStyle {
    const over = this.pen.width(text, style) / WIDTH;
    return over <= 1 ? style : { ...style, size: style.size / over, spacing: 0 };
  }

  private paragraph(paragraph: Paragraph, indent = BODY * 2): void {
    const set = this.pen.set(paragraph, BODY, WIDTH, indent);
    set.lines.forEach((line, index) => {
      this.room(BODY_LINE);
      this.pen.line(line, LEFT, this.y + BODY_LINE / 2, BODY, WIDTH, index === 0 ? indent : 0);
      this.y += BODY_LINE;
    });
  }

  private facts(): void {
    const columns = [LABEL_WIDTH, WIDTH - LABEL_WIDTH];
    this.y += mm(1.6);
    for (const [label, value] of this.content.facts) {
      const cells = [this.cell([{ bold: label }], columns[0], 'center'), this.cell([value], columns[1], 'left')];
      this.rowOverPages(columns, cells, []);
    }
    this.y += mm(0.6);
  }

  private table(table: DocumentTable): void {
    const widths = columnWidths(table.columns);
    const { size = CELL } = table;
    const head = table.columns.map((column, index) => this.cell([{ bold: column.title }], widths[index], 'center', size));
    const first = table.rows[0] ? this.cells(table, table.rows[0], widths) : [];
    // The head never stands alone at the foot of a page.
    if (this.y + rowHeight(head) + roomFor(first, rowHeight(head)) > BOTTOM) this.nextPage();
    this.y += mm(1.6);
    this.row(widths, head);
    for (const row of table.rows) this.rowOverPages(widths, this.cells(table, row, widths), head);
    this.y += mm(1.2);
  }

  /** A row that no page holds goes on under the head of the next; any other stays whole. */
  private rowOverPages(widths: readonly number[], cells: readonly CellText[], head: readonly CellText[]): void {
    let rest = cells;
    for (;;) {
      if (this.y + roomFor(rest, rowHeight(head)) > BOTTOM) {
        this.nextPage();
        if (head.length > 0) this.row(widths, head);
      }
      const fit = linesThatFit(rest, BOTTOM - this.y);
      this.row(widths, linesOf(rest, 0, fit));
      rest = linesOf(rest, fit);
      if (rest.every((cell) => cell.set.lines.length === 0)) return;
    }
  }

  private cells({ columns, size }: DocumentTable, row: readonly string[], widths: readonly number[]): CellText[] {
    return columns.map((column, index) => this.cell([row[index] ?? ''], widths[index], column.align, size));
  }

  private cell(content: readonly Inline[], width: number | undefined, align: CellText['align'], size = CELL): CellText {
    return { set: this.pen.set(content, size, (width ?? WIDTH) - 2 * CELL_INSET), size, align };
  }

  private row(widths: readonly number[], cells: readonly CellText[]): void {
    const height = rowHeight(cells);
    this.room(height);
    let left = LEFT;
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      this.pen.box(left, this.y, width, height);
      const line = cell.size * CELL_LINE;
      const text = cell.set.lines.length * line;
      cell.set.lines.forEach((set, number) => {
        const start = cell.align === 'center' ? left + (width - set.width) / 2 : left + CELL_INSET;
        const y = this.y + (height - text) / 2 + (number + 0.5) * line;
        // A narrow column is not stretched: three characters would stand far apart.
        const isRagged = set.last || cell.align === 'center' || width < NARROW;
        this.pen.line({ ...set, last: isRagged }, start, y, cell.size, width - 2 * CELL_INSET);
      });
      left += width;
    });
    this.y += height;
  }

  /** The last paragraph, QR code, agency, date and seal keep together: a seal never stands on a page without words. */
  private closing(): void {
    const { closing, qr, seal, signature } = this.content;
    closing.forEach((paragraph, index) => {
      const lines = this.pen.set(paragraph, BODY, WIDTH, BODY * 2).lines.length;
      if (index === closing.length - 1 && this.y + lines * BODY_LINE + CLOSING_BLOCK > BOTTOM) this.nextPage();
      this.paragraph(paragraph);
    });
    this.room(CLOSING_BLOCK);
    const top = this.y + mm(3);
    if (qr) {
      drawQrCode(this.pen.pdf, qr.url, LEFT + mm(3), top, QR);
      this.pen.textAt('center', qr.caption, LEFT + mm(3) + QR / 2, top + QR + mm(4), { font: 'body', size: 11 });
    }
    if (signature !== null) this.signature(signature, top);
    else drawSeal(this.pen, seal, { x: RIGHT - mm(27), y: top + mm(SEAL_DIAMETER / 2) - mm(2), right: RIGHT }, 15);
  }

  /** Where the applicant signs. */
  private signature(words: string, top: number): void {
    const style: TextStyle = { font: 'body', size: BODY };
    const left = RIGHT - mm(84);
    this.pen.text(words, left, top + mm(8), style);
    this.pen.text('日期：　　　　年　　月　　日', left, top + mm(24), style);
  }

  private feet(): void {
    const { pdf } = this.pen;
    const { start, count } = pdf.bufferedPageRange();
    const { copies } = this.content;
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(start + page);
      const small: TextStyle = { font: 'body', size: 9.5 };
      if (page === count - 1) {
        this.signatures();
        this.pen.text(copies, LEFT, mm(286.4), small);
      }
      this.pen.textAt('right', `第 ${page + 1} 页，共 ${count} 页`, RIGHT, mm(286.4), small);
    }
  }

  private signatures(): void {
    const { foot, officer } = this.content;
    if (foot === 'plain') return;
    const style: TextStyle = { font: 'body', size: 12.5 };
    const y = mm(278);
    this.pen.rule(LEFT, mm(271.8), RIGHT, mm(271.8));
    if (foot === 'transfer') {
      this.pen.text('移出人：', LEFT, y, style);
      this.pen.text('移入人：', LEFT + mm(58), y, style);
      this.pen.text('交接时间：', LEFT + mm(112), y, style);
      return;
    }
    if (foot === 'applicant') {
      this.pen.text('申请人（代理人）签收：', LEFT, y, style);
      this.pen.text('日期：', LEFT + mm(64.5), y, style);
    }
    if (officer !== null) this.pen.textAt('right', `经办人：${officer}`, RIGHT, y, style);
  }

  private room(height: number): void {
    if (this.y + height > BOTTOM && this.y > TOP) this.nextPage();
  }

  private nextPage(): void {
    this.pen.pdf.addPage();
    this.y = TOP;
  }
}

function rowHeight(cells: readonly CellText[]): number {
  return cells.length === 0 ? 0 : Math.max(0, ...cells.map((cell) => cell.set.lines.length * cell.size * CELL_LINE)) + CELL_PADDING;
}

/** Below a head of this height: the whole row where a page holds it, else two of its lines. */
function roomFor(cells: readonly CellText[], head: number): number {
  const whole = rowHeight(cells);
  return whole <= BOTTOM - TOP - head ? whole : rowHeight(linesOf(cells, 0, 2));
}

/** How many lines of every cell a height holds; one at least, so that it goes on. */
function linesThatFit(cells: readonly CellText[], height: number): number {
  const line = Math.max(...cells.map((cell) => cell.size * CELL_LINE));
  return Math.max(1, Math.floor((height - CELL_PADDING + 0.01) / line));
}

function linesOf(cells: readonly CellText[], from: number, to?: number): CellText[] {
  return cells.map((cell) => ({ ...cell, set: { ...cell.set, lines: cell.set.lines.slice(from, to) } }));
}

function columnWidths(columns: readonly TableColumn[]): number[] {
  const fixed = columns.reduce((sum, column) => sum + (column.width === undefined ? 0 : mm(column.width)), 0);
  return columns.map((column) => (column.width === undefined ? WIDTH - fixed : mm(column.width)));
}
