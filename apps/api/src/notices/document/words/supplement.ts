import { addCalendarDays, paperDate } from '@onewindow/domain';
import type { StoredNoticeContent } from '../../notice-content.js';
import { application, broughtTo, caseNoFact, contact, LAW, limitWords, type NoticeWords, PROGRESS } from './phrases.js';

/** 补正告知书: everything at once (R2.3); during review it says whether the clock stands still (R3.3). */
export const supplement: NoticeWords = {
  opening: (c) => [
    [
      ...application(c),
      c.reviewDay !== undefined
        ? '已经受理。审查中发现下列内容需要补正，现一次性告知。'
        : c.permit
          ? `，经审查，申请材料不齐全或者不符合法定形式。依据${LAW}第三十二条第一款第四项的规定，现一次性告知需要补正的全部内容。`
          : '，经审查，申请材料不齐全或者不符合要求，现一次性告知需要补正的全部内容。',
    ],
    ...(c.words === null ? [] : c.words.split('\n').map((line) => [line])),
  ],
  facts: (c) => [
    caseNoFact(c),
    ...(c.reviewDay === undefined ? [] : [['补正日期', `${paperDate(c.reviewDay)}以前`] as const]),
    ...(c.reviewDay !== undefined && c.promised ? [['承诺时限', limitWords(c.promised)] as const] : []),
  ],
  table: (c) => ({
    columns: [
      { title: '序', width: 11.6, align: 'center' },
      { title: c.reviewDay === undefined ? '需要补正的材料' : '需要补正的材料、内容', width: 62, align: 'left' },
      { title: '补正内容', align: 'left' },
    ],
    rows: c.gaps.map((gap, index) => [String(index + 1), gap.name, gap.reason]),
  }),
  closing: (c) => [
    [
      c.reviewDay === undefined
        ? '最后一份材料补齐之日为受理之日；补正前不计办理时限。请带本告知书和补正材料到受理大厅的任一窗口，报受理编号即可。'
        : `${pauseWords(c)}请带本告知书和补正材料到${broughtTo(c)}，报受理编号即可。逾期没有补正的，按现有材料作出决定。`,
    ],
    [PROGRESS, contact(c)],
  ],
};

function pauseWords({ pauseBasis, issuedOn }: StoredNoticeContent): string {
  if (pauseBasis === undefined) return '补正期间办理时限照常计算。';
  return `依据${pauseBasis}，自${paperDate(addCalendarDays(issuedOn, 1))}起至补正收齐之日止，补正所需时间不计入办理时限。`;
}
