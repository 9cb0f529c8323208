import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import type { OfficialDocument } from '../document/document-model.js';
import type { Line } from './line-breaking.js';
import { OfficialPage } from './official-page.js';
import { registerFaces } from './pdf-bytes.js';
import { mm, Pen } from './pen.js';
import { printable } from './printable.js';
import { openTypefaces, type Typefaces } from './typeface.js';

const DOCUMENT: OfficialDocument = {
  style: 'official',
  agency: '临江区行政审批局',
  title: '一件事办理结果告知书',
  number: '临审结〔2026〕1183 号',
  addressee: '王小明：',
  opening: [['你于 2026 年 10 月 29 日提出的申请，各有关部门已经全部办完。']],
  facts: [['统一受理编号', '440199 20261029 000318 7']],
  table: null,
  closing: [['办理进度可扫描下方二维码查询，无须登录。']],
  qr: null,
  seal: { words: '行政审批专用章', agency: '临江区行政审批局', day: '2026 年 10 月 29 日', image: null },
  officer: null,
  signature: null,
  foot: 'plain',
  watermark: null,
  copies: '',
  issuedAt: '2026-10-29T02:58:00.000Z',
};
const COLUMNS = [
  { title: '序', width: 11.6, align: 'center' },
  { title: '事项', width: 42, align: 'left' },
  { title: '部门', width: 32, align: 'left' },
  { title: '结果', align: 'left' },
] as const;
const tableOf = (...reasons: string[]): OfficialDocument => ({
  ...DOCUMENT,
  table: { columns: COLUMNS, rows: reasons.map((reason, at) => [String(at + 1), '公章刻制备案', '公安分局', `不予许可：${reason}`]) },
});

interface SetLine {
  readonly words: string;
  readonly page: number;
  readonly y: number;
}

/** Remembers where each line was set. */
class WatchedPen extends Pen {
  readonly lines: SetLine[] = [];

  override line(line: Line, ...where: [x: number, y: number, size: number, width: number, indent?: number]): void {
    this.lines.push({ words: line.tokens.map(({ text }) => text).join(''), page: this.pdf.bufferedPageRange().count, y: where[1] });
    super.line(line, ...where);
  }
}

let faces: Typefaces;
const opened: InstanceType<typeof PDFDocument>[] = [];
beforeAll(() => {
  faces = openTypefaces('/no/such/folder');
});
afterAll(() => opened.forEach((pdf) => pdf.end()));

function setOn(content: OfficialDocument): SetLine[] {
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, font: '' });
  opened.push(pdf);
  registerFaces(pdf, faces);
  const pen = new WatchedPen(pdf, faces);
  const ready = printable(content);
  if (ready.style === 'official') new OfficialPage(pen, ready).draw();
  return pen.lines;
}

/** Nothing of the body goes below. */
const FOOT = mm(267);
const wordsOf = (lines: readonly SetLine[]): string => lines.map(({ words }) => words).join('');

describe('a row that no page holds', () => {
  it('goes on under the head of the next page, and no word of it is lost', () => {
    const reason = '场地面积不足，消防通道被占用，经两次现场勘验仍未整改。'.repeat(75);
    const lines = setOn(tableOf(reason));
    expect(lines.every(({ y }) => y < FOOT)).toBe(true);
    // Without the heads the row reads through.
    expect(wordsOf(lines).replaceAll('序事项部门结果', '')).toContain(`公安分局不予许可：${reason}办理进度`);
    expect(lines.filter(({ words }) => words === '结果').map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  });

  it('begins beneath the row before it, not on a page of its own', () => {
    const lines = setOn(tableOf('材料不齐', '不符合条件。'.repeat(300)));
    const [first, second] = ['1', '2'].map((serial) => lines.find(({ words }) => words === serial));
    expect(second?.page).toBe(first?.page);
  });

  it('splits no row that a page holds', () => {
    const lines = setOn(tableOf(...Array.from({ length: 12 }, () => '场地面积不足。'.repeat(20))));
    const serials = lines.filter(({ words }) => /^\d+$/.test(words));
    expect(serials).toHaveLength(12);
    expect(lines.every(({ y }) => y < FOOT)).toBe(true);
  });

  it('is a fact, too', () => {
    const lines = setOn({ ...DOCUMENT, facts: [['经营范围', '食品销售；日用百货零售；'.repeat(160)]] });
    expect(lines.every(({ y }) => y < FOOT)).toBe(true);
    expect(new Set(lines.map(({ page }) => page)).size).toBeGreaterThan(1);
  });
});

describe('words in several lines', () => {
  it('are paragraphs of a text, the bold head before the first', () => {
    const lines = setOn({ ...DOCUMENT, opening: [[{ bold: '理由：' }, '一、布局不符\r\n二、检测不合格\n\n三、\u200b缺少\t通风图\ufeff']] });
    expect(lines.map(({ words }) => words)).toEqual(expect.arrayContaining(['理由：一、布局不符', '二、检测不合格', '三、缺少 通风图']));
  });

  it('are lines of a cell, and one line of what has one', () => {
    const written = { ...tableOf('一、布局不符\n二、检测不合格'), facts: [['备注', '甲\n乙']] as const, addressee: '王\n小明：' };
    const words = setOn(written).map((line) => line.words);
    expect(words).toEqual(expect.arrayContaining(['不予许可：一、布局不符', '二、检测不合格', '甲', '乙', '王 小明：']));
  });
});
