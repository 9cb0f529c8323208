import type { CaseMaterial, ReusableMaterial } from '@onewindow/contracts';
import { describe, expect, it } from '@jest/globals';
import { libraryFacts, offerFacts, reuseAllPlan, reuseOfRow, stateOfOffer } from './reuse-words.js';

const offer = (more: Partial<ReusableMaterial> = {}): ReusableMaterial => ({
  ...{ source: 'library', id: 'e1', name: '卫生管理制度', holderName: null, version: 1, trustLevel: 'B', issuer: null, issuedOn: null },
  ...{ validThrough: null, addedOn: '2026-03-11', sourceCaseNo: null, rule: 'watermarked', reason: null, fits: ['rules'], files: [] },
  ...more,
});
const material = (more: Partial<CaseMaterial> = {}): CaseMaterial => ({
  ...{ code: 'rules', name: '卫生管理制度', required: true, isKey: false, verdict: 'missing', defect: null, trustLevel: null },
  ...{ receivedAt: null, files: [] },
  ...more,
});
const file = { id: 'f1', name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) };

describe('an offer of the library', () => {
  it('is free, used, taken, expired or not asked for', () => {
    const materials = [material({ code: 'application' }), material()];
    expect(stateOfOffer(offer(), materials, {})).toEqual({ kind: 'free', code: 'rules', number: 2 });
    const reuse = { entryId: 'e1', version: 1, watermark: '' };
    expect(stateOfOffer(offer(), [material({ verdict: 'reused', reuse })], {})).toEqual({ kind: 'used', code: 'rules', number: 1 });
    expect(stateOfOffer(offer(), [material({ verdict: 'qualified', files: [file] })], {})).toEqual({ kind: 'taken', number: 1 });
    expect(stateOfOffer(offer(), [material({ verdict: 'deferred', files: [] })], {})).toMatchObject({ kind: 'free', number: 1 });
    expect(stateOfOffer(offer({ rule: 'expired' }), materials, {})).toEqual({ kind: 'expired' });
    expect(stateOfOffer(offer({ fits: [] }), materials, {})).toEqual({ kind: 'unasked' });
  });

  it('knows the material for which a licence stands, after a reload by its bytes', () => {
    const licence = offer({ source: 'licence', id: 'l1', files: [file] });
    const used = [material({ verdict: 'reused', reuse: { entryId: 'other', version: 1, watermark: '' }, files: [file] })];
    expect(stateOfOffer(licence, used, {})).toMatchObject({ kind: 'used' });
    expect(stateOfOffer({ ...licence, files: [] }, used, { rules: 'l1' })).toMatchObject({ kind: 'used' });
  });

  it('says where it comes from and until when it holds', () => {
    const facts = (more: Partial<ReusableMaterial>) => offerFacts(offer(more), '2026-10-29');
    expect(facts({ trustLevel: 'A', issuer: '公安机关', validThrough: '2036-03-18' })).toBe('公安机关签发，有效至 2036-03-18');
    expect(facts({})).toBe('03-11 窗口核对原件');
    expect(facts({ trustLevel: 'C', addedOn: '2025-03-04', version: 2 })).toBe('第 2 版，2025-03-04 上传，须核对原件');
    expect(facts({ trustLevel: 'D' })).toBe('03-11 自填，须申请人承诺');
    expect(facts({ rule: 'expired', validThrough: '2025-09-30' })).toBe('2025-09-30 到期');
  });
});

describe('the row of a material', () => {
  it('offers the best, or says why there is none', () => {
    expect(reuseOfRow(material(), [offer()])).toMatchObject({ label: '复用', offer: { id: 'e1' } });
    expect(reuseOfRow(material({ files: [file] }), [offer()])).toMatchObject({ label: '复用：先删去文件', offer: null });
    expect(reuseOfRow(material(), [])).toMatchObject({ label: '复用：库里没有', offer: null, note: null });
    const old = offer({ rule: 'expired', validThrough: '2025-09-30' });
    expect(reuseOfRow(material(), [old])).toMatchObject({ label: '复用：库存已过期', note: '库存 2025-09-30 过期' });
    expect(reuseOfRow(material({ verdict: 'reused' }), [offer()])).toMatchObject({ pressed: true });
  });

  it('names the level', () => {
    expect(libraryFacts(material({ trustLevel: 'A' }))).toBe('A 级·电子证照');
    expect(libraryFacts(material({ trustLevel: 'B', reuse: { entryId: 'e', version: 3, watermark: '' } }))).toBe('B 级·加水印·第 3 版');
  });
});

describe('全部复用', () => {
  it('takes what needs no assurance, each material once', () => {
    const offers = [
      offer({ id: 'a', rule: 'direct', trustLevel: 'A' }),
      offer({ id: 'b' }),
      offer({ id: 'c', rule: 'checkOriginal', fits: ['plan'] }),
      offer({ id: 'd', fits: ['report'] }),
    ];
    const materials = [material(), material({ code: 'plan' }), material({ code: 'report', files: [file], verdict: 'unchecked' })];
    expect(reuseAllPlan(offers, materials).map(({ code, offer: { id } }) => [code, id])).toEqual([['rules', 'a']]);
  });
});
