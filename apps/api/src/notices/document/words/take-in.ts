import { paperDate } from '@onewindow/domain';
import type { StoredNoticeContent } from '../../notice-content.js';
import { application, caseNoFact, contact, materialTable, type NoticeWords, PROGRESS } from './phrases.js';

/** 补正材料接收凭证: what arrived after the supplement notice (R2.5), or was asked for during review (R3.3). */
export const takeIn: NoticeWords = {
  opening: (c) => [['现收到', ...application(c), `的补正材料（清单见下表）。${followsWords(c)}`]],
  facts: (c) => [caseNoFact(c), ['收件日期', paperDate(c.receivedOn)], ['接收日期', paperDate(c.issuedOn)]],
  table: (c) => materialTable('已收补正材料', c.materials),
  closing: (c) => [[PROGRESS, contact(c)]],
};

/** What was accepted long ago is not accepted again: during review a paper moves no date of the acceptance. */
function followsWords({ acceptedOn }: StoredNoticeContent): string {
  return acceptedOn === null
    ? '材料补齐的，以最后一份材料补齐之日为受理之日，另发受理通知书；未补齐的，余下材料仍按补正告知书补交。'
    : '审查中补正的材料已收到；未收齐的，余下内容仍按补正告知书补交。';
}
