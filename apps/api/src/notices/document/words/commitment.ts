import { paperDate } from '@onewindow/domain';
import type { StoredNoticeContent } from '../../notice-content.js';
import type { DocumentTable, Paragraph } from '../document-model.js';
import { caseNoFact, type NoticeWords } from './phrases.js';

/** 承诺书: the applicant's own words, signed by the applicant (R4.3, 告知承诺). */
export const commitment: NoticeWords = {
  opening: (c) => [[`${self(c)}申请办理`, { bold: c.item }, '，已知悉办理条件、标准和下列要求，现自愿作出承诺：'], ...promises(c)],
  facts: (c) => [caseNoFact(c), ['受理机关', c.office.department]],
  table: promisedTable,
  closing: (c) => [
    [
      `以上承诺是${self(c)}真实的意思表示。未按期补交材料，或者承诺内容与事实不符的，${self(c)}愿意接受不发放或撤销办理结果、记入信用记录等处理，并承担相应责任。`,
    ],
  ],
};

function self({ applicantKind }: StoredNoticeContent): string {
  return applicantKind === 'legal' ? '本单位' : '本人';
}

function promises(c: StoredNoticeContent): Paragraph[] {
  const deferred = (c.deferred ?? []).length > 0;
  const promised = (c.commitments ?? []).length > 0;
  return [
    ...(deferred ? [['对表中容缺的材料，在所列日期前补交齐全、真实、有效的原件。']] : []),
    ...(promised ? [['对表中以承诺替代的材料，已经符合所列的条件和标准，并接受核查。']] : []),
  ];
}

function promisedTable(c: StoredNoticeContent): DocumentTable {
  const rows = [
    ...(c.deferred ?? []).map((one) => [one.name, `${paperDate(one.dueOn)}前补交`]),
    ...(c.commitments ?? []).map((one) => [one.name, one.words]),
  ];
  return {
    columns: [
      { title: '序', width: 11.6, align: 'center' },
      { title: '材料', width: 62, align: 'left' },
      { title: '承诺内容', align: 'left' },
    ],
    rows: rows.map(([name = '', words = ''], index) => [String(index + 1), name, words]),
  };
}
