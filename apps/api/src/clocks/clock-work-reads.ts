import type { ClockWork, Endpoints, InputOf, ResponseOf, TaskClockWork } from '@onewindow/contracts';
import {
  STANDING_TASK_STATUSES,
  clockWorkRefusal,
  DomainError,
  extensionLeft,
  planProcedure,
  SPECIAL_PROCEDURE_LABELS,
  type SpecialProcedureKind,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { oneOf, type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import { inWhoseName, TaskStore } from '../review/index.js';
import { isLeadChief, listedOn } from './clock-work-desk.js';
import { ClockWorkShown, type ListedRow } from './clock-work-shown.js';

/** An open task of the case in the person's department. */
const OWN_TASK = `(SELECT t.id FROM review_task t WHERE t.case_id = c.id AND t.department_id = $1 AND t.status IN (${oneOf(STANDING_TASK_STATUSES)})
   ORDER BY t.pooled_at LIMIT 1) AS "taskId"`;
const OF_CASE = `c.id AS "caseId", c.case_no AS "caseNo", c.title, c.item_name AS "itemName",
  LEAST(c.statutory_due, c.promised_due) AS due, ${OWN_TASK}`;
const AFTER = '($2::text IS NULL OR (w.key, w.id) > ($2, $3::uuid)) ORDER BY w.key, w.id LIMIT $4';

// A request of a case that ended meanwhile waits for nobody.
const WAITING = sql<ListedRow>(
  `SELECT w.*, ${OF_CASE} FROM (
     SELECT id, 'procedure' AS type, case_id, id::text AS key FROM special_procedure WHERE department_id = $1 AND status = 'requested'
     UNION ALL SELECT id, 'extension', case_id, id::text FROM case_extension WHERE department_id = $1 AND status = 'requested'
   ) w JOIN cases c ON c.id = w.case_id AND c.status = 'accepted' WHERE ${AFTER}`,
);
const RUNNING = sql<ListedRow>(
  `SELECT w.*, ${OF_CASE} FROM (
     SELECT id, 'procedure' AS type, case_id, announced_end::text AS key FROM special_procedure WHERE department_id = $1 AND status = 'running'
   ) w JOIN cases c ON c.id = w.case_id AND c.status = 'accepted' WHERE ${AFTER}`,
);
const LISTS = { waiting: WAITING, running: RUNNING };

/** What was done with the clocks of a case, what can be asked for on a task, and what lies before a department. */
@Injectable()
export class ClockWorkReads {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseStore,
    private readonly tasks: TaskStore,
    private readonly versions: ItemVersions,
    private readonly shown: ClockWorkShown,
  ) {}

  async ofCase(actor: Actor, { params }: InputOf<Endpoints['getCaseClockWork']>): Promise<ClockWork> {
    return await this.shown.of(actor, await this.cases.get(actor, params.id));
  }

  async ofTask(actor: Actor, { params }: InputOf<Endpoints['getTaskClockWork']>): Promise<TaskClockWork> {
    const task = await this.tasks.get(actor, params.id);
    const row = await this.cases.get(actor, task.caseId);
    const [work, { definition }] = await Promise.all([this.shown.of(actor, row), this.versions.get(row.itemVersionId, this.database)]);
    const open = work.procedures
      .filter(({ phase }) => ['requested', 'noticed', 'running', 'overrun'].includes(phase))
      .map(({ kind }) => kind);
    const decidesAlone = isLeadChief(actor, row.departmentId);
    const principal = await this.tasks.principalOn(this.database, actor, task);
    const refused = clockWorkRefusal({ id: inWhoseName(actor, { principal }), isLeadChief: decidesAlone }, task);
    const { extensionLimit: limit } = definition;
    const listed = listedOn(definition, task.stepKey);
    return {
      ...work,
      taskVersion: task.version,
      listed: listed.map((one) => ({
        ...one,
        label: SPECIAL_PROCEDURE_LABELS[one.kind],
        problem: refused?.title ?? problemOf({ caseStatus: row.status, listed, kind: one.kind, open }),
      })),
      extension: { limit, extended: row.extensionDays, left: extensionLeft({ extensionLimit: limit, extended: row.extensionDays }) },
      decidesAlone,
    };
  }

  async list(actor: Actor, { query }: InputOf<Endpoints['listClockWork']>): Promise<ResponseOf<Endpoints['listClockWork']>> {
    const [key, id] = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : [null, null];
    const [found, counts] = await Promise.all([
      this.database.query(LISTS[query.tab], [actor.departmentId, key, id, query.limit + 1]),
      this.shown.counts(actor),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.key, row.id]);
    return { items: await this.shown.rows(actor, rows), nextCursor, counts };
  }
}

type Planned = Parameters<typeof planProcedure>[0] & { kind: SpecialProcedureKind };

function problemOf(request: Planned): string | null {
  try {
    planProcedure(request);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.title;
    throw error;
  }
}
