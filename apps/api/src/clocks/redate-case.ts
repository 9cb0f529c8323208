import { topicOf } from '@onewindow/contracts';
import {
  caseDueDates,
  type IsoDate,
  isHalted,
  isTaskOpen,
  type JsonValue,
  nearestDue,
  NO_DUE_DATE,
  shanghaiToday,
  stepDueDate,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case } from '../cases/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { type ReviewTask, TASKS_OF_CASE } from '../review/index.js';

/** The version stays: a date is nothing that a holder's open screen could be stale about. */
const REDATE_TASK = sql(
  `UPDATE review_task SET statutory_due = $2, promised_due = $3, step_due = $4, step_provisional = $5, nearest_due = $6, paused = $7 WHERE id = $1`,
);

/** What decides about the dates besides the limits. */
export type ClockFacts = Pick<Case, 'halts' | 'extensionDays'>;

export interface Redated {
  /** To be saved with the case: the facts and the dates that follow from them. */
  readonly changes: Partial<Case>;
  /** For the event: the dates before and after, of those that moved. */
  readonly moved: { readonly [key: string]: JsonValue | undefined };
  /** Did any date move? */
  readonly isMoved: boolean;
}

type TaskDates = Pick<ReviewTask, 'statutoryDue' | 'promisedDue' | 'stepDue' | 'stepProvisional' | 'nearestDue' | 'paused'>;

/** R1.7: stores anew what a pause or an extension moved, on the case and on each of its open tasks. */
@Injectable()
export class RedateCase {
  constructor(private readonly calendars: WorkingCalendars) {}

  /**
   * Computes the dates from the facts and writes those of the tasks; the case must be locked and accepted.
   * @returns what the caller saves on the case and tells in its one event
   */
  async apply(tx: CommandTx, row: Case, facts: ClockFacts): Promise<Redated> {
    const calendar = await this.calendars.current();
    const today = shanghaiToday(tx.now);
    const pauses = facts.halts ?? [];
    const { statutory, promised } = caseDueDates({ ...row, ...facts, pauses }, calendar, today);
    const dates = {
      statutoryDue: statutory?.due ?? null,
      promisedDue: promised?.due ?? null,
      statutoryProvisional: statutory?.provisional ?? false,
      promisedProvisional: promised?.provisional ?? false,
    };
    const paused = isHalted(pauses, today);
    for (const task of await tx.query(TASKS_OF_CASE, [row.id])) {
      if (isTaskOpen(task.status)) this.redateTask(tx, task, datesOf(task, { ...dates, paused }, facts, calendar, today));
    }
    const moved = movedDates(row, dates);
    return { changes: { ...facts, ...dates }, moved, isMoved: Object.keys(moved).length > 0 };
  }

  private redateTask(tx: CommandTx, task: ReviewTask, next: TaskDates): void {
    if ((Object.keys(next) as (keyof TaskDates)[]).every((key) => task[key] === next[key])) return;
    tx.write(
      REDATE_TASK,
      [task.id, next.statutoryDue, next.promisedDue, next.stepDue, next.stepProvisional, next.nearestDue, next.paused],
      [`task:${task.id}`],
    );
    tx.touch(topicOf.department(task.departmentId));
    if (task.holderId) tx.touch(topicOf.staff(task.holderId));
  }
}

/**
 * R1.5: a pause stops the step too. An extension does not lengthen it: the agency's head gives the case more time towards the applicant, while the
 * limit of a step measures the desk; were it lengthened as well, each step could use the whole extension up for itself.
 */
function datesOf(
  task: ReviewTask,
  ofCase: Pick<TaskDates, 'statutoryDue' | 'promisedDue' | 'paused'>,
  { halts }: ClockFacts,
  calendar: WorkingCalendar,
  today: IsoDate,
): TaskDates {
  const step =
    task.stepStartedOn === null
      ? null
      : stepDueDate({ startedOn: task.stepStartedOn, limit: task.stepLimit, pauses: halts ?? [] }, calendar, today);
  const { statutoryDue, promisedDue, paused } = ofCase;
  return {
    statutoryDue,
    promisedDue,
    stepDue: step?.due ?? null,
    stepProvisional: step?.provisional ?? false,
    nearestDue: nearestDue([statutoryDue, promisedDue, step?.due]) ?? NO_DUE_DATE,
    paused,
  };
}

function movedDates(row: Case, next: Pick<Case, 'statutoryDue' | 'promisedDue'>): Record<string, JsonValue> {
  return {
    ...(row.statutoryDue === next.statutoryDue ? {} : { statutoryBefore: row.statutoryDue, statutoryDue: next.statutoryDue }),
    ...(row.promisedDue === next.promisedDue ? {} : { promisedBefore: row.promisedDue, promisedDue: next.promisedDue }),
  };
}
