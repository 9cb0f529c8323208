import type { WorkingCalendar } from './calendar.js';
import { type DueDate, dueDate, type Light } from './clock.js';
import type { CaseStatus } from './case-status.js';
import { addCalendarDays, type IsoDate, shanghaiDateOf } from './dates.js';
import type { MaterialVerdict } from './material-requirements.js';
import { dateWords } from './words.js';

/** R2.3: working days from counter receipt within which the agency accepts, declines, or tells what is missing. */
export const RECEIPT_FUSE_DAYS = 5;

export interface ReceiptFuseInput {
  /** The day on which the counter received the papers; a department's claim changes nothing (R2.7). */
  receivedOn: IsoDate;
  calendar: WorkingCalendar;
}

/** R2.3, R2.7: the last day on which the agency may still answer; provisional while its year is not out (R1.2). */
export function receiptFuse({ receivedOn, calendar }: ReceiptFuseInput): DueDate {
  return dueDate({ start: receivedOn, limit: RECEIPT_FUSE_DAYS, calendar, today: receivedOn });
}

export interface BurningFuseInput {
  status: CaseStatus;
  receivedAt: Date | null;
  /** The true receipt of paper from an outage (R10.5). */
  outageAt: Date | null;
  supplementServed: boolean;
}

/**
 * R2.3, R2.7: the day of the receipt from which the five days burn now; null once they were answered. Of paper from an outage they burn while it is
 * a draft, too (R10.5).
 */
export function fuseBurnsFrom({ status, receivedAt, outageAt, supplementServed }: BurningFuseInput): IsoDate | null {
  const from = status === 'draft' ? outageAt : status === 'received' ? receivedAt : null;
  return from === null || supplementServed ? null : shanghaiDateOf(from);
}

/** R1.2: by a guessed day silence accepts nothing yet, so nothing is over: what would be red is yellow. */
export function fuseLight({ light, provisional }: { light: Light; provisional: boolean }): Light {
  return provisional && light === 'red' ? 'yellow' : light;
}

/** R2.4: the day from which silence has accepted the case: the day after the fuse's last day. Its first steps begin then, however late it is written down. */
export function silenceAcceptsOn(input: ReceiptFuseInput): IsoDate {
  return addCalendarDays(receiptFuse(input).due, 1);
}

/**
 * R2.4, R2.7: has silence accepted the case? From the day after the fuse's last day; never once a supplement notice was served. R1.2: a fuse that
 * reaches into a year whose notice is not out has no last day yet, and nobody loses a right by a guessed one: silence counts once it is out.
 */
export function isDeemedAccepted(input: ReceiptFuseInput & { today: IsoDate; supplementServed: boolean }): boolean {
  if (input.supplementServed) return false;
  const { due, provisional } = receiptFuse(input);
  return !provisional && input.today > due;
}

/** R2.4: the five days have passed in silence, so the case is accepted; the system has not written it down yet. */
export interface SilentAcceptance {
  readonly receivedOn: IsoDate;
  /** The last day on which the agency could still answer. */
  readonly fuse: IsoDate;
  /** Chinese: why nothing can be asked for or declined any more, and what to do. */
  readonly reason: string;
}

export interface UnansweredInput {
  status: CaseStatus;
  receivedOn: IsoDate | null;
  supplementServed: boolean;
  calendar: WorkingCalendar;
  today: IsoDate;
}

/**
 * R2.3, R2.4: the agency asks for papers or declines until the last day of the fuse, whether the worker is on time or not: the same answer at
 * the same moment has the same effect. Of a case taken on paper during an outage too (R10.5): its fuse burns from the true receipt, and what
 * was told on paper is recorded as it is entered, in one with its receipt. Null as long as the agency may still answer.
 */
export function silentAcceptance({ status, receivedOn, supplementServed, calendar, today }: UnansweredInput): SilentAcceptance | null {
  if (status !== 'received' || receivedOn === null) return null;
  if (!isDeemedAccepted({ receivedOn, calendar, today, supplementServed })) return null;
  const fuse = receiptFuse({ receivedOn, calendar }).due;
  const reason = `五个工作日的告知期 ${dateWords(fuse, today)} 届满，依法视为自 ${dateWords(receivedOn, today)} 受理，不能再要求补正或不予受理。按受理办`;
  return { receivedOn, fuse, reason };
}

