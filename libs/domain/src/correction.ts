import { addCalendarDays, type IsoDate } from './dates.js';
import type { MaterialVerdict } from './material-requirements.js';
import { type DomainErrorInit, type Refusal, refusal } from './errors.js';
import { isTaskOpen, type TaskKind, type TaskStatus } from './task-status.js';
import { CLAIM_FIRST } from './task-transitions.js';

/** 审查中补正: asked of the applicant, brought, called off, or over with its case. */
export const CORRECTION_STATUSES = ['open', 'answered', 'withdrawn', 'lapsed'] as const;
export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];

export const CORRECTION_STATUS_LABELS = {
  open: '等补正',
  answered: '已补正',
  withdrawn: '已撤回',
  lapsed: '随办件结束',
} as const satisfies Record<CorrectionStatus, string>;

/** R3.3: true while the applicant is still to bring what was asked for. */
export function isCorrectionAwaited(status: CorrectionStatus): boolean {
  return status === 'open';
}

/** Calendar days; whoever needs longer asks anew, or withdraws the application. */
export const LONGEST_CORRECTION_DAYS = 90;

/** Something that was brought, with what stood there before and stands there now; null where it is not shown (numbers of persons, R10.2). */
export interface CorrectedPoint {
  kind: 'material' | 'field';
  key: string;
  before: string | null;
  after: string | null;
  /** Instant, ISO with Z. */
  at: string;
}

/** What decides whether an officer may ask for corrections now. */
export interface CorrectionAsking {
  kind: TaskKind;
  status: TaskStatus;
  isHolder: boolean;
  caseIsAccepted: boolean;
  /** The case waits for corrections already. */
  isOpen: boolean;
}

/**
 * R3.3: may the officer ask the applicant for corrections during review? The holder of a review or decision may, one request at a time: everything
 * at once, as before acceptance (R2.3). It stops no clock unless the item names a basis (`correctionBasis`). Null when he may; else why not.
 */
export function correctionRefusal({ kind, status, isHolder, caseIsAccepted, isOpen }: CorrectionAsking): Refusal | null {
  if (kind !== 'review' && kind !== 'decision') return refuse('correction.not-here', '本环节不能要求补正。审查和决定环节可以', 'rule');
  if (!caseIsAccepted) return refuse('task.case-not-accepted', '办件不在审批中。查看办件现状', 'rule');
  if (status === 'pooled') return refuse('correction.not-holder', CLAIM_FIRST, 'state');
  if (status !== 'claimed' || !isHolder) return refuse('correction.not-holder', '本件由别人办理，持件人才能要求补正。联系持件人', 'state');
  if (isOpen) return refuse('correction.open', '已经要求过补正，还没有收到。收到或撤回后再要求', 'state');
  return null;
}

export interface CorrectionWithdrawal {
  /** Of the department that asked. */
  isOwn: boolean;
  /** Of the task from which it was asked. */
  askingTask: TaskStatus;
  /** The department has an open review or decision of the case. */
  reviewsNow: boolean;
}

/**
 * R3.3: may an officer call a request off? One of the department that asked; once its task is over (refused to another department, returned,
 * done), also whoever reviews or decides the case now: nobody else could release a decision that waits for what is not wanted any more.
 */
export function mayWithdrawCorrection({ isOwn, askingTask, reviewsNow }: CorrectionWithdrawal): boolean {
  return isOwn || (!isTaskOpen(askingTask) && reviewsNow);
}

/**
 * R4.3: may a material in this state be asked for as a correction? A deferred one is owed by the day of its promise: asked for here as well, it
 * would have two days, and brought by this one it would keep no promise.
 * @param verdict as the case has it; undefined for a material that it has nothing of yet
 */
export function isCorrectable(verdict: MaterialVerdict | undefined): boolean {
  return verdict !== 'deferred';
}

/** R3.3: why corrections can't be asked for by this day, in Chinese; null when they can. */
export function correctionDayProblem(dueOn: IsoDate, today: IsoDate): string | null {
  if (dueOn <= today) return '补正日须在今天以后';
  return dueOn > addCalendarDays(today, LONGEST_CORRECTION_DAYS) ? `补正日不能晚于 ${LONGEST_CORRECTION_DAYS} 天` : null;
}

/** A material or a field, as a request names it. */
interface PointName {
  kind: 'material' | 'field';
  key: string;
}

/** What was asked for and has not been brought yet. */
export function awaitedPoints<T extends PointName>(asked: readonly T[], brought: readonly PointName[]): T[] {
  return asked.filter((point) => !brought.some(({ kind, key }) => kind === point.kind && key === point.key));
}

function refuse(code: string, title: string, kind: DomainErrorInit['kind']): Refusal {
  return refusal({ code, title, kind });
}
