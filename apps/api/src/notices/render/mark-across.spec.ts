import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { samplePdf } from '@onewindow/contracts';
import { markAcross } from './mark-across.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { openTypefaces, type Typefaces } from './typeface.js';

const MARK = { words: '复用·440199202610290003187·2026-11-02', at: '2026-11-02T02:58:00.000Z', across: true };
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==', 'base64');

let faces: Typefaces;
beforeAll(() => {
  faces = openTypefaces('/no/such/folder');
});

describe('a copy of what was used again (R7)', () => {
  it('has the words across every page; the original stays as it is, and the copy is the same every time', async () => {
    const original = new Uint8Array(Buffer.from(samplePdf(900)));
    const before = Buffer.from(original);
    const copy = await markAcross(original, MARK, faces);
    expect(Buffer.compare(before, Buffer.from(original))).toBe(0);
    expect(Buffer.compare(Buffer.from(copy), Buffer.from(await markAcross(original, MARK, faces)))).toBe(0);
    const [had, has] = await Promise.all([PDFDocument.load(original), PDFDocument.load(copy)]);
    expect(has.getPageCount()).toBe(had.getPageCount());
    for (const page of has.getPages()) expect(page.node.Resources()?.toString()).toMatch(/EmbeddedPdfPage/);
  });

  it('makes a page of a picture', async () => {
    const copy = await PDFDocument.load(await markAcross(PIXEL, MARK, faces));
    expect(copy.getPages().map((page) => page.getSize())).toEqual([{ width: 1, height: 1 }]);
  });

  it('refuses words that cannot be printed', async () => {
    await expect(markAcross(PIXEL, { ...MARK, words: '𠮷' }, faces)).rejects.toBeInstanceOf(MissingGlyphs);
  });
});
