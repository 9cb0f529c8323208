import type { SheetDocument, SheetShape } from '../document/document-model.js';
import { mm, type Pen } from './pen.js';

const BLACK = '#000000';

/** Draws a free sheet, shape by shape. */
export function drawSheet(pen: Pen, content: SheetDocument): void {
  pen.pdf.addPage({ size: 'A4', layout: content.across ? 'landscape' : 'portrait', margin: 0 });
  for (const shape of content.shapes) drawShape(pen, shape);
}

function drawShape(pen: Pen, shape: SheetShape): void {
  const { pdf } = pen;
  if (shape.kind === 'text') {
    drawText(pen, shape);
    return;
  }
  pdf.lineWidth(shape.width ?? 0.8);
  const color = shape.color ?? BLACK;
  if (shape.kind === 'line') {
    shape.points.forEach(([x, y], index) => (index === 0 ? pdf.moveTo(mm(x), mm(y)) : pdf.lineTo(mm(x), mm(y))));
    if (shape.dashed === true) pdf.dash(4, { space: 3 });
    pdf.stroke(color);
    if (shape.dashed === true) pdf.undash();
  } else if (shape.kind === 'rect') {
    pdf.rect(mm(shape.at[0]), mm(shape.at[1]), mm(shape.size[0]), mm(shape.size[1]));
    if (shape.fill === undefined) pdf.stroke(color);
    else pdf.fillAndStroke(shape.fill, color);
  } else pdf.circle(mm(shape.at[0]), mm(shape.at[1]), mm(shape.radius)).stroke(color);
}

function drawText(pen: Pen, shape: Extract<SheetShape, { kind: 'text' }>): void {
  const [x, y] = [mm(shape.at[0]), mm(shape.at[1])];
  const style = { font: shape.bold === true ? ('bold' as const) : ('body' as const), size: shape.size, color: shape.color ?? BLACK };
  if (shape.align === undefined || shape.align === 'left') pen.text(shape.text, x, y, style);
  else pen.textAt(shape.align, shape.text, x, y, style);
}
