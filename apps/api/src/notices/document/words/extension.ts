import type { NoticeLimit, StoredNoticeContent } from '../../notice-content.js';
import { application, caseNoFact, contact, dayWords, type Fact, LAW, type NoticeWords, PROGRESS } from './phrases.js';

/** 延长期限通知书: the reasons of the extension are told to the applicant (R1.6, art 42). */
export const extension: NoticeWords = {
  opening: (c) => [
    [
      ...application(c),
      c.permit
        ? `，不能在法定期限内作出决定。依据${LAW}第四十二条第一款的规定，经本机关负责人批准，决定`
        : '，不能在规定期限内办结。经本机关负责人批准，决定',
      { bold: `延长 ${c.extension?.days ?? 0} 个工作日` },
      '。',
    ],
    [{ bold: '理由：' }, c.extension?.reason ?? ''],
  ],
  facts: (c) => [
    caseNoFact(c),
    ['批准文件', c.extension?.document ?? ''],
    ...extendedFact('法定期限', c.statutory, c),
    ...extendedFact('承诺期限', c.promised, c),
  ],
  table: () => null,
  closing: (c) => [[PROGRESS, contact(c)]],
};

/** 20 个工作日，延长 10 个工作日，至 2026 年 4 月 14 日 */
function extendedFact(label: string, limit: NoticeLimit | null, { extension: granted }: StoredNoticeContent): Fact[] {
  if (limit === null) return [];
  const due = `至 ${dayWords(limit.due, limit.provisional)}`;
  return [[label, `${limit.limit} 个工作日，延长 ${granted?.total ?? 0} 个工作日，${due}`]];
}
