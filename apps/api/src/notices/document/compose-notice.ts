import { groupCaseNo, paperDate } from '@onewindow/domain';
import type { ListedMaterial, NoticeLimit, StoredNoticeContent } from '../notice-content.js';
import type { IssuedKind } from '../notice-kinds.js';
import type { DocumentTable, Inline, OfficialDocument, Paragraph } from './document-model.js';

/** A stored notice with what its head prints. */
export interface StoredNotice {
  readonly kind: IssuedKind;
  readonly title: string;
  readonly number: string;
  readonly issuedAt: Date;
  readonly content: StoredNoticeContent;
}

const LAW = '《中华人民共和国行政许可法》';

/** 你单位 or 你, as the law's forms address them. */
function you(content: StoredNoticeContent): string {
  return content.applicantKind === 'legal' ? '你单位' : '你';
}

/** 你单位于 2026 年 10 月 29 日提出的公共场所卫生许可（新办）申请 */
function application(content: StoredNoticeContent): Inline[] {
  return [`${you(content)}于 ${paperDate(content.receivedOn)}提出的`, { bold: content.item }, '申请'];
}

const OPENINGS = {
  receipt: (c) => [
    [
      `现收到${you(c)}提交的`,
      { bold: c.item },
      '申请材料（清单见下表）。收件不等于受理：本机关自收件之日起五个工作日内决定是否受理，需要补正的一次性告知；逾期不告知的，自收件之日起即为受理。',
    ],
  ],
  acceptance: (c) => [[...application(c), acceptedWords(c)]],
  supplement: (c) => [
    [
      ...application(c),
      c.permit
        ? `，经审查，申请材料不齐全或者不符合法定形式。依据${LAW}第三十二条第一款第四项的规定，现一次性告知需要补正的全部内容。`
        : '，经审查，申请材料不齐全或者不符合要求，现一次性告知需要补正的全部内容。',
    ],
    ...(c.words === null ? [] : [[c.words]]),
  ],
  decline: (c) => [
    [...application(c), c.permit ? `，经审查，依据${LAW}第三十二条第一款的规定，决定不予受理。` : '，经审查，决定不予受理。'],
    [{ bold: '理由：' }, c.reason ?? ''],
  ],
  withdrawal: (c) => [
    [...application(c), `，现根据${you(c)}的书面申请，准予撤回，办理到此终止。已交的材料原件随本通知书退还。`],
    [{ bold: '撤回原因：' }, c.reason ?? ''],
  ],
  decision: (c) => (c.decision === 'deny' ? denial(c) : grant(c)),
} as const satisfies Record<IssuedKind, (content: StoredNoticeContent) => Paragraph[]>;

function acceptedWords(c: StoredNoticeContent): string {
  const from = paperDate(c.acceptedOn ?? c.issuedOn);
  // R2.4: nobody accepted it; the law did.
  if (c.officer === null) return `，本机关逾期未告知补正内容，依法自 ${from}收件之日起即为受理。`;
  const basis = c.permit ? `，经审查，符合${LAW}第三十二条第一款第五项的规定` : '，经审查，材料齐全、符合要求';
  return `${basis}，决定自 ${from}起予以受理。`;
}

function grant(c: StoredNoticeContent): Paragraph[] {
  const basis = c.permit
    ? `，经审查，符合法定条件、标准。依据${LAW}第三十八条第一款的规定，决定准予行政许可。`
    : '，经审查，符合条件，决定准予办理。';
  const result = `${c.resultName}自本决定作出之日起十个工作日内送达。`;
  return [[...application(c), basis], ...(c.reason ? [[c.reason]] : []), [result]];
}

function denial(c: StoredNoticeContent): Paragraph[] {
  const basis = c.permit
    ? `，经审查，不符合法定条件、标准。依据${LAW}第三十八条第二款的规定，决定不予行政许可。`
    : '，经审查，不符合条件，决定不予办理。';
  return [
    [...application(c), basis],
    [{ bold: '理由：' }, c.reason ?? ''],
  ];
}

/** R2.6: the ways of appeal. */
function appeal({ office }: StoredNoticeContent): Paragraph {
  return [
    `如不服本决定，可以自收到本文书之日起六十日内向${office.region}人民政府申请行政复议，也可以自收到本文书之日起六个月内依法向有管辖权的人民法院提起行政诉讼。`,
  ];
}

function contact({ office }: StoredNoticeContent): string {
  const place = office.counter === null ? office.hall : `${office.hall} ${office.counter}`;
  return `联系窗口：${place}，电话 ${office.hallPhone}。`;
}

