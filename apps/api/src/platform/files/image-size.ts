import { errorCode } from '../process/error-code.js';

/** Width and height in pixels, as the header declares them. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
  /** Where in the file it stands: what lies before it, a preview for instance, is not the picture. */
  readonly at: number;
}

/** Reads the declared size from a file's head, without decoding the picture; null when the head does not tell. */
export function pixelSizeOf(head: Buffer, mediaType: 'image/png' | 'image/jpeg' | 'image/webp'): PixelSize | null {
  try {
    return READERS[mediaType](head);
  } catch (error) {
    // The head ended before the size.
    if (['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'].includes(errorCode(error) ?? '')) return null;
    throw error;
  }
}

const READERS = { 'image/png': pngSize, 'image/jpeg': jpegSize, 'image/webp': webpSize } as const;

function pngSize(head: Buffer): PixelSize | null {
  if (head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20), at: 12 };
}

/** Markers of frames: C0 to CF without the tables C4, C8 and CC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(head: Buffer): PixelSize | null {
  let at = 2;
  while (at < head.length) {
    if (head.readUInt8(at) !== 0xff) return null;
    const marker = head.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7), at };
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + head.readUInt16BE(at + 2);
  }
  return null;
}

function webpSize(head: Buffer): PixelSize | null {
  const format = head.toString('latin1', 12, 16);
  if (format === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1, at: 12 };
  if (format === 'VP8L') {
    const bits = head.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, at: 12 };
  }
  if (format === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff, at: 12 };
  return null;
}
