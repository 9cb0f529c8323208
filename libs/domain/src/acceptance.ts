import type { WorkingCalendar } from './calendar.js';
import { dueDate } from './clock.js';
import type { IsoDate } from './dates.js';

/** R2.3: working days from counter receipt within which the agency accepts, declines, or tells what is missing. */
export const RECEIPT_FUSE_DAYS = 5;

export interface ReceiptFuseInput {
  /** The day on which the counter received the papers; a department's claim changes nothing (R2.7). */
  receivedOn: IsoDate;
  calendar: WorkingCalendar;
}

/** R2.3, R2.7: the last day on which the agency may still answer. */
export function receiptFuse({ receivedOn, calendar }: ReceiptFuseInput): IsoDate {
  return dueDate({ start: receivedOn, limit: RECEIPT_FUSE_DAYS, calendar, today: receivedOn }).due;
}

/** R2.4, R2.7: has silence accepted the case? From the day after the fuse's last day; never once a supplement notice was served. */
export function isDeemedAccepted(input: ReceiptFuseInput & { today: IsoDate; supplementServed: boolean }): boolean {
  return !input.supplementServed && input.today > receiptFuse(input);
}

export interface AcceptanceDateInput {
  receivedOn: IsoDate;
  today: IsoDate;
  /** Accepted by silence (R2.4). */
  deemed: boolean;
  /** After a supplement: the day on which the last missing paper arrived (R2.5). */
  lastPaperOn?: IsoDate | null;
}

/** R2.4, R2.5: the date that an acceptance bears: of receipt when deemed, of the last missing paper after a supplement, else today. */
export function acceptanceDate({ receivedOn, today, deemed, lastPaperOn }: AcceptanceDateInput): IsoDate {
  if (deemed) return receivedOn;
  return lastPaperOn ?? today;
}
