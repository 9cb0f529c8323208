import { groupCaseNo, type IsoDate, paperDate } from '@onewindow/domain';
import type { ListedMaterial, NoticeLimit, StoredNoticeContent } from '../../notice-content.js';
import type { DocumentTable, Inline, Paragraph } from '../document-model.js';

export const LAW = '《中华人民共和国行政许可法》';
export const PROGRESS = '办理进度可扫描下方二维码查询，无须登录。';

export type Fact = readonly [label: string, value: string];

/** What one kind of notice says, from its stored facts. */
export interface NoticeWords {
  opening(content: StoredNoticeContent): Paragraph[];
  facts(content: StoredNoticeContent): Fact[];
  table(content: StoredNoticeContent): DocumentTable | null;
  closing(content: StoredNoticeContent): Paragraph[];
}

/** 你单位 or 你, as the law's forms address them. */
export function you({ applicantKind }: Pick<StoredNoticeContent, 'applicantKind'>): string {
  return applicantKind === 'legal' ? '你单位' : '你';
}

/** 你单位于 2026 年 10 月 29 日提出的公共场所卫生许可（新办）申请 */
export function application(content: StoredNoticeContent): Inline[] {
  return [`${you(content)}于 ${paperDate(content.receivedOn)}提出的`, { bold: content.item }, '申请'];
}

/** R2.6: the ways of appeal. */
export function appeal({ office }: StoredNoticeContent): Paragraph {
  return [
    `如不服本决定，可以自收到本文书之日起六十日内向${office.region}人民政府申请行政复议，也可以自收到本文书之日起六个月内依法向有管辖权的人民法院提起行政诉讼。`,
  ];
}

export function contact({ office }: Pick<StoredNoticeContent, 'office'>): string {
  const place = office.counter === null ? office.hall : `${office.hall} ${office.counter}`;
  return `联系窗口：${place}，电话 ${office.hallPhone}。`;
}

/** Where papers are brought that follow after the acceptance. */
export function broughtTo({ anyHall = false }: Pick<StoredNoticeContent, 'anyHall'>): string {
  return anyHall ? '区内任一政务服务大厅的窗口' : '受理大厅的任一窗口';
}

export function caseNoFact({ caseNo }: StoredNoticeContent): Fact {
  return ['统一受理编号', caseNo === '' ? '受理时编号' : groupCaseNo(caseNo)];
}

/** 20 个工作日，至 2026 年 11 月 26 日 */
export function limitWords({ limit, due, provisional }: NoticeLimit): string {
  return `${limit} 个工作日，至 ${dayWords(due, provisional)}`;
}

/** 2027 年 1 月 8 日（暂定…）, as long as its year is not out (R1.2). */
export function dayWords(day: IsoDate, provisional: boolean): string {
  return `${paperDate(day)}${provisional ? '（暂定，次年放假安排公布后重新计算）' : ''}`;
}

export function yuan(cents: number): string {
  return `${(cents / 100).toFixed(2)} 元`;
}

/** The list of papers, as every kind prints it. */
export function materialTable(title: string, materials: readonly ListedMaterial[]): DocumentTable | null {
  if (materials.length === 0) return null;
  return {
    columns: [
      { title: '序', width: 11.6, align: 'center' },
      { title, align: 'left' },
      { title: '形式', width: 25.5, align: 'center' },
      { title: '份数', width: 14.3, align: 'center' },
    ],
    rows: materials.map((material, index) => [
      String(index + 1),
      material.name,
      material.form,
      material.copies === null ? '—' : String(material.copies),
    ]),
  };
}
