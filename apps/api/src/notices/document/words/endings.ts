import { BUNDLE_CHILD_LABELS, paperDate } from '@onewindow/domain';
import type { StoredNoticeContent } from '../../notice-content.js';
import type { Paragraph } from '../document-model.js';
import { outcomeTable } from './bundle-outcome.js';
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

/** 准予撤回申请通知书; of a 一件事 it says what had been decided before, which is not withdrawn. */
export const withdrawal: NoticeWords = {
  opening: (c) => [
    [
      ...application(c),
      `，现根据${you(c)}的书面申请，准予撤回，${isPartlyDecided(c) ? '没有办完的事项' : '办理'}到此终止。已交的材料原件随本通知书退还。`,
    ],
    [{ bold: '撤回原因：' }, c.reason ?? ''],
  ],
  facts: (c) => [caseNoFact(c)],
  table: (c) => (c.outcomes && c.outcomes.length > 0 ? outcomeTable(c.outcomes) : null),
  closing: (c) => [
    ...(isPartlyDecided(c) ? [['撤回以前已经作出决定的事项不受影响，结果和决定书按该事项的编号单独领取。']] : []),
    ['撤回后仍需办理的，可以重新提出申请。', contact(c)],
  ],
};

/** 终止办理通知书: ended by the chief without a decision, with the reason and the ways of appeal (R2.8, R2.6). */
export const termination: NoticeWords = {
  opening: (c) => [
    [...application(c), '，因下列原因终止办理，不再作出决定。已交的材料原件凭本通知书退还。'],
    [{ bold: '理由：' }, c.reason ?? ''],
  ],
  facts: (c) => [caseNoFact(c)],
  table: () => null,
  closing: (c) => [appeal(c), ['终止后仍需办理的，可以重新提出申请。', contact(c)]],
};

function isPartlyDecided({ outcomes = [] }: StoredNoticeContent): boolean {
  return outcomes.some(({ outcome }) => outcome === BUNDLE_CHILD_LABELS.released || outcome === BUNDLE_CHILD_LABELS.served);
}

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
