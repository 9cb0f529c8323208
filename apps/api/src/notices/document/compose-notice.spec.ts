import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS } from '@onewindow/contracts';
import type { StoredNoticeContent } from '../notice-content.js';
import type { IssuedKind } from '../notice-kinds.js';
import { noticeMark, noticeTitle } from '../notice-kinds.js';
import { composeNotice } from './compose-notice.js';
import type { Inline, Paragraph } from './document-model.js';

const CONTENT: StoredNoticeContent = {
  applicantName: '临江悦泉沐浴有限公司',
  applicantKind: 'legal',
  item: '公共场所卫生许可（新办）',
  permit: true,
  caseNo: '440199202610290003187',
  progressToken: 'Zm9vYmFyYmF6cXV4MTIzNDU2',
  receivedOn: '2026-10-29',
  issuedOn: '2026-10-29',
  officer: '林晓雯',
  acceptedOn: '2026-10-29',
  statutory: { limit: 20, due: '2026-11-26', provisional: false },
  promised: { limit: 5, due: '2026-11-05', provisional: false },
  excluded: ['检测', '专家评审'],
  delivery: '区内任一政务服务大厅领取',
  feeCents: 0,
  materials: [{ name: '公共场所卫生许可申请表', form: '原件', copies: 1 }],
  gaps: [{ name: '卫生检测报告', reason: '未交。六个月内出具' }],
  words: null,
  reason: '不属于本机关职权',
  decision: null,
  decidedOn: null,
  resultName: '卫生许可证',
  office: {
    department: '临江区卫生健康局',
    departmentPhone: '020-5550 7122',
    region: '临江区',
    hall: '区政务服务大厅',
    hallPhone: '020-5550 6120',
    counter: '3 号综合窗口',
  },
};

const flat = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map((paragraph) => paragraph.map((part: Inline) => (typeof part === 'string' ? part : part.bold)).join('')).join('\n');

function compose(kind: IssuedKind, more: Partial<StoredNoticeContent> = {}) {
  const content = { ...CONTENT, ...more };
  const head = { kind, permit: content.permit, denied: content.decision === 'deny' };
  const stored = {
    kind,
    title: noticeTitle(head),
    number: `临卫${noticeMark(head)}〔2026〕1183 号`,
    issuedAt: new Date('2026-10-29T02:58:00Z'),
    content,
  };
  const document = composeNotice(stored, 'https://hall.example');
  return { document, opening: flat(document.opening), closing: flat(document.closing) };
}

