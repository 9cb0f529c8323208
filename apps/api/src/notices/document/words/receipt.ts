import { paperDate } from '@onewindow/domain';
import { childFacts } from './bundle-outcome.js';
import { caseNoFact, contact, materialTable, type NoticeWords, PROGRESS, you } from './phrases.js';

/** 收件凭证 */
export const receipt: NoticeWords = {
  opening: (c) => [
    [
      `现收到${you(c)}提交的`,
      { bold: c.item },
      '申请材料（清单见下表）。收件不等于受理：本机关自收件之日起五个工作日内决定是否受理，需要补正的一次性告知；逾期不告知的，自收件之日起即为受理。',
    ],
  ],
  // R10.5: what was taken on paper says so.
  facts: (c) => [
    caseNoFact(c),
    ['收件日期', paperDate(c.receivedOn)],
    ...childFacts(c),
    ...(c.outageNo === undefined ? [] : [['停机补录', `纸质单 ${c.outageNo}`] as const]),
  ],
  table: (c) => materialTable('已收材料', c.materials),
  closing: (c) => [[PROGRESS, contact(c)]],
};
