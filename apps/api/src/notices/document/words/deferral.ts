import { paperDate } from '@onewindow/domain';
import { acceptedFacts } from './acceptance.js';
import { application, broughtTo, contact, type NoticeWords, PROGRESS } from './phrases.js';

/** 容缺受理通知书: accepted with materials to follow (R4.3). */
export const deferral: NoticeWords = {
  opening: (c) => [
    [
      ...application(c),
      `，主要材料齐全，次要材料欠缺。根据${c.applicantKind === 'legal' ? '你单位' : '你'}的书面承诺，决定自 ${paperDate(c.acceptedOn ?? c.issuedOn)}起容缺受理。下列材料应当在所列日期前（含当日）补交到${broughtTo(c)}，以窗口收到为准。`,
    ],
  ],
  facts: acceptedFacts,
  table: (c) => ({
    columns: [
      { title: '序', width: 11.6, align: 'center' },
      { title: '容缺的材料', align: 'left' },
      { title: '补交期限', width: 48, align: 'center' },
    ],
    rows: (c.deferred ?? []).map((one, index) => [String(index + 1), one.name, paperDate(one.dueOn)]),
  }),
  closing: (c) => [['逾期未补齐的，不发放办理结果；未履行承诺记入信用记录，今后不再适用容缺受理，直至依规恢复。'], [PROGRESS, contact(c)]],
};
