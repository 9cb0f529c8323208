import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LicenceDocument, OfficialDocument } from '../document/document-model.js';
import { MissingGlyphs } from './missing-glyphs.js';
import { renderDocument } from './render-document.js';
import { openTypefaces, type Typefaces } from './typeface.js';

const SEAL = { words: '行政许可专用章', agency: '临江区卫生健康局', day: '2026 年 10 月 29 日' };
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
beforeAll(() => {
  faces = openTypefaces('/no/such/folder');
});

const pagesOf = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

describe('rendering a document', () => {
  it('makes one page under 120 kB, the same bytes each time', async () => {
    const [one, again] = [await renderDocument(NOTICE, faces), await renderDocument(NOTICE, faces)];
    expect(pagesOf(one)).toBe(1);
    expect(one.length).toBeLessThan(120_000);
    expect(Buffer.compare(one, again)).toBe(0);
  });

  it('goes on to further pages, and never leaves the seal alone on one', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [String(index + 1), '第几份材料，名称长短不一，有的要两行才写得下，这样的也有']);
    const table = NOTICE.table === null ? null : { ...NOTICE.table, rows };
    expect(pagesOf(await renderDocument({ ...NOTICE, table }, faces))).toBe(3);
    const words = '如不服本决定，可以依法申请行政复议。';
    for (let count = 8; count < 24; count += 1) {
      const opening = Array.from({ length: count }, () => [words]);
      await expect(renderDocument({ ...NOTICE, opening }, faces)).resolves.toBeInstanceOf(Uint8Array);
    }
  });

  it('draws a licence across', async () => {
    const bytes = Buffer.from(await renderDocument(LICENCE, faces)).toString('latin1');
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
    ];
    for (const place of places) {
      const refused = renderDocument({ ...NOTICE, ...place }, faces);
      await expect(refused).rejects.toBeInstanceOf(MissingGlyphs);
      await expect(refused).rejects.toMatchObject({ characters: ['𠮷'] });
    }
    await expect(renderDocument({ ...LICENCE, rows: [['姓名', '𠮷']] }, faces)).rejects.toBeInstanceOf(MissingGlyphs);
  });
});
