import type { WorkingCalendar } from './calendar.js';
import type { CaseStatus } from './case-status.js';
import { caseDueDates, stepDueDate } from './case-clocks.js';
import type { DueDate } from './clock.js';
import type { IsoDate } from './dates.js';
import type { Pause } from './pause.js';
import type { TaskKind, TaskStatus } from './task-status.js';
import { nearestInQueue, type QueuedClocks } from './urgency.js';

/** The statuses in which a stored date can still move: under review, and decided with its delivery under way (art 44). */
export const CLOCKED_CASE_STATUSES = ['accepted', 'decided'] as const satisfies readonly CaseStatus[];
/** The statuses of a task whose step clock runs; a waiting one takes its dates when it opens. */
export const CLOCKED_TASK_STATUSES = ['pooled', 'claimed'] as const satisfies readonly TaskStatus[];

/** A due date as it is stored. */
export interface StoredDue {
  due: IsoDate | null;
  provisional: boolean;
}

/** A case with the facts its dates come from, and the dates that are stored. */
export interface DatedCase {
  status: (typeof CLOCKED_CASE_STATUSES)[number];
  acceptedOn: IsoDate | null;
  statutoryLimit: number | null;
  promisedLimit: number | null;
  extensionDays: number;
  pauses: readonly Pause[];
  statutory: StoredDue;
  promised: StoredDue;
}

/** A task whose step clock runs, with the dates that are stored. */
export interface DatedTask {
  kind: TaskKind;
  startedOn: IsoDate | null;
  limit: number;
  step: StoredDue;
  statutoryDue: IsoDate | null;
  promisedDue: IsoDate | null;
  nearestDue: IsoDate;
}

/** The dates of a case and its running tasks, computed anew. */
export interface Redating {
  statutory: StoredDue;
  promised: StoredDue;
  /** In the order in which the tasks were given. */
  tasks: Pick<DatedTask, 'step' | 'statutoryDue' | 'promisedDue' | 'nearestDue'>[];
  /** A due date of the case or of a step is another day: the case gets an event (R1.2). */
  moved: boolean;
  /** Something stored is to be written: a date, or only whether it is provisional. */
  changed: boolean;
}

/** Computes due dates, each combination once: of 200,000 cases most share their start and limit with thousands of others. */
export class DueDates {
  private readonly known = new Map<string, { statutory: StoredDue; promised: StoredDue }>();
  private readonly steps = new Map<string, StoredDue>();

  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly today: IsoDate,
  ) {}

  /** R1.5: both due dates of a case. */
  ofCase(row: Pick<DatedCase, 'acceptedOn' | 'statutoryLimit' | 'promisedLimit' | 'extensionDays' | 'pauses'>): {
    statutory: StoredDue;
    promised: StoredDue;
  } {
    const compute = (): { statutory: StoredDue; promised: StoredDue } => {
      const { statutory, promised } = caseDueDates(row, this.calendar, this.today);
      return { statutory: stored(statutory), promised: stored(promised) };
    };
    if (row.pauses.length > 0) return compute();
    return kept(this.known, `${row.acceptedOn}/${row.statutoryLimit}/${row.promisedLimit}/${row.extensionDays}`, compute);
  }

  /** R1.5: the due date of a step; null before it has begun. */
  ofStep({ kind, startedOn, limit }: Pick<DatedTask, 'kind' | 'startedOn' | 'limit'>, pauses: readonly Pause[]): StoredDue {
    if (startedOn === null) return NO_DATE;
    const compute = (): StoredDue => stored(stepDueDate({ kind, startedOn, limit, pauses }, this.calendar, this.today));
    return pauses.length > 0 ? compute() : kept(this.steps, `${startedOn}/${limit}`, compute);
  }

  /** R1.8: the nearest of a task's due dates, as the clocks run today. */
  nearest(clocks: QueuedClocks['clocks'], pauses: readonly Pause[]): IsoDate {
    return nearestInQueue({ clocks, pauses, calendar: this.calendar, today: this.today });
  }
}

const NO_DATE: StoredDue = { due: null, provisional: false };

function stored(due: DueDate | null): StoredDue {
  return due ?? NO_DATE;
}

function kept<T>(known: Map<string, T>, key: string, compute: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = compute();
    known.set(key, value);
  }
  return value;
}

/**
 * R1.2: what a changed calendar makes of a case: its two dates, unless the decision has ended them, and the dates of the steps that run.
 * Computed from the facts alone, so that doing it twice is doing it once.
 */
export function redate(row: DatedCase, tasks: readonly DatedTask[], dates: DueDates): Redating {
  const isReviewed = row.status === 'accepted';
  const { statutory, promised } = isReviewed ? dates.ofCase(row) : row;
  const redated = tasks.map((task) => {
    const step = dates.ofStep(task, row.pauses);
    // 出证 has no clock but its own: the review's ended with the decision.
    const statutoryDue = isReviewed ? statutory.due : task.statutoryDue;
    const promisedDue = isReviewed ? promised.due : task.promisedDue;
    const clocks = [
      { start: row.acceptedOn, due: statutoryDue },
      { start: row.acceptedOn, due: promisedDue },
      { start: task.startedOn, due: step.due },
    ];
    return { step, statutoryDue, promisedDue, nearestDue: dates.nearest(clocks, row.pauses) };
  });
  const moved =
    statutory.due !== row.statutory.due ||
    promised.due !== row.promised.due ||
    redated.some(({ step }, at) => step.due !== tasks[at]?.step.due);
  const changed =
    moved ||
    statutory.provisional !== row.statutory.provisional ||
    promised.provisional !== row.promised.provisional ||
    redated.some((task, at) => isChanged(task, tasks[at]));
  return { statutory, promised, tasks: redated, moved, changed };
}

/** Is there anything to write for this task? */
export function isChanged(task: Redating['tasks'][number], before: DatedTask | undefined): boolean {
  return (
    before === undefined ||
    task.step.due !== before.step.due ||
    task.step.provisional !== before.step.provisional ||
    task.statutoryDue !== before.statutoryDue ||
    task.promisedDue !== before.promisedDue ||
    task.nearestDue !== before.nearestDue
  );
}
