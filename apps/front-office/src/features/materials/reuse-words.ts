import type { CaseMaterial, ReusableMaterial } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';

/** What an offer can do in this case now. */
export type OfferState =
  | { kind: 'used'; code: string; number: number }
  | { kind: 'free'; code: string; number: number }
  | { kind: 'taken'; number: number }
  | { kind: 'expired' }
  | { kind: 'unasked' };

type Known = Pick<CaseMaterial, 'code' | 'verdict' | 'reuse' | 'files'>;

/** Nothing stands for it: it was neither handed in nor judged. */
function isFree(material: Known): boolean {
  return material.verdict === 'missing' && material.files.length === 0;
}

const WITHOUT_PAPER: ReadonlySet<Known['verdict']> = new Set(['missing', 'faulty', 'deferred']);

/** No paper is here: it was not brought, was deferred, or was found wanting. */
function wantsPaper(material: Known): boolean {
  return WITHOUT_PAPER.has(material.verdict) && material.files.length === 0;
}

/** R7: where an offer is used, where it can be used, or why it can't. Numbers are places in the checklist, from 1. */
export function stateOfOffer(offer: ReusableMaterial, materials: readonly Known[], usedBy: Readonly<Record<string, string>>): OfferState {
  const isUsed = (m: Known) =>
    m.verdict === 'reused' &&
    (offer.source === 'library' ? m.reuse?.entryId === offer.id : usedBy[m.code] === offer.id || isLicenceOf(m, offer));
  const used = materials.findIndex(isUsed);
  if (used >= 0) return { kind: 'used', code: materials[used]?.code ?? '', number: used + 1 };
  if (offer.rule === 'expired') return { kind: 'expired' };
  const free = materials.findIndex((m) => offer.fits.includes(m.code) && wantsPaper(m));
  if (free >= 0) return { kind: 'free', code: materials[free]?.code ?? '', number: free + 1 };
  const fit = materials.findIndex((m) => offer.fits.includes(m.code));
  return fit >= 0 ? { kind: 'taken', number: fit + 1 } : { kind: 'unasked' };
}

/** After a reload the entry that stands for a licence is known by its bytes. */
function isLicenceOf(material: Known, offer: ReusableMaterial): boolean {
  const [file] = offer.files;
  return offer.fits.includes(material.code) && file !== undefined && material.files.some((f) => 'sha256' in f && f.sha256 === file.sha256);
}

/** The second line of an offer: 公安签发，有效至 2036-03-18 · 2026-03-11 窗口核对原件 · 2025-03-04 上传，须核对原件. */
export function offerFacts(offer: ReusableMaterial, today: IsoDate): string {
  const version = offer.version > 1 ? `第 ${offer.version} 版，` : '';
  if (offer.rule === 'expired') return offer.validThrough ? `${offer.validThrough} 到期` : (offer.reason ?? '');
  const until = offer.validThrough ? `，有效至 ${offer.validThrough}` : '';
  const on = offer.addedOn ? dateWords(offer.addedOn, today) : '';
  switch (offer.trustLevel) {
    case 'A':
      return `${version}${offer.issuer ?? '政府部门'}签发${until}`;
    case 'B':
      return `${version}${on} 窗口核对原件${until}`;
    case 'C':
      return `${version}${on} 上传，须核对原件${until}`;
    case 'D':
      return `${version}${on} 自填，须申请人承诺${until}`;
  }
}

/** What stands in the row of a reused material: A 级·电子证照, B 级·加水印. */
export function libraryFacts(material: CaseMaterial): string {
  const level = material.trustLevel ? `${material.trustLevel} 级` : '复用';
  const version = material.reuse && material.reuse.version > 1 ? `·第 ${material.reuse.version} 版` : '';
  return material.trustLevel === 'A' ? `${level}·电子证照` : `${level}·加水印${version}`;
}

/** The reuse of one row of the checklist: what its button says and does. */
export interface RowReuse {
  label: string;
  pressed: boolean;
  /** Null where it can't be done; the label says why. */
  offer: ReusableMaterial | null;
  /** What the library has but can't give: 库存 2025-09-30 过期. */
  note: string | null;
}

/** The best offer for a material, and the words of its button. */
export function reuseOfRow(material: CaseMaterial, offers: readonly ReusableMaterial[]): RowReuse {
  if (material.verdict === 'reused') return { label: '复用', pressed: true, offer: null, note: null };
  const fitting = offers.filter((offer) => offer.fits.includes(material.code));
  const usable = fitting.find((offer) => offer.rule !== 'expired') ?? null;
  const expired = fitting.find((offer) => offer.rule === 'expired');
  const note = usable === null && expired ? `库存 ${expired.validThrough ?? ''} 过期` : null;
  if (usable && material.files.length > 0) return { label: '复用：先删去文件', pressed: false, offer: null, note };
  if (usable) return { label: '复用', pressed: false, offer: usable, note };
  return { label: expired ? '复用：库存已过期' : '复用：库里没有', pressed: false, offer: null, note };
}

/** 全部复用: what needs no assurance and stands for a material that nothing stands for; each material and each offer once. */
export function reuseAllPlan(
  offers: readonly ReusableMaterial[],
  materials: readonly Known[],
): { code: string; offer: ReusableMaterial }[] {
  const plan: { code: string; offer: ReusableMaterial }[] = [];
  for (const offer of offers) {
    if (offer.rule !== 'direct' && offer.rule !== 'watermarked') continue;
    const free = materials.find((m) => offer.fits.includes(m.code) && isFree(m) && plan.every(({ code }) => code !== m.code));
    if (free) plan.push({ code: free.code, offer });
  }
  return plan;
}
