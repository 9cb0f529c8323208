import {
  acceptanceDate,
  type CaseAction,
  dueDate,
  isDeemedAccepted,
  type IsoDate,
  nextCaseStatus,
  planCaseActions,
  shanghaiDateOf,
  shanghaiToday,
  type Supplement,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { Case, EventInput } from '../cases/index.js';
import { ApplicantMissing } from './reception-problems.js';

/** One step of R11 on the row: what changes, and the event that tells it. */
export interface Step {
  changes: Partial<Case>;
  event: EventInput;
}

/** 收件: the papers are taken in, the case gets its number (R8.4). @throws ApplicantMissing: a receipt is made out to somebody */
export function receiveStep(row: Case, caseNo: string | null, now: Date): Step {
  const status = nextCaseStatus(row.status, 'receive');
  if (row.applicantId === null) throw new ApplicantMissing();
  if (caseNo === null) throw new Error(`no number was taken for draft ${row.id}`);
  const { outageNo, outageAt } = row;
  // R10.5: on paper it was received earlier, and says so.
  const receivedAt = outageAt ?? now;
  const outage = outageNo === null ? {} : { outageNo, receivedAt: receivedAt.toISOString() };
  return {
    changes: { status, caseNo, receivedAt },
    event: { action: 'receive', fromStatus: row.status, toStatus: status, data: { caseNo, itemName: row.itemName, ...outage } },
  };
}

/** What a command did before its own action. */
export interface Before {
  changes: Partial<Case>;
  events: EventInput[];
}

/** R11, last paragraph: `accept`, `supplement` and `decline` on a draft receive it first. The row is changed in place. */
export function receiveFirst(action: CaseAction, row: Case, caseNo: string | null, now: Date): Before {
  if (!planCaseActions(row.status, action).includes('receive')) return { changes: {}, events: [] };
  const { changes, event } = receiveStep(row, caseNo, now);
  Object.assign(row, changes);
  return { changes, events: [event] };
}

export interface AcceptInput {
  row: Case;
  /** What came of the supplement notice; null without one. */
  supplement: Supplement | null;
  calendar: WorkingCalendar;
  now: Date;
  /** By silence (R2.4). */
  deemed?: boolean;
}

/** 受理: the clocks begin to run, from the day that the law names (R1, R2.4, R2.5). The row must be received. */
export function acceptStep({ row, supplement, calendar, now, deemed: bySystem = false }: AcceptInput): Step {
  const today = shanghaiToday(now);
  const status = nextCaseStatus(row.status, 'accept');
  const receivedOn = row.receivedAt === null ? today : shanghaiDateOf(row.receivedAt);
  // Whoever accepts after five days of silence only writes down what the law has done (R2.4).
  const silence = { receivedOn, calendar, today, supplementServed: supplement !== null || row.supplementCount > 0 };
  const deemed = bySystem || (row.outageNo === null && receivedOn < today && isDeemedAccepted(silence));
  const acceptedOn = acceptanceDate({ receivedOn, today, deemed, supplement, outage: row.outageNo !== null });
  const statutory = dueOf(row.statutoryLimit, acceptedOn, calendar, today);
  const promised = dueOf(row.promisedLimit, acceptedOn, calendar, today);
  return {
    changes: {
      status,
      acceptedAt: now,
      acceptedOn,
      ...(deemed ? { deemedAccepted: true } : {}),
      statutoryDue: statutory?.due ?? null,
      promisedDue: promised?.due ?? null,
      statutoryProvisional: statutory?.provisional ?? false,
      promisedProvisional: promised?.provisional ?? false,
    },
    event: {
      action: 'accept',
      fromStatus: row.status,
      toStatus: status,
      data: { acceptedOn, statutoryDue: statutory?.due, promisedDue: promised?.due, ...(deemed ? { deemed } : {}), ...besideOf(row) },
    },
  };
}

/** A second application beside an open one is let through with a reason; the event keeps both. */
function besideOf({ duplicateOf, duplicateReason }: Case): { duplicateOf?: string; duplicateReason?: string } {
  return duplicateOf === null || duplicateReason === null ? {} : { duplicateOf, duplicateReason };
}

function dueOf(
  limit: number | null,
  start: IsoDate,
  calendar: WorkingCalendar,
  today: IsoDate,
): { due: IsoDate; provisional: boolean } | null {
  return limit === null ? null : dueDate({ start, limit, calendar, today });
}