describe('the words of a notice (R2.6)', () => {
  it('accepts as the mockup does', () => {
    const { document, opening, closing } = compose('acceptance');
    expect(document).toMatchObject({
      title: '行政许可申请受理通知书',
      number: '临卫许受〔2026〕1183 号',
      addressee: '临江悦泉沐浴有限公司：',
    });
    expect(opening).toBe(
      '你单位于 2026 年 10 月 29 日提出的公共场所卫生许可（新办）申请，经审查，符合《中华人民共和国行政许可法》第三十二条第一款第五项的规定，决定自 2026 年 10 月 29 日起予以受理。',
    );
    expect(document.facts).toEqual([
      ['统一受理编号', '440199 20261029 000318 7'],
      ['法定期限', '20 个工作日，至 2026 年 11 月 26 日'],
      ['承诺期限', '5 个工作日，至 2026 年 11 月 5 日'],
      ['不计入期限', '检测、专家评审所需时间，另行书面告知（许可法第四十五条）'],
      ['领取方式', '区内任一政务服务大厅领取'],
    ]);
    expect(closing).toContain('联系窗口：区政务服务大厅 3 号综合窗口，电话 020-5550 6120。');
    expect(document.qr?.url).toBe('https://hall.example/front/progress/Zm9vYmFyYmF6cXV4MTIzNDU2');
    expect(document.officer).toBe('林晓雯');
  });

  it('says that silence accepted, and that a date is provisional (R1.2, R2.4)', () => {
    const { document, opening } = compose('acceptance', { officer: null, promised: { limit: 30, due: '2027-01-08', provisional: true } });
    expect(opening).toContain('逾期未告知补正内容，依法自 2026 年 10 月 29 日收件之日起即为受理');
    expect(document.facts).toContainEqual(['承诺期限', '30 个工作日，至 2027 年 1 月 8 日（暂定，次年放假安排公布后重新计算）']);
    expect(document.officer).toBeNull();
  });

  it('speaks to a person as 你 and quotes no permit law for what is no permit', () => {
    const { document, opening } = compose('acceptance', { applicantKind: 'natural', applicantName: '王小明', permit: false });
    expect(opening).toMatch(/^你于 /);
    expect(opening).not.toContain('许可法');
    expect(document).toMatchObject({ title: '申请受理通知书', seal: { words: '政务服务专用章' } });
  });

  it('tells everything that is missing at once, with the clerk’s own words (R2.3)', () => {
    const { document, opening } = compose('supplement', { words: '图纸请标明比例。' });
    expect(opening).toContain('一次性告知需要补正的全部内容');
    expect(opening).toContain('图纸请标明比例。');
    expect(document.table?.rows).toEqual([['1', '卫生检测报告', '未交。六个月内出具']]);
  });

  it.each(['decline', 'decision', 'termination'] as const)('a refusal (%s) states its reason and the ways of appeal', (kind) => {
    const { opening, closing } = compose(kind, kind === 'decision' ? { decision: 'deny', decidedOn: '2026-11-03' } : {});
    expect(opening).toContain('理由：不属于本机关职权');
    expect(closing).toContain('六十日内向临江区人民政府申请行政复议');
    expect(closing).toContain('六个月内依法向有管辖权的人民法院提起行政诉讼');
  });

  it('grants with the delivery of the result (art 44)', () => {
    const { document, opening, closing } = compose('decision', { decision: 'grant', decidedOn: '2026-11-03', reason: null });
    expect(document.title).toBe('准予行政许可决定书');
    expect(opening).toContain('卫生许可证自本决定作出之日起十个工作日内送达');
    expect(closing).not.toContain('行政复议');
  });

  it('confirms receipt without accepting, and withdrawal with the papers returned', () => {
    expect(compose('receipt').opening).toContain('收件不等于受理');
    expect(compose('receipt').document.facts).toContainEqual(['收件日期', '2026 年 10 月 29 日']);
    expect(compose('withdrawal').opening).toContain('准予撤回');
  });
});

describe('the kinds around an acceptance', () => {
  const deferred = [{ name: '集中空调检测报告', dueOn: '2026-11-05' }];

  it('accept with materials to follow, each with its day (R4.3)', () => {
    const { document, opening, closing } = compose('deferral', { deferred });
    expect(document.title).toBe('行政许可申请容缺受理通知书');
    expect(opening).toContain('容缺受理');
    expect(document.table?.rows).toEqual([['1', '集中空调检测报告', '2026 年 11 月 5 日']]);
    expect(closing).toContain('不发放办理结果');
  });

  it('say where it is brought: to any hall where the item is taken everywhere, before the acceptance to the receiving one (通办)', () => {
    expect(compose('deferral', { deferred, anyHall: true }).opening).toContain('补交到区内任一政务服务大厅的窗口');
    expect(compose('deferral', { deferred }).opening).toContain('补交到受理大厅的任一窗口');
    const asked = { reviewDay: '2026-11-12', anyHall: true };
    expect(compose('supplement', asked).closing).toContain('到区内任一政务服务大厅的窗口');
    expect(compose('supplement', { anyHall: true }).closing).toContain('到受理大厅的任一窗口');
  });

  it('let the applicant promise, sign, and no agency seal', () => {
    const commitments = [{ name: '无污染证明', words: '场所周围 25 米内无污染源。' }];
    const { document, opening } = compose('commitment', { deferred, commitments });
    expect(opening).toContain('本单位申请办理公共场所卫生许可（新办）');
    expect(document).toMatchObject({ addressee: '临江区卫生健康局：', signature: '承诺人（签名或盖章）：' });
    expect(document.table?.rows).toEqual([
      ['1', '集中空调检测报告', '2026 年 11 月 5 日前补交'],
      ['2', '无污染证明', '场所周围 25 米内无污染源。'],
    ]);
  });

  it('confirm the papers of a supplement, and hand paper on under a code to scan', () => {
    expect(compose('takeIn', { acceptedOn: null }).opening).toContain('以最后一份材料补齐之日为受理之日');
    const { document } = compose('paperTransfer');
    expect(document).toMatchObject({ addressee: null, foot: 'transfer', qr: { url: CONTENT.caseNo } });
  });
});

