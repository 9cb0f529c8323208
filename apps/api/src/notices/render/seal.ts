import type { SealBlock } from '../document/document-model.js';
import { mm, type Pen, SEAL_RED } from './pen.js';
import { drawPicture } from './picture.js';

/** Diameter of the seal, millimetres. */
export const SEAL_DIAMETER = 42;

/**
 * Agency and date with the seal over both, centred at (x, y), further left where a long name would cross the margin `right`.
 * Without an image of the seal a dashed ring says where it belongs. Sizes in points, diameter in millimetres.
 */
export function drawSeal(
  pen: Pen,
  seal: SealBlock,
  at: { x: number; y: number; right: number },
  size: number,
  diameter = SEAL_DIAMETER,
): void {
  const { y } = at;
  const x = Math.min(at.x, at.right - pen.width(seal.agency, { font: 'body', size }) / 2);
  pen.textAt('center', seal.agency, x, y - size * 0.56, { font: 'body', size });
  pen.textAt('center', seal.day, x, y + size * 0.95, { font: 'body', size });
  const image = seal.image === null ? null : pen.sealImage(seal.image);
  if (image) drawPicture(pen.pdf, image, x, y, mm(diameter));
  else drawPlace(pen, seal.words, { x, y }, mm(diameter / 2), size * 0.68);
}

function drawPlace(pen: Pen, words: string, { x, y }: { x: number; y: number }, radius: number, note: number): void {
  pen.pdf.lineWidth(1.2).dash(4, { space: 3 }).circle(x, y, radius).stroke(SEAL_RED).undash();
  pen.textAt('center', words, x, y - radius * 0.55, { font: 'body', size: note, color: SEAL_RED });
  pen.textAt('center', `印章图像 ${SEAL_DIAMETER} mm`, x, y + radius * 0.48, { font: 'body', size: note, color: SEAL_RED });
}
