import {
  type IsoDate,
  isHalted,
  nearestDue,
  nearestInQueue,
  NO_DUE_DATE,
  shanghaiToday,
  stepDueDate,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { newId } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';

/** What a new task takes from its step. */
export interface StepOfTask {
  key: string;
  name: string;
  kind: ReviewTask['kind'];
  role: ReviewTask['role'];
  limit: number;
  departmentId: string;
  points: readonly string[];
}

/** A new task of a case, waiting. */
export function taskOf(row: Case, step: StepOfTask, round: number, now: Date): ReviewTask {
  return {
    id: newId(),
    caseId: row.id,
    stepKey: step.key,
    round,
    kind: step.kind,
    role: step.role,
    stepName: step.name,
    departmentId: step.departmentId,
    isForeign: step.departmentId !== row.departmentId,
    hallId: row.hallId,
    districtCode: row.districtCode,
    status: 'waiting',
    version: 1,
    holderId: null,
    pooledAt: null,
    claimedAt: null,
    doneAt: null,
    completedBy: null,
    outcome: null,
    opinion: '',
    points: step.points.map((text) => ({ text, state: 'open', note: null })),
    draftSavedAt: null,
    stepLimit: step.limit,
    stepStartedOn: null,
    stepDue: null,
    stepProvisional: false,
    statutoryDue: row.statutoryDue,
    promisedDue: row.promisedDue,
    nearestDue: nearestDue([row.statutoryDue, row.promisedDue]) ?? NO_DUE_DATE,
    paused: false,
    receivedAt: row.receivedAt ?? now,
    idleSince: null,
    caseNo: row.caseNo ?? '',
    title: row.title,
    itemId: row.itemId,
    itemName: row.itemName,
  };
}

type CaseDates = Pick<Case, 'acceptedOn' | 'statutoryDue' | 'promisedDue' | 'halts'>;

/**
 * R1.5: the dates of a task as its case stands now, whatever a pause, an extension or a changed calendar made of them while it waited or was done.
 * @param startedOn the day from which the step's clock counts
 */
export function datesOf(
  { kind, stepLimit: limit }: Pick<ReviewTask, 'kind' | 'stepLimit'>,
  { acceptedOn, statutoryDue, promisedDue, halts }: CaseDates,
  startedOn: IsoDate,
  { calendar, today }: { calendar: WorkingCalendar; today: IsoDate },
) {
  const pauses = halts ?? [];
  const step = stepDueDate({ kind, startedOn, limit, pauses }, calendar, today);
  const clocks = [
    { start: acceptedOn, due: statutoryDue },
    { start: acceptedOn, due: promisedDue },
    { start: startedOn, due: step.due },
  ];
  return {
    statutoryDue,
    promisedDue,
    stepStartedOn: startedOn,
    stepDue: step.due,
    stepProvisional: step.provisional,
    nearestDue: nearestInQueue({ clocks, pauses, calendar, today }),
    paused: isHalted(pauses, today),
  } satisfies Partial<ReviewTask>;
}

/**
 * R1.5: the step's clock starts when the step is first pooled.
 * @param startedOn the day from which the law counts; today unless a worker was late (R5.2). Officers are idle from today: they see it only now
 */
export function opening(
  task: ReviewTask,
  row: CaseDates,
  now: Date,
  calendar: WorkingCalendar,
  startedOn: IsoDate = shanghaiToday(now),
): Partial<ReviewTask> {
  const today = shanghaiToday(now);
  return { pooledAt: now, idleSince: today, ...datesOf(task, row, startedOn, { calendar, today }) };
}