/** R2.5: what came of the supplement notice that was served last. */
export interface Supplement {
  /** The day on which the last paper arrived after it; null when none did. */
  readonly lastPaperOn: IsoDate | null;
  /** Everything that it asked for has arrived: nothing of it was deferred, taken on a commitment, or is asked for no more. */
  readonly isBrought: boolean;
}

export interface SupplementOfInput {
  servedAt: Date;
  /** Codes of the materials that the notice asks for. */
  asked: readonly string[];
  materials: readonly { code: string; verdict: MaterialVerdict; receivedAt: Date | null }[];
}

/** R2.5: what came of a supplement, by the instants at which papers arrived. What is faulty has not come. */
export function supplementOf({ servedAt, asked, materials }: SupplementOfInput): Supplement {
  const arrived = materials.filter(({ receivedAt }) => receivedAt !== null && receivedAt > servedAt);
  const days = arrived.flatMap(({ receivedAt }) => (receivedAt === null ? [] : [shanghaiDateOf(receivedAt)])).sort();
  const isHere = (wanted: string): boolean => arrived.some(({ code, verdict }) => code === wanted && verdict !== 'faulty');
  return { lastPaperOn: days.at(-1) ?? null, isBrought: asked.every(isHere) };
}

export interface AcceptanceDateInput {
  receivedOn: IsoDate;
  today: IsoDate;
  /** Accepted by silence (R2.4). */
  deemed: boolean;
  /** Null where none was served before the acceptance. */
  supplement?: Supplement | null;
  /** Taken on numbered paper while the system was down (R10.5): who entered it later must not cost the applicant a day. */
  outage?: boolean;
}

/**
 * R2.4, R2.5, R10.5: the date that an acceptance bears: of receipt when deemed; after a supplement, of the last missing paper, or today where
 * something that was asked for is met otherwise than by its arrival, which only the acceptance settles; of the true receipt when the case was
 * taken on paper during an outage and nothing had to follow; else today.
 */
export function acceptanceDate({ receivedOn, today, deemed, supplement = null, outage = false }: AcceptanceDateInput): IsoDate {
  if (deemed) return receivedOn;
  if (supplement !== null) return (supplement.isBrought ? supplement.lastPaperOn : null) ?? today;
  return outage ? receivedOn : today;
}

/** Longest run of days that the fuse can span: five working days and the longest holidays around them. */
const LONGEST_FUSE = 60;

/**
 * R2.4, R2.7: the last day of receipt that silence has accepted by `today`; what was received on it or before is deemed accepted. The fuse
 * only moves forward with the day of receipt, so one day divides the received cases.
 */
export function silentSince({ today, calendar }: { today: IsoDate; calendar: WorkingCalendar }): IsoDate {
  // R1.2: far into a year whose notice is not out, the dividing day still lies before that year.
  for (const from of [today, addCalendarDays(`${calendar.publishedThrough}-12-31`, 1)]) {
    for (let back = 1; back < LONGEST_FUSE; back += 1) {
      const receivedOn = addCalendarDays(from, -back);
      if (isDeemedAccepted({ receivedOn, calendar, today, supplementServed: false })) return receivedOn;
    }
  }
  return addCalendarDays(today, -LONGEST_FUSE);
}

/** Working days after a supplement notice from which the case is listed as waiting too long (R2.8). The law sets none: nothing ends by it. */
export const SUPPLEMENT_WAIT_DAYS = 10;

/** R2.8: the day by which the papers of a supplement notice are looked for; a mark for following up, never a limit; provisional while its year is not out (R1.2). */
export function supplementExpectedOn({ servedOn, calendar }: { servedOn: IsoDate; calendar: WorkingCalendar }): DueDate {
  return dueDate({ start: servedOn, limit: SUPPLEMENT_WAIT_DAYS, calendar, today: servedOn });
}
