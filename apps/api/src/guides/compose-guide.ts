import { paperDate } from '@onewindow/domain';
import { childFacts, type DocumentTable, type OfficialDocument, type Paragraph } from '../notices/index.js';
import type { GuideContent, GuideMaterial, GuideOffice } from './guide-content.js';

export const GUIDE_TITLE = '一次告知单';

export interface ComposedGuide {
  readonly content: GuideContent;
  readonly office: GuideOffice;
  /** Empty on a preview. */
  readonly number: string;
  /** Null on a preview: nothing can be opened yet. */
  readonly url: string | null;
  readonly issuedAt: Date;
}

type Fact = readonly [string, string];

function limits({ instant, statutoryLimit, promisedLimit }: GuideContent): string {
  if (instant) return '材料齐全的，当场办结';
  const statutory = statutoryLimit === null ? '' : `法定 ${statutoryLimit} 个工作日`;
  const promised = promisedLimit === null ? '' : `承诺 ${promisedLimit} 个工作日`;
  return [promised, statutory].filter(Boolean).join('，') || '按规定时限';
}

function deliveryWords({ delivery, regional }: GuideContent): string {
  const ways = { window: regional ? '区内任一政务服务大厅领取' : '受理大厅领取', post: '邮寄', cabinet: '自助柜领取' };
  return delivery.map((way) => ways[way]).join('，或');
}

function facts({ content, office }: ComposedGuide): Fact[] {
  const { hall, hallAddress, hallPhone, department, departmentPhone } = office;
  return [
    ...(content.situation.length > 0 ? [['办理情形', content.situation.map(([q, a]) => `${q}：${a}`).join('；')] as const] : []),
    ['实施编码', content.code],
    ['办理时限', limits(content)],
    ...childFacts(content),
    ['收费', content.feeCents === 0 ? '不收费' : `${(content.feeCents / 100).toFixed(2)} 元`],
    ['办理结果', `${content.resultName}，${deliveryWords(content)}`],
    ['到哪里办', `${content.regional ? '区内任一政务服务大厅综合窗口。本大厅：' : ''}${hall}，${hallAddress}，电话 ${hallPhone}`],
    ['主管部门', `${department}，电话 ${departmentPhone}`],
    ['依据', content.legalBasis],
  ];
}

function standardWords({ standard, points, papers, askers = [] }: GuideMaterial): string {
  const parts = [
    standard,
    ...(askers.length > 0 ? [`用于：${askers.join('、')}`] : []),
    ...(points.length > 0 ? [`审查：${points.join('；')}`] : []),
    ...(papers.length > 0 ? [papers.join('、')] : []),
  ];
  return parts.map((part) => (/[。；！？]$/.test(part) ? part : `${part}。`)).join('');
}

function table({ materials }: GuideContent): DocumentTable | null {
  if (materials.length === 0) return null;
  return {
    size: 10.5,
    columns: [
      { title: '序', width: 9, align: 'center' },
      { title: '材料', width: 37, align: 'left' },
      { title: '要求', width: 12.5, align: 'center' },
      { title: '形式份数', width: 21, align: 'center' },
      { title: '来源', width: 22, align: 'left' },
      { title: '受理标准和审查要点', align: 'left' },
    ],
    rows: materials.map((material, index) => [
      String(index + 1),
      material.isKey ? `${material.name}（主件）` : material.name,
      material.necessity,
      material.form,
      material.source,
      standardWords(material),
    ]),
  };
}

function closing({ allowsDeferral, allowsCommitment }: GuideContent): Paragraph[] {
  const ways = [
    ...(allowsDeferral ? ['信用等级符合的，部分非主件材料可以容缺后补'] : []),
    ...(allowsCommitment ? ['部分材料可以书面承诺代替'] : []),
  ];
  return [
    ...(ways.length > 0 ? [[`本事项${ways.join('；')}，到窗口说明。`]] : []),
    ['已核发的电子证照、以前交过且仍有效的材料可以复用，不必再交。情形有变的，材料以窗口按新情形列出的为准。本单不是受理凭证。'],
  ];
}

/** The sheet as an official document; for the visitor to take home. */
export function composeGuide(guide: ComposedGuide): OfficialDocument {
  const { content, office, number, url, issuedAt } = guide;
  return {
    style: 'official',
    agency: office.department,
    title: GUIDE_TITLE,
    number,
    addressee: null,
    opening: [['申请办理', { bold: content.item }, '，按下列情形应当准备的全部材料和要求一次告知如下。']],
    facts: facts(guide),
    table: table(content),
    closing: closing(content),
    qr: url === null ? null : { url, caption: '扫码在手机上看' },
    seal: {
      words: '政务服务专用章',
      agency: office.department,
      day: paperDate(content.issuedOn),
      image: office.departmentCode === undefined ? null : { department: office.departmentCode, permit: false },
    },
    officer: content.officer,
    signature: null,
    foot: 'officer',
    copies: '本单交申请人',
    watermark: url === null ? '预览' : null,
    issuedAt: issuedAt.toISOString(),
  };
}
