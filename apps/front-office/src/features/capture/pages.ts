/** Part of a picture, in shares of its width and height, before it is turned. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page as it was taken, with what the clerk did to it. */
export interface CapturedPage {
  id: string;
  /** The picture as it came from the camera. */
  source: Blob;
  rotation: 0 | 90 | 180 | 270;
  crop: Crop | null;
  /** As it will be in the document. */
  shown: Blob;
}

/** The pages with one of them moved by some places; at the ends it stays. */
export function moved<T extends { id: string }>(pages: readonly T[], id: string, by: number): T[] {
  const from = pages.findIndex((page) => page.id === id);
  const to = Math.max(0, Math.min(pages.length - 1, from + by));
  const page = pages[from];
  if (page === undefined) return [...pages];
  const others = pages.filter((one) => one !== page);
  return [...others.slice(0, to), page, ...others.slice(to)];
}

/** Brightness is compared on a picture of this width: enough to find a sheet. */
export const LOOK_WIDTH = 160;
/** How much brighter or darker than the table a point of the paper is, of 255. */
const DIFFERENCE = 40;
/** A sheet fills that share of a row or column at least; dust doesn't. */
const SHARE = 0.25;

/**
 * Finds the sheet on the table: rows and columns whose brightness differs from the picture's corners.
 * @param grey one byte of brightness for each point, row by row
 * @returns null when nothing stands out, or when the sheet fills the picture
 */
export function sheetOf(grey: Uint8ClampedArray, width: number, height: number): Crop | null {
  const at = (x: number, y: number) => grey[y * width + x] ?? 0;
  const corners = [at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)].sort((a, b) => a - b);
  const table = ((corners[1] ?? 0) + (corners[2] ?? 0)) / 2;
  const differs = (x: number, y: number) => Math.abs(at(x, y) - table) > DIFFERENCE;
  const columns = Array.from({ length: width }, (_, x) => count(height, (y) => differs(x, y)) > height * SHARE);
  const rows = Array.from({ length: height }, (_, y) => count(width, (x) => differs(x, y)) > width * SHARE);
  const [left, right, top, bottom] = [columns.indexOf(true), columns.lastIndexOf(true), rows.indexOf(true), rows.lastIndexOf(true)];
  if (left < 0 || top < 0) return null;
  const crop = { x: left / width, y: top / height, width: (right - left + 1) / width, height: (bottom - top + 1) / height };
  const isWhole = crop.width > 0.97 && crop.height > 0.97;
  return isWhole || crop.width < 0.1 || crop.height < 0.1 ? null : crop;
}

function count(length: number, holds: (at: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < length; at += 1) if (holds(at)) found += 1;
  return found;
}

/** The crop that a drag over the shown page means, in shares of the shown page; too small a drag means none. */
export function dragCrop(from: { x: number; y: number }, to: { x: number; y: number }): Crop | null {
  const clamp = (n: number) => Math.max(0, Math.min(1, n));
  const [x1, x2] = [clamp(Math.min(from.x, to.x)), clamp(Math.max(from.x, to.x))];
  const [y1, y2] = [clamp(Math.min(from.y, to.y)), clamp(Math.max(from.y, to.y))];
  return x2 - x1 < 0.05 || y2 - y1 < 0.05 ? null : { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}

/**
 * A crop of the page as it is shown, told in shares of the picture as it was taken: through the turn, and within an earlier crop.
 */
export function sourceCrop(shown: Crop, rotation: CapturedPage['rotation'], within: Crop | null): Crop {
  const { x, y, width, height } = shown;
  const unturned = {
    0: { x, y, width, height },
    90: { x: y, y: 1 - x - width, width: height, height: width },
    180: { x: 1 - x - width, y: 1 - y - height, width, height },
    270: { x: 1 - y - height, y: x, width: height, height: width },
  }[rotation];
  const outer = within ?? { x: 0, y: 0, width: 1, height: 1 };
  return {
    x: outer.x + unturned.x * outer.width,
    y: outer.y + unturned.y * outer.height,
    width: unturned.width * outer.width,
    height: unturned.height * outer.height,
  };
}
