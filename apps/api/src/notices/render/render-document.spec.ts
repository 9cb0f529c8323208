import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LicenceDocument, OfficialDocument } from '../document/document-model.js';
import { markCopy } from './mark-copy.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { PaperSourceBroken } from './paper-source-broken.js';
import { type PaperSources, renderDocument } from './render-document.js';
import { sealImagesIn } from './seal-images.js';
import { openTypefaces, type Typefaces } from './typeface.js';

const SEAL = { words: '行政许可专用章', agency: '临江区卫生健康局', day: '2026 年 10 月 29 日', image: null };
const NOTICE: OfficialDocument = {
  style: 'official',
  agency: '临江区卫生健康局',
  title: '行政许可申请受理通知书',
  number: '临卫许受〔2026〕1183 号',
  addressee: '临江悦泉沐浴有限公司：',
  opening: [['你单位于 2026 年 10 月 29 日提出的', { bold: '公共场所卫生许可（新办）' }, '申请，决定自 2026 年 10 月 29 日起予以受理。']],
  facts: [['统一受理编号', '440199 20261029 000318 7']],
  table: {
    columns: [
      { title: '序', width: 12, align: 'center' },
      { title: '已收材料', align: 'left' },
    ],
    rows: [['1', '公共场所卫生许可申请表']],
  },
  closing: [['办理进度可扫描下方二维码查询，无须登录。']],
  qr: { url: 'http://localhost:3000/front/progress/Zm9vYmFyYmF6cXV4MTIzNDU2', caption: '扫码查进度' },
  seal: SEAL,
  officer: '林晓雯',
  signature: null,
  foot: 'applicant',
  watermark: null,
  copies: '一式两份，申请人、受理机关各存一份',
  issuedAt: '2026-10-29T02:58:00.000Z',
};
const LICENCE: LicenceDocument = {
  style: 'licence',
  title: '卫生许可证',
  number: '临卫公证字〔2026〕第 0412 号',
  rows: [['单位名称', '临江悦泉沐浴有限公司']],
  seal: SEAL,
  issuedAt: NOTICE.issuedAt,
};

let faces: Typefaces;
let sources: PaperSources;
beforeAll(() => {
  faces = openTypefaces('/no/such/folder');
  sources = { faces, seals: () => null };
});

const pagesOf = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe('rendering a document', () => {
  it('makes one page under 120 kB, the same bytes each time', async () => {
    const [one, again] = [await renderDocument(NOTICE, sources), await renderDocument(NOTICE, sources)];
    expect(pagesOf(one)).toBe(1);
    expect(one.length).toBeLessThan(120_000);
    expect(Buffer.compare(one, again)).toBe(0);
  });

  it('goes on to further pages, and never leaves the seal alone on one', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [String(index + 1), '第几份材料，名称长短不一，有的要两行才写得下，这样的也有']);
    const table = NOTICE.table === null ? null : { ...NOTICE.table, rows };
    expect(pagesOf(await renderDocument({ ...NOTICE, table }, sources))).toBe(3);
    const words = '如不服本决定，可以依法申请行政复议。';
    for (let count = 8; count < 24; count += 1) {
      const opening = Array.from({ length: count }, () => [words]);
      await expect(renderDocument({ ...NOTICE, opening }, sources)).resolves.toBeInstanceOf(Uint8Array);
    }
  });

  it('draws a licence across', async () => {
    const bytes = Buffer.from(await renderDocument(LICENCE, sources)).toString('latin1');
    expect(bytes).toMatch(/MediaBox \[0 0 841\.\d+ 595\.\d+\]/);
  });

  it('names every character that has no glyph, wherever it stands', async () => {
    const places: Partial<OfficialDocument>[] = [
      { addressee: '王𠮷：' },
      { agency: '𠮷局' },
      { opening: [[{ bold: '𠮷' }]] },
      { facts: [['编号', '𠮷']] },
      { officer: '𠮷' },
      { closing: [['一𠮷二']] },
      { signature: '𠮷' },
      { watermark: '𠮷' },
    ];
    for (const place of places) {
      const refused = renderDocument({ ...NOTICE, ...place }, sources);
      await expect(refused).rejects.toBeInstanceOf(MissingGlyphs);
      await expect(refused).rejects.toMatchObject({ characters: ['𠮷'] });
    }
    await expect(renderDocument({ ...LICENCE, rows: [['姓名', '𠮷']] }, sources)).rejects.toBeInstanceOf(MissingGlyphs);
  });
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==';

describe('what an administrator puts in place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-seals-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const sealed = (department: string, permit = true): OfficialDocument => ({ ...NOTICE, seal: { ...SEAL, image: { department, permit } } });

  it('stamps the image of the seal, the one for permits first, and an empty ring without any', async () => {
    writeFileSync(join(folder, 'health.png'), Buffer.from(PIXEL, 'base64'));
    const seals = sealImagesIn(folder);
    expect(seals({ department: 'health', permit: true })).toMatchObject({ name: 'health.png', width: 1, height: 1 });
    expect(seals({ department: '../health', permit: true })).toBeNull();
    expect(seals({ department: 'market', permit: false })).toBeNull();
    expect(seals({ department: 'health', permit: true })).toBe(seals({ department: 'health', permit: false }));
    const stamped = Buffer.from(await renderDocument(sealed('health'), { faces, seals })).toString('latin1');
    expect(stamped).toContain('/Subtype /Image');
    const bare = Buffer.from(await renderDocument(sealed('market'), { faces, seals })).toString('latin1');
    expect(bare).not.toContain('/Subtype /Image');
    writeFileSync(join(folder, 'health-permit.png'), 'no picture');
    expect(() => seals({ department: 'health', permit: true })).toThrow(PaperSourceBroken);
    const bomb = Buffer.from(PIXEL, 'base64');
    bomb.writeUInt32BE(60_000, 16);
    writeFileSync(join(folder, 'bomb.png'), bomb);
    expect(() => seals({ department: 'bomb', permit: false })).toThrow(PaperSourceBroken);
    await expect(renderDocument(sealed('health'), { faces, seals })).rejects.toMatchObject({ source: '印章图像 health-permit.png' });
    await expect(renderDocument(sealed('health', false), { faces, seals })).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses a typeface that is none, by its file', () => {
    writeFileSync(join(folder, 'notice-body.ttf'), 'no typeface');
    expect(() => openTypefaces(folder)).toThrow(PaperSourceBroken);
  });
});

describe('a copy', () => {
  it('carries its mark on every page and leaves the original as it is', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [String(index + 1), '申请表']);
    const original = await renderDocument({ ...NOTICE, table: NOTICE.table && { ...NOTICE.table, rows } }, sources);
    const kept = Buffer.from(original);
    const mark = { words: '补打 第 1 次　2026 年 11 月 21 日 14:03　林晓雯', at: '2026-11-21T06:03:00.000Z' };
    const copy = await markCopy(original, mark, faces);
    expect(Buffer.compare(kept, Buffer.from(original))).toBe(0);
    expect(Buffer.compare(Buffer.from(copy), Buffer.from(await markCopy(original, mark, faces)))).toBe(0);
    expect(copy.length).toBeGreaterThan(original.length);
    await expect(markCopy(original, { ...mark, words: '𠮷' }, faces)).rejects.toBeInstanceOf(MissingGlyphs);
  });
});
