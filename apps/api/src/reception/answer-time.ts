import {
  dateWords,
  DomainError,
  isDeemedAccepted,
  receiptFuse,
  shanghaiDateOf,
  shanghaiToday,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { Case } from '../cases/index.js';

/** R2.4: the five days have passed in silence, so the case is accepted; the system has not written it down yet. */
export class SilenceHasAccepted extends DomainError {
  constructor(receivedOn: string, fuse: string, today: string) {
    super({
      code: 'case.silence-accepted',
      title: `五个工作日的告知期 ${dateWords(fuse, today)} 届满，依法视为自 ${dateWords(receivedOn, today)} 受理，不能再要求补正或不予受理。按受理办。`,
      kind: 'state',
      facts: { receivedOn, fuse },
    });
  }
}

/**
 * R2.3, R2.4: the agency asks for papers or declines until the last day of the fuse, whether the worker is on time or not: the same answer at the
 * same moment has the same effect. Not asked of a case that was taken on paper during an outage: nobody could answer it before it was entered (R10.5).
 * @throws SilenceHasAccepted
 */
export function requireAnswerInTime(row: Case, calendar: WorkingCalendar, now: Date): void {
  if (row.status !== 'received' || row.receivedAt === null || row.outageNo !== null) return;
  const [receivedOn, today] = [shanghaiDateOf(row.receivedAt), shanghaiToday(now)];
  if (isDeemedAccepted({ receivedOn, calendar, today, supplementServed: row.supplementCount > 0 }))
    throw new SilenceHasAccepted(receivedOn, receiptFuse({ receivedOn, calendar }), today);
}
