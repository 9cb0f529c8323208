import {
  type DatedCase,
  type DatedTask,
  DueDates,
  type IsoDate,
  isHalted,
  isTaskStanding,
  redate,
  type WorkingCalendar,
} from '@onewindow/domain';
import type { TestDatabase } from './databases.js';

interface CaseRow extends Omit<DatedCase, 'statutory' | 'promised' | 'pauses'> {
  id: string;
  halts: DatedCase['pauses'] | null;
  statutoryDue: IsoDate | null;
  promisedDue: IsoDate | null;
  statutoryProvisional: boolean;
  promisedProvisional: boolean;
}

interface TaskRow extends Omit<DatedTask, 'step'> {
  caseId: string;
  stepKey: string;
  status: Parameters<typeof isTaskStanding>[0];
  stepDue: IsoDate | null;
  stepProvisional: boolean;
  paused: boolean;
}

const CASES = `SELECT id, status, accepted_on AS "acceptedOn", statutory_limit AS "statutoryLimit", promised_limit AS "promisedLimit",
  extension_days AS "extensionDays", halts, statutory_due AS "statutoryDue", promised_due AS "promisedDue",
  statutory_provisional AS "statutoryProvisional", promised_provisional AS "promisedProvisional" FROM cases WHERE status = 'accepted'`;
const TASKS = `SELECT t.case_id AS "caseId", t.step_key AS "stepKey", t.kind, t.status, t.step_started_on AS "startedOn", t.step_limit AS limit,
  t.step_due AS "stepDue", t.step_provisional AS "stepProvisional", t.statutory_due AS "statutoryDue", t.promised_due AS "promisedDue",
  t.nearest_due AS "nearestDue", t.paused FROM review_task t JOIN cases c ON c.id = t.case_id WHERE c.status = 'accepted'`;

/** R1.7: what lies stored for the cases under review and is not what the facts give when computed anew; nothing, once the night has passed. */
export async function staleDates(database: TestDatabase, calendar: WorkingCalendar, today: IsoDate): Promise<string[]> {
  const [cases, tasks] = [await database.query<CaseRow>(CASES), await database.query<TaskRow>(TASKS)];
  const dates = new DueDates(calendar, today);
  return cases.flatMap((row) => {
    const own = tasks.filter(({ caseId, status }) => caseId === row.id && isTaskStanding(status));
    const pauses = row.halts ?? [];
    const dated: DatedCase = {
      ...row,
      pauses,
      statutory: { due: row.statutoryDue, provisional: row.statutoryProvisional },
      promised: { due: row.promisedDue, provisional: row.promisedProvisional },
    };
    const steps = own.map((task): DatedTask => ({ ...task, step: { due: task.stepDue, provisional: task.stepProvisional } }));
    const marked = own.filter(({ paused }) => paused !== isHalted(pauses, today)).map(({ stepKey }) => `${row.id} ${stepKey} paused`);
    const now = redate(dated, steps, dates);
    return now.changed ? [...marked, `${row.id} ${JSON.stringify({ stored: [dated.statutory, dated.promised, steps], now })}`] : marked;
  });
}