it('R3.3 a receipt for corrections during review says nothing of an acceptance that is past', () => {
  const { opening } = compose('takeIn');
  expect(opening).toContain('审查中补正的材料已收到；未收齐的，余下内容仍按补正告知书补交。');
  expect(opening).not.toContain('受理');
});

describe('the notices of the clock', () => {
  const procedure = {
    name: '检测',
    isPublicNotice: false,
    basis: '《公共场所卫生管理条例实施细则》第二十三条',
    reason: '水质须由检测机构复检',
    days: '7 个工作日',
    from: '2026-03-10',
    through: '2026-03-18',
  };
  const statutory = { limit: 20, due: '2026-04-09', provisional: false };

  it('tell what stops it, on which law, for how long, and where the dates are now (R3.1)', () => {
    const { document, opening, closing } = compose('specialProcedure', { procedure, statutory });
    expect(document).toMatchObject({ title: '行政许可特别程序告知书', number: '临卫许特〔2026〕1183 号' });
    expect(opening).toContain('办理中需要进行检测。依据《中华人民共和国行政许可法》第四十五条的规定，所需时间不计入办理期限');
    expect(opening).toContain('原因：水质须由检测机构复检');
    expect(document.facts).toContainEqual(['所需时间', '7 个工作日']);
    expect(document.facts).toContainEqual(['不计时的日期', '2026 年 3 月 10 日至 2026 年 3 月 18 日']);
    expect(document.facts).toContainEqual(['法定期限', '顺延至 2026 年 4 月 9 日']);
    expect(closing).not.toContain('异议');
    const notice = compose('specialProcedure', { procedure: { ...procedure, name: '公示', isPublicNotice: true } });
    const guessed = { ...procedure, from: '2026-12-29', through: '2027-01-06', provisional: true };
    expect(compose('specialProcedure', { procedure: guessed }).document.facts).toContainEqual([
      '不计时的日期',
      '2026 年 12 月 29 日至 2027 年 1 月 6 日（暂定，次年放假安排公布后重新计算）',
    ]);
    expect(notice.opening).not.toContain('第四十五条');
    expect(notice.closing).toContain('利害关系人可以书面向临江区卫生健康局提出异议');
  });

  it('tell an extension with its reasons and who authorised it (R1.6)', () => {
    const extension = { days: 10, total: 10, reason: '需要外地核查', document: '临卫办〔2026〕12 号' };
    const { document, opening } = compose('extension', { extension, statutory: { ...statutory, due: '2026-04-14' } });
    expect(document.title).toBe('行政许可延长期限通知书');
    expect(opening).toContain('第四十二条第一款的规定，经本机关负责人批准，决定延长 10 个工作日。');
    expect(opening).toContain('理由：需要外地核查');
    expect(document.facts).toContainEqual(['批准文件', '临卫办〔2026〕12 号']);
    expect(document.facts).toContainEqual(['法定期限', '20 个工作日，延长 10 个工作日，至 2026 年 4 月 14 日']);
  });
});

describe('the series', () => {
  it('differ by kind, by permit and by denial, so that no two share a number', () => {
    // The slip that goes with the paper and the outcome of a bundle are one series of the department, permit or not.
    const kinds = NOTICE_KINDS.filter((kind) => kind !== 'paperTransfer' && kind !== 'bundleOutcome');
    const heads = kinds.flatMap((kind) => [true, false].map((permit) => ({ kind, permit, denied: false })));
    const denials = [true, false].map((permit) => ({ kind: 'decision' as const, permit, denied: true }));
    const all = [...heads, ...denials];
    expect(new Set(all.map(noticeMark)).size).toBe(all.length);
    expect(new Set(all.map(noticeTitle)).size).toBe(all.length);
  });
});
