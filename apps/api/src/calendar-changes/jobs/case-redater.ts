import {
  CLOCKED_CASE_STATUSES,
  CLOCKED_TASK_STATUSES,
  type DatedCase,
  DueDates,
  type IsoDate,
  isChanged,
  redate,
  type Redating,
  shanghaiToday,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { type Case, type CaseEvent, nextEvent, SYSTEM_AUTHOR, writeEventsInBulk } from '../../cases/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import { datedTask, type ReviewTask } from '../../review/index.js';
import { type MoveData, REDATE } from '../run-reader.js';

type CaseRow = Pick<
  Case,
  | 'id'
  | 'acceptedOn'
  | 'statutoryLimit'
  | 'promisedLimit'
  | 'extensionDays'
  | 'halts'
  | 'statutoryDue'
  | 'promisedDue'
  | 'statutoryProvisional'
  | 'promisedProvisional'
  | 'eventCount'
  | 'eventHead'
> & { status: DatedCase['status'] };
type TaskRow = Pick<
  ReviewTask,
  | 'id'
  | 'caseId'
  | 'kind'
  | 'stepName'
  | 'stepStartedOn'
  | 'stepLimit'
  | 'stepDue'
  | 'stepProvisional'
  | 'statutoryDue'
  | 'promisedDue'
  | 'nearestDue'
>;

const CASE = `SELECT id, status, accepted_on AS "acceptedOn", statutory_limit AS "statutoryLimit", promised_limit AS "promisedLimit",
    extension_days AS "extensionDays", halts, statutory_due AS "statutoryDue", promised_due AS "promisedDue",
    statutory_provisional AS "statutoryProvisional", promised_provisional AS "promisedProvisional",
    event_count AS "eventCount", event_head AS "eventHead"
  FROM cases WHERE status = ANY($1::text[])`;
// No key of the row changes, so what refers to a case is not held up; whoever works on one is waited for.
const LOCK = 'FOR NO KEY UPDATE';
const CASES_BETWEEN = sql<CaseRow>(`${CASE} AND id > $2 AND id <= $3 ORDER BY id`);
const LOCK_BETWEEN = sql<CaseRow>(`${CASE} AND id > $2 AND id <= $3 ORDER BY id ${LOCK}`);
const LOCK_CASES = sql<CaseRow>(`${CASE} AND id = ANY($2::uuid[]) ORDER BY id ${LOCK}`);
const CASES_NAMED = sql<CaseRow>(`${CASE} AND id = ANY($2::uuid[]) ORDER BY id`);
const TASKS = sql<TaskRow>(
  `SELECT id, case_id AS "caseId", kind, step_name AS "stepName", step_started_on AS "stepStartedOn", step_limit AS "stepLimit", step_due AS "stepDue",
          step_provisional AS "stepProvisional", statutory_due AS "statutoryDue", promised_due AS "promisedDue", nearest_due AS "nearestDue"
   FROM review_task WHERE case_id = ANY($1::uuid[]) AND status = ANY($2::text[]) ORDER BY id`,
);
const WRITE_CASES = sql(
  `UPDATE cases c SET statutory_due = u.statutory, promised_due = u.promised, statutory_provisional = u.statutory_open,
          promised_provisional = u.promised_open, event_count = u.count, event_head = u.head
   FROM unnest($1::uuid[], $2::date[], $3::date[], $4::boolean[], $5::boolean[], $6::int[], $7::text[])
     AS u(id, statutory, promised, statutory_open, promised_open, count, head)
   WHERE c.id = u.id`,
);
const WRITE_TASKS = sql(
  `UPDATE review_task t SET statutory_due = u.statutory, promised_due = u.promised, step_due = u.step, step_provisional = u.open,
          nearest_due = u.nearest
   FROM unnest($1::uuid[], $2::date[], $3::date[], $4::date[], $5::boolean[], $6::date[]) AS u(id, statutory, promised, step, open, nearest)
   WHERE t.id = u.id`,
);

/** For which run the dates move. */
export interface RedatingRun {
  id: string;
  because: string;
}

interface Redated {
  row: CaseRow;
  tasks: TaskRow[];
  now: Redating;
}

/** Computes the stored dates of many cases anew and writes what differs: four statements for a thousand cases, one event for each that moved. */
@Injectable()
export class CaseRedater {
  private dates: { of: WorkingCalendar; on: IsoDate; known: DueDates } | undefined;
  /** Most cases of the slice before had to be written: then a look without a lock only costs. */
  private mostDiffer = false;

  constructor(private readonly calendars: WorkingCalendars) {}

  /** Open cases with ids in (after, through]. @returns how many moved */
  async between(tx: CommandTx, run: RedatingRun, after: string, through: string): Promise<number> {
    const range = [CLOCKED_CASE_STATUSES, after, through];
    if (!this.mostDiffer) return await this.redate(tx, run, await tx.query(CASES_BETWEEN, range));
    const dates = await this.datesFor(tx);
    const locked = await tx.query(LOCK_BETWEEN, range);
    const differing = await this.changed(tx, locked, dates);
    this.mostDiffer = differing.length * 2 > locked.length;
    return await this.write(tx, run, differing);
  }

  /** These cases, as far as they are open. @returns how many moved */
  async these(tx: CommandTx, run: RedatingRun, ids: readonly string[]): Promise<number> {
    return await this.redate(tx, run, await tx.query(CASES_NAMED, [CLOCKED_CASE_STATUSES, ids]));
  }

  private async redate(tx: CommandTx, run: RedatingRun, rows: readonly CaseRow[]): Promise<number> {
    const dates = await this.datesFor(tx);
    const differing = (await this.changed(tx, rows, dates)).map(({ row }) => row.id);
    this.mostDiffer = differing.length * 2 > rows.length;
    if (differing.length === 0) return 0;
    // Looked at without a lock first: a day's edit touches few cases, and the others are left alone.
    const locked = await tx.query(LOCK_CASES, [CLOCKED_CASE_STATUSES, differing]);
    return await this.write(tx, run, await this.changed(tx, locked, dates));
  }

  private async changed(tx: CommandTx, rows: readonly CaseRow[], dates: DueDates): Promise<Redated[]> {
    const tasksOf = new Map<string, TaskRow[]>();
    for (const task of await tx.query(TASKS, [rows.map(({ id }) => id), CLOCKED_TASK_STATUSES])) {
      const known = tasksOf.get(task.caseId);
      if (known) known.push(task);
      else tasksOf.set(task.caseId, [task]);
    }
    return rows.flatMap((row) => {
      const tasks = tasksOf.get(row.id) ?? [];
      const now = redate(datedCase(row), tasks.map(datedTask), dates);
      return now.changed ? [{ row, tasks, now }] : [];
    });
  }

  private async write(tx: CommandTx, run: RedatingRun, redated: readonly Redated[]): Promise<number> {
    if (redated.length === 0) return 0;
    const events = redated.filter(({ now }) => now.moved).map((one) => eventOf(one, run, tx.now));
    const tasks = redated.flatMap(({ tasks: before, now }) =>
      before.flatMap((task, at) => {
        const after = now.tasks[at];
        return after && isChanged(after, datedTask(task)) ? [{ id: task.id, ...after }] : [];
      }),
    );
    await Promise.all([
      tx.query(WRITE_CASES, [
        redated.map(({ row }) => row.id),
        redated.map(({ now }) => now.statutory.due),
        redated.map(({ now }) => now.promised.due),
        redated.map(({ now }) => now.statutory.provisional),
        redated.map(({ now }) => now.promised.provisional),
        redated.map(({ row }) => row.eventCount),
        redated.map(({ row }) => row.eventHead),
      ]),
      tx.query(WRITE_TASKS, [
        tasks.map(({ id }) => id),
        tasks.map(({ statutoryDue }) => statutoryDue),
        tasks.map(({ promisedDue }) => promisedDue),
        tasks.map(({ step }) => step.due),
        tasks.map(({ step }) => step.provisional),
        tasks.map(({ nearestDue }) => nearestDue),
      ]),
      writeEventsInBulk(tx, events),
    ]);
    return events.length;
  }

  /** What is computed is kept as long as calendar and day are the same. */
  private async datesFor(tx: CommandTx): Promise<DueDates> {
    const [calendar, today] = [await this.calendars.seenBy(tx), shanghaiToday(tx.now)];
    if (this.dates?.of !== calendar || this.dates.on !== today) {
      this.dates = { of: calendar, on: today, known: new DueDates(calendar, today) };
    }
    return this.dates.known;
  }
}

/** The event moves the head of the chain on the row, which is written with the dates. */
function eventOf({ row, tasks, now }: Redated, run: RedatingRun, at: Date): CaseEvent {
  const data: MoveData = {
    run: run.id,
    because: run.because,
    ...(now.statutory.due === row.statutoryDue ? {} : { statutory: [row.statutoryDue, now.statutory.due] }),
    ...(now.promised.due === row.promisedDue ? {} : { promised: [row.promisedDue, now.promised.due] }),
    ...stepMoves(tasks, now),
  };
  return nextEvent(row, SYSTEM_AUTHOR, at, { action: REDATE, data: { ...data } });
}

function stepMoves(tasks: readonly TaskRow[], now: Redating): Pick<MoveData, 'steps'> {
  const steps = tasks.flatMap(({ stepName, stepDue }, at): [string, IsoDate, IsoDate][] => {
    const due = now.tasks[at]?.step.due ?? null;
    return due === null || stepDue === null || due === stepDue ? [] : [[stepName, stepDue, due]];
  });
  return steps.length > 0 ? { steps } : {};
}

function datedCase(row: CaseRow): DatedCase {
  return {
    ...row,
    pauses: row.halts ?? [],
    statutory: { due: row.statutoryDue, provisional: row.statutoryProvisional },
    promised: { due: row.promisedDue, provisional: row.promisedProvisional },
  };
}