const PROGRESS = '办理进度可扫描下方二维码查询，无须登录。';

const CLOSINGS = {
  receipt: (c) => [[PROGRESS, contact(c)]],
  acceptance: (c) => [
    [c.materials.some((one) => one.copies === null) ? `未交的材料逾期未补齐的，不发放办理结果，并记入信用记录。${PROGRESS}` : PROGRESS],
    [`如需撤回申请，可在作出决定前书面提出。${contact(c)}`],
  ],
  supplement: (c) => [
    ['最后一份材料补齐之日为受理之日；补正前不计办理时限。请带本告知书和补正材料到任一受理窗口，报受理编号即可。'],
    [PROGRESS, contact(c)],
  ],
  decline: (c) => [appeal(c), [contact(c)]],
  withdrawal: (c) => [['撤回后仍需办理的，可以重新提出申请。', contact(c)]],
  decision: (c) => [...(c.decision === 'deny' ? [appeal(c)] : []), [PROGRESS, contact(c)]],
} as const satisfies Record<IssuedKind, (content: StoredNoticeContent) => Paragraph[]>;

function limitWords({ limit, due, provisional }: NoticeLimit): string {
  const day = `${limit} 个工作日，至 ${paperDate(due)}`;
  return provisional ? `${day}（暂定，次年放假安排公布后重新计算）` : day;
}

type Fact = readonly [string, string];

function facts(kind: IssuedKind, c: StoredNoticeContent): Fact[] {
  const rows: Fact[] = [['统一受理编号', groupCaseNo(c.caseNo)]];
  if (kind === 'receipt') rows.push(['收件日期', paperDate(c.receivedOn)]);
  if (kind === 'acceptance') {
    if (c.statutory) rows.push(['法定期限', limitWords(c.statutory)]);
    if (c.promised) rows.push(['承诺期限', limitWords(c.promised)]);
    if (c.excluded.length > 0)
      rows.push(['不计入期限', `${c.excluded.join('、')}所需时间，另行书面告知${c.permit ? '（许可法第四十五条）' : ''}`]);
    if (c.feeCents > 0) rows.push(['收费', `${(c.feeCents / 100).toFixed(2)} 元，凭缴款书缴纳`]);
  }
  if (kind === 'acceptance' || (kind === 'decision' && c.decision === 'grant')) rows.push(['领取方式', c.delivery]);
  if (kind === 'decision') rows.push(['决定日期', paperDate(c.decidedOn ?? c.issuedOn)]);
  return rows;
}

function table(kind: IssuedKind, c: StoredNoticeContent): DocumentTable | null {
  if (kind === 'supplement') {
    return {
      columns: [
        { title: '序', width: 11.6, align: 'center' },
        { title: '需要补正的材料', width: 62, align: 'left' },
        { title: '补正内容', align: 'left' },
      ],
      rows: c.gaps.map((gap, index) => [String(index + 1), gap.name, gap.reason]),
    };
  }
  if (c.materials.length === 0) return null;
  return {
    columns: [
      { title: '序', width: 11.6, align: 'center' },
      { title: '已收材料', align: 'left' },
      { title: '形式', width: 25.5, align: 'center' },
      { title: '份数', width: 14.3, align: 'center' },
    ],
    rows: c.materials.map((material, index) => [String(index + 1), material.name, material.form, copies(material)]),
  };
}

function copies({ copies: count }: ListedMaterial): string {
  return count === null ? '—' : String(count);
}

/** Chooses the words of a notice from its stored facts (R2.6). `publicUrl` is where its QR code leads (R10.3). */
export function composeNotice(notice: StoredNotice, publicUrl: string): OfficialDocument {
  const { kind, content } = notice;
  return {
    style: 'official',
    agency: content.office.department,
    title: notice.title,
    number: notice.number,
    addressee: `${content.applicantName}：`,
    opening: OPENINGS[kind](content),
    facts: facts(kind, content),
    table: table(kind, content),
    closing: CLOSINGS[kind](content),
    qr: { url: `${publicUrl}/front/progress/${content.progressToken}`, caption: '扫码查进度' },
    seal: {
      words: content.permit ? '行政许可专用章' : '政务服务专用章',
      agency: content.office.department,
      day: paperDate(content.issuedOn),
    },
    officer: content.officer,
    copies: '一式两份，申请人、受理机关各存一份',
    issuedAt: notice.issuedAt.toISOString(),
  };
}
