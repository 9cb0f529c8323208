import { topicOf } from '@onewindow/contracts';
import {
  type DatedCase,
  DueDates,
  type IsoDate,
  isHalted,
  isTaskOpen,
  type JsonValue,
  redate,
  shanghaiToday,
  sinceWithoutPauses,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case, StoredHalt } from '../cases/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { datedTask, type ReviewTask, TASKS_OF_CASE } from '../review/index.js';

/** The version stays: a date is nothing that a holder's open screen could be stale about. */
const REDATE_TASK = sql(
  `UPDATE review_task SET statutory_due = $2, promised_due = $3, step_due = $4, step_provisional = $5, nearest_due = $6, paused = $7, idle_since = $8 WHERE id = $1`,
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
  /** Must the case be saved: did a date move, or is a pause over? */
  readonly isChanged: boolean;
}

type TaskDates = Pick<ReviewTask, 'statutoryDue' | 'promisedDue' | 'stepDue' | 'stepProvisional' | 'nearestDue' | 'paused' | 'idleSince'>;

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
    const tasks = (await tx.query(TASKS_OF_CASE, [row.id])).filter((task) => isTaskOpen(task.status));
    const now = redate(datedCase(row, facts), tasks.map(datedTask), new DueDates(calendar, today));
    const dates = {
      statutoryDue: now.statutory.due,
      promisedDue: now.promised.due,
      statutoryProvisional: now.statutory.provisional,
      promisedProvisional: now.promised.provisional,
    };
    const paused = isHalted(pauses, today);
    const over = overNow(pauses, today);
    const halts =
      over.length === 0 ? facts.halts : pauses.map((halt) => (over.includes(halt) ? { ...halt, settled: true as const } : halt));
    for (const [at, task] of tasks.entries()) {
      const next = now.tasks[at];
      if (!next) continue;
      const { step, statutoryDue, promisedDue, nearestDue } = next;
      const stepDates = { stepDue: step.due, stepProvisional: step.provisional };
      const idleSince = idleWithout(over, task, calendar, today);
      this.redateTask(tx, task, { statutoryDue, promisedDue, ...stepDates, nearestDue, paused, idleSince });
    }
    const moved = movedDates(row, dates);
    const isMoved = Object.keys(moved).length > 0;
    return { changes: { ...facts, halts, ...dates }, moved, isMoved, isChanged: isMoved || over.length > 0 };
  }

  private redateTask(tx: CommandTx, task: ReviewTask, next: TaskDates): void {
    if ((Object.keys(next) as (keyof TaskDates)[]).every((key) => task[key] === next[key])) return;
    tx.write(
      REDATE_TASK,
      [task.id, next.statutoryDue, next.promisedDue, next.stepDue, next.stepProvisional, next.nearestDue, next.paused, next.idleSince],
      [`task:${task.id}`],
    );
    tx.touch(topicOf.department(task.departmentId));
    if (task.holderId) tx.touch(topicOf.staff(task.holderId));
  }
}

/** The case must be accepted. */
function datedCase(row: Case, { halts, extensionDays }: ClockFacts): DatedCase {
  return {
    ...row,
    status: 'accepted',
    extensionDays,
    pauses: halts ?? [],
    statutory: { due: row.statutoryDue, provisional: row.statutoryProvisional },
    promised: { due: row.promisedDue, provisional: row.promisedProvisional },
  };
}

function idleWithout(
  over: readonly StoredHalt[],
  { idleSince: since }: ReviewTask,
  calendar: WorkingCalendar,
  today: IsoDate,
): IsoDate | null {
  return since === null || over.length === 0 ? since : sinceWithoutPauses({ since, today, pauses: over, calendar });
}

/** R5.7: the pauses that have ended, once none holds the clock any more: overlapping ones are told apart from the idle days together. */
function overNow(halts: readonly StoredHalt[], today: IsoDate): StoredHalt[] {
  const open = halts.filter((halt) => halt.settled === undefined);
  if (isHalted(open, today)) return [];
  return open.filter(({ actualEnd }) => actualEnd !== null && actualEnd < today);
}

function movedDates(row: Case, next: Pick<Case, 'statutoryDue' | 'promisedDue'>): Record<string, JsonValue> {
  return {
    ...(row.statutoryDue === next.statutoryDue ? {} : { statutoryBefore: row.statutoryDue, statutoryDue: next.statutoryDue }),
    ...(row.promisedDue === next.promisedDue ? {} : { promisedBefore: row.promisedDue, promisedDue: next.promisedDue }),
  };
}
