import { paperDate } from '@onewindow/domain';
import type { NoticeLimit, StoredNoticeContent } from '../../notice-content.js';
import type { Paragraph } from '../document-model.js';
import { application, caseNoFact, contact, dayWords, type Fact, LAW, type NoticeWords, PROGRESS } from './phrases.js';

/** 特别程序告知书: the time that does not count is told in writing before it begins (R3.1). */
export const specialProcedure: NoticeWords = {
  opening: (c) => [
    [...application(c), '，办理中需要进行', { bold: c.procedure?.name ?? '' }, basisWords(c)],
    [{ bold: '原因：' }, c.procedure?.reason ?? ''],
  ],
  facts: (c) => [
    caseNoFact(c),
    ['法律依据', c.procedure?.basis ?? ''],
    ['所需时间', c.procedure?.days ?? ''],
    ['不计时的日期', spanWords(c)],
    ...dueFact('法定期限', c.statutory),
    ...dueFact('承诺期限', c.promised),
  ],
  table: () => null,
  closing: (c) => [[closingWords(c)], ...objectionWords(c), [PROGRESS, contact(c)]],
};

function basisWords({ permit, procedure }: StoredNoticeContent): string {
  const law = permit && procedure?.isPublicNotice !== true ? `依据${LAW}第四十五条的规定，` : '';
  return `。${law}所需时间不计入办理期限，现书面告知。`;
}

function spanWords({ procedure }: StoredNoticeContent): string {
  return procedure === undefined ? '' : `${paperDate(procedure.from)}至 ${dayWords(procedure.through, procedure.provisional === true)}`;
}

/** The date as it is now, with the announced time taken off. */
function dueFact(label: string, limit: NoticeLimit | null): Fact[] {
  if (limit === null) return [];
  return [[label, `顺延至 ${dayWords(limit.due, limit.provisional)}`]];
}

function closingWords({ procedure }: StoredNoticeContent): string {
  const name = procedure?.name ?? '';
  return `${name}提前结束的，期限从结束的次日起继续计算；超过所需时间的，期限相应顺延，可以随时查询原因和新的日期。`;
}

function objectionWords({ procedure, office }: StoredNoticeContent): Paragraph[] {
  if (procedure?.isPublicNotice !== true) return [];
  return [[`公示期内，利害关系人可以书面向${office.department}提出异议，异议在公示结束前答复。`]];
}
