import type { PixelSize } from './image-size.js';

/** Remembers where the last occurrence of a mark began in bytes that pass by in chunks. */
export class LastMark {
  /** Offset in the file; -1 while there is none. */
  at = -1;
  private passed = 0;
  private carried = Buffer.alloc(0);

  constructor(private readonly mark: Buffer) {}

  see(chunk: Buffer): void {
    // A mark may lie across two chunks.
    const bytes = Buffer.concat([this.carried, chunk]);
    const found = bytes.lastIndexOf(this.mark);
    if (found >= 0) this.at = this.passed - this.carried.length + found;
    this.carried = Buffer.from(bytes.subarray(Math.max(0, bytes.length - this.mark.length + 1)));
    this.passed += chunk.length;
  }
}

/** What ends a picture. A WebP tells its length instead. */
export const PICTURE_ENDS = {
  'image/png': Buffer.from('IEND', 'latin1'),
  'image/jpeg': Buffer.from('ffd9', 'hex'),
} as const;

/**
 * Does a PNG or JPEG end at all? Cameras append more behind the end, and put a preview with an end of its own before the picture.
 * @param end where the last end mark begins
 */
export function isWholePicture({ at }: PixelSize, end: LastMark): boolean {
  return end.at > at;
}

/** Is a WebP as long as it says? */
export function isWholeWebp(head: Buffer, size: number): boolean {
  return head.readUInt32LE(4) + 8 <= size;
}

/**
 * Does a PDF reach its end: the mark behind the last cross-reference, and the length that a file made for the web declares in its first object? A
 * scanner that was still writing leaves one that does not.
 */
export function isWholePdf(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 1024);
  const declared = head.includes('/Linearized') ? Number(/\/L\s+(\d+)/.exec(head)?.[1] ?? 0) : 0;
  const end = bytes.lastIndexOf('%%EOF');
  return bytes.length >= declared && end >= 0 && end > bytes.lastIndexOf('startxref');
}
