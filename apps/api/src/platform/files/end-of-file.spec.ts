import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { samplePdf } from '@onewindow/contracts';
import { ProblemException } from '../http/problems.js';
import { ContentWitness } from './content-witness.js';
import type { MaterialMediaType } from './media-type.js';

const TINY_PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==', 'base64');
/** A preview with an end of its own before the frame, and the picture's data. */
const JPEG_HEAD = Buffer.from('ffd8ffe10008ffd8ffd90000ffc000110800100010030111', 'hex');
const JPEG = Buffer.concat([JPEG_HEAD, Buffer.alloc(4000, 0x2a), Buffer.from('ffd9', 'hex')]);
const WEBP = Buffer.alloc(4000);
WEBP.write('RIFF', 0, 'latin1');
WEBP.writeUInt32LE(WEBP.length - 8, 4);
WEBP.write('WEBPVP8X', 8, 'latin1');
const PDF = Buffer.from(samplePdf(4000));

/** What is said of a file that comes in chunks of this size. */
async function verdict(bytes: Buffer, mediaType: MaterialMediaType, chunk = 1000): Promise<string> {
  const witness = new ContentWitness(mediaType);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, at) => bytes.subarray(at * chunk, (at + 1) * chunk));
  let passed = 0;
  for await (const { length } of witness.watch(Readable.from(chunks))) passed += length;
  expect(passed).toBe(bytes.length);
  try {
    witness.requireFit();
    return 'fit';
  } catch (error) {
    return error instanceof ProblemException ? error.code : String(error);
  }
}

const FILES = [
  ['image/png', TINY_PNG],
  ['image/jpeg', JPEG],
  ['image/webp', WEBP],
  ['application/pdf', PDF],
] as const;

describe('a file of which the end is missing', () => {
  it.each(FILES)('%s is refused, and taken in when it is whole, however it comes', async (mediaType, bytes) => {
    for (const chunk of [1, 7, 1000, 100_000]) {
      expect(await verdict(bytes, mediaType, chunk)).toBe('fit');
      expect(await verdict(bytes.subarray(0, -12), mediaType, chunk)).toBe('upload.file-cut-off');
    }
  });

  it('may have more behind its end, as cameras append it', async () => {
    const more = Buffer.alloc(2_000_000, 7);
    for (const [mediaType, bytes] of FILES) expect(await verdict(Buffer.concat([bytes, more]), mediaType, 65_536)).toBe('fit');
  });

  it('is told by the length of a PDF made for the web, whose first part has an end of its own', async () => {
    const linear = (declared: number) =>
      Buffer.from(
        `%PDF-1.7\n1 0 obj<</Linearized 1/L ${declared}/O 3>>endobj\nstartxref\n0\n%%EOF\n2 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n`,
      );
    const whole = linear(100);
    expect(await verdict(whole, 'application/pdf')).toBe('fit');
    expect(await verdict(linear(9000), 'application/pdf')).toBe('upload.file-cut-off');
    expect(await verdict(whole.subarray(0, whole.lastIndexOf('%%EOF')), 'application/pdf')).toBe('upload.file-cut-off');
  });
});
