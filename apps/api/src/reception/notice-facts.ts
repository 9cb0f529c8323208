import type { NoticeView } from '@onewindow/contracts';
import type { NoticeRead } from '../case-view/index.js';
import type { NoticeCommon } from '../notices/index.js';
import type { Actor } from '../platform/index.js';
import type { CounterCase } from './counter-desk.js';

/** What every notice of the counter says: the case as the command leaves it, and who serves it. */
export function issuing({ row, version, applicant }: CounterCase, actor: Actor): NoticeCommon {
  return {
    row,
    definition: version.definition,
    applicantKind: applicant?.kind ?? 'natural',
    issuedBy: { staffId: actor.staffId, name: actor.name },
  };
}

/** A notice just issued, as it would be read back. */
export function noticeRead(notice: NoticeView): NoticeRead {
  return { ...notice, issuedAt: new Date(notice.issuedAt), problem: notice.problem ?? null };
}
