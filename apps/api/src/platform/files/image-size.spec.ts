import { describe, expect, it } from '@jest/globals';
import { pixelSizeOf } from './image-size.js';

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** A JPEG's head: a thumbnail's segment before the frame. */
function jpeg(width: number, height: number, before = 300): Buffer {
  const segment = Buffer.alloc(2 + before);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(before, 2);
  const frame = Buffer.from('ffc0001108', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  return Buffer.concat([Buffer.from('ffd8', 'hex'), segment, frame, size, Buffer.alloc(10)]);
}

function webp(format: 'VP8X' | 'VP8L' | 'VP8 ', fill: (head: Buffer) => void): Buffer {
  const head = Buffer.alloc(40);
  head.write(`RIFF....WEBP${format}`, 'latin1');
  fill(head);
  return head;
}

describe('the size that a picture declares', () => {
  it('is read from the head, without decoding', () => {
    expect(pixelSizeOf(png(2480, 3508), 'image/png')).toEqual({ width: 2480, height: 3508, at: 12 });
    expect(pixelSizeOf(png(0xffffffff, 0xffffffff), 'image/png')).toEqual({ width: 0xffffffff, height: 0xffffffff, at: 12 });
    expect(pixelSizeOf(jpeg(4000, 3000), 'image/jpeg')).toEqual({ width: 4000, height: 3000, at: 304 });
    const extended = webp('VP8X', (head) => {
      head.writeUIntLE(799, 24, 3);
      head.writeUIntLE(599, 27, 3);
    });
    expect(pixelSizeOf(extended, 'image/webp')).toEqual({ width: 800, height: 600, at: 12 });
    expect(
      pixelSizeOf(
        webp('VP8L', (head) => head.writeUInt32LE(799 | (599 << 14), 21)),
        'image/webp',
      ),
    ).toEqual({ width: 800, height: 600, at: 12 });
    const lossy = webp('VP8 ', (head) => {
      head.writeUInt16LE(800, 26);
      head.writeUInt16LE(600, 28);
    });
    expect(pixelSizeOf(lossy, 'image/webp')).toEqual({ width: 800, height: 600, at: 12 });
  });

  it('is unknown where the head ends first or is no such picture', () => {
    expect(pixelSizeOf(Buffer.from('ffd8ffe1', 'hex'), 'image/jpeg')).toBeNull();
    expect(pixelSizeOf(jpeg(1, 1).subarray(0, 200), 'image/jpeg')).toBeNull();
    expect(pixelSizeOf(Buffer.alloc(10), 'image/png')).toBeNull();
    expect(pixelSizeOf(Buffer.alloc(40), 'image/webp')).toBeNull();
  });
});
