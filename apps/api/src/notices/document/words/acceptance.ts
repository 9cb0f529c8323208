import { paperDate } from '@onewindow/domain';
import type { StoredNoticeContent } from '../../notice-content.js';
import { childFacts } from './bundle-outcome.js';
import {
  application,
  caseNoFact,
  contact,
  type Fact,
  LAW,
  limitWords,
  materialTable,
  type NoticeWords,
  PROGRESS,
  yuan,
} from './phrases.js';

/** 受理通知书 (mockup 08) */
export const acceptance: NoticeWords = {
  opening: (c) => [[...application(c), acceptedWords(c)]],
  facts: acceptedFacts,
  table: (c) => materialTable('已收材料', c.materials),
  closing: (c) => [
    [c.materials.some((one) => one.form === '未交') ? `未交的材料逾期未补齐的，不发放办理结果，并记入信用记录。${PROGRESS}` : PROGRESS],
    [`如需撤回申请，可在作出决定前书面提出。${contact(c)}`],
  ],
};

/** Limits, fee and delivery, as every notice of acceptance prints them. */
export function acceptedFacts(c: StoredNoticeContent): Fact[] {
  const rows: Fact[] = [caseNoFact(c)];
  if (c.statutory) rows.push(['法定期限', limitWords(c.statutory)]);
  if (c.promised) rows.push(['承诺期限', limitWords(c.promised)]);
  rows.push(...childFacts(c));
  if (c.excluded.length > 0)
    rows.push(['不计入期限', `${c.excluded.join('、')}所需时间，另行书面告知${c.permit ? '（许可法第四十五条）' : ''}`]);
  if (c.feeCents > 0) rows.push(['收费', `${yuan(c.feeCents)}，凭缴款书缴纳`]);
  return [...rows, ['领取方式', c.delivery]];
}

function acceptedWords(c: StoredNoticeContent): string {
  const from = paperDate(c.acceptedOn ?? c.issuedOn);
  // R2.4: nobody accepted it; the law did.
  if (c.officer === null) return `，本机关逾期未告知补正内容，依法自 ${from}收件之日起即为受理。`;
  const basis = c.permit ? `，经审查，符合${LAW}第三十二条第一款第五项的规定` : '，经审查，材料齐全、符合要求';
  return `${basis}，决定自 ${from}起予以受理。`;
}
