import { mm, type Pen } from './pen.js';

const GREY = '#7C8794';
const SIZE = 96;

/** Lays a word across every page, so pale that what is beneath stays readable. */
export function drawWatermark(pen: Pen, words: string): void {
  const { pdf } = pen;
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    const [x, y] = [pdf.page.width / 2, pdf.page.height / 2];
    pdf
      .save()
      .opacity(0.22)
      .rotate(-35, { origin: [x, y] });
    pen.textAt('center', words, x, y, { font: 'bold', size: SIZE, color: GREY, spacing: mm(8) });
    pdf.restore();
  }
}
