import { paperDate } from '@onewindow/domain';
import type { StoredNoticeContent } from '../../notice-content.js';
import type { Paragraph } from '../document-model.js';
import { appeal, application, caseNoFact, contact, LAW, type NoticeWords, PROGRESS, you } from './phrases.js';

/** 不予受理通知书: reason and ways of appeal (R2.6). */
export const decline: NoticeWords = {
  opening: (c) => [
    [...application(c), c.permit ? `，经审查，依据${LAW}第三十二条第一款的规定，决定不予受理。` : '，经审查，决定不予受理。'],
    [{ bold: '理由：' }, c.reason ?? ''],
  ],
  facts: (c) => [caseNoFact(c)],
  table: () => null,
  closing: (c) => [appeal(c), [contact(c)]],
};

/** 准予撤回申请通知书 */
export const withdrawal: NoticeWords = {
  opening: (c) => [
    [...application(c), `，现根据${you(c)}的书面申请，准予撤回，办理到此终止。已交的材料原件随本通知书退还。`],
    [{ bold: '撤回原因：' }, c.reason ?? ''],
  ],
  facts: (c) => [caseNoFact(c)],
  table: () => null,
  closing: (c) => [['撤回后仍需办理的，可以重新提出申请。', contact(c)]],
};

/** 准予许可决定书, 不予许可决定书 */
export const decision: NoticeWords = {
  opening: (c) => (c.decision === 'deny' ? denial(c) : grant(c)),
  facts: (c) => [
    caseNoFact(c),
    ...(c.decision === 'grant' ? [['领取方式', c.delivery] as const] : []),
    ['决定日期', paperDate(c.decidedOn ?? c.issuedOn)],
  ],
  table: () => null,
  closing: (c) => [...(c.decision === 'deny' ? [appeal(c)] : []), [PROGRESS, contact(c)]],
};

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
