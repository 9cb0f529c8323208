import type { ClockWork, Endpoints, InputOf, ResponseOf, TaskClockWork } from '@onewindow/contracts';
import {
  clockWorkRefusal,
  DomainError,
  extensionLeft,
  planProcedure,
  shanghaiToday,
  SPECIAL_PROCEDURE_LABELS,
  type SpecialProcedureKind,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, CaseStore } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type Actor, Clock, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import { TaskStore } from '../review/index.js';
import { isLeadChief, listedOn } from './clock-work-desk.js';
import { EXTENSIONS, EXTENSIONS_OF_CASE, PROCEDURES, PROCEDURES_OF_CASE } from './clock-work.statements.js';
import { ClockWorkPresenter } from './clock-work.presenter.js';

interface ListedRow {
  id: string;
  type: 'procedure' | 'extension';
  caseId: string;
  caseNo: string;
  title: string;
  itemName: string;
  due: string | null;
  taskId: string | null;
  key: string;
}

/** An open task of the case in the person's department. */
const OWN_TASK = `(SELECT t.id FROM review_task t WHERE t.case_id = c.id AND t.department_id = $1 AND t.status IN ('pooled', 'claimed')
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
const COUNTS = sql<{ waiting: number; running: number; overrun: number }>(
  `SELECT (SELECT count(*)::int FROM special_procedure p JOIN cases c ON c.id = p.case_id AND c.status = 'accepted'
            WHERE p.department_id = $1 AND p.status = 'requested')
        + (SELECT count(*)::int FROM case_extension e JOIN cases c ON c.id = e.case_id AND c.status = 'accepted'
            WHERE e.department_id = $1 AND e.status = 'requested') AS waiting,
          count(*)::int AS running, count(*) FILTER (WHERE p.announced_end < $2)::int AS overrun
     FROM special_procedure p JOIN cases c ON c.id = p.case_id AND c.status = 'accepted'
    WHERE p.department_id = $1 AND p.status = 'running'`,
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
    const refused = clockWorkRefusal({ id: actor.staffId, isLeadChief: decidesAlone }, task);
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

/** Reads and presents together. */
@Injectable()
export class ClockWorkShown {
  constructor(
    private readonly database: Database,
    private readonly presenter: ClockWorkPresenter,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, row: Pick<Case, 'id'>): Promise<ClockWork> {
    const [procedures, extensions] = await Promise.all([
      this.database.query(PROCEDURES_OF_CASE, [row.id]),
      this.database.query(EXTENSIONS_OF_CASE, [row.id]),
    ]);
    return {
      caseId: row.id,
      procedures: await this.presenter.procedures(this.database, actor, procedures),
      extensions: await this.presenter.extensions(this.database, actor, extensions),
    };
  }

  async counts(actor: Actor): Promise<{ waiting: number; running: number; overrun: number }> {
    const [counted] = await this.database.query(COUNTS, [actor.departmentId, shanghaiToday(this.clock.now())]);
    return counted ?? { waiting: 0, running: 0, overrun: 0 };
  }

  async rows(actor: Actor, listed: readonly ListedRow[]): Promise<ResponseOf<Endpoints['listClockWork']>['items']> {
    const idsOf = (type: ListedRow['type']): string[] => listed.filter((row) => row.type === type).map(({ id }) => id);
    const [procedures, extensions] = await Promise.all([
      this.database.query(PROCEDURES, [idsOf('procedure')]),
      this.database.query(EXTENSIONS, [idsOf('extension')]),
    ]);
    const [shownProcedures, shownExtensions] = await Promise.all([
      this.presenter.procedures(this.database, actor, procedures),
      this.presenter.extensions(this.database, actor, extensions),
    ]);
    return listed.map(({ id, type, caseId, caseNo, title, itemName, due, taskId }) => ({
      id,
      type,
      caseId,
      taskId,
      caseNo,
      title,
      itemName,
      due,
      procedure: type === 'procedure' ? (shownProcedures.find((one) => one.id === id) ?? null) : null,
      extension: type === 'extension' ? (shownExtensions.find((one) => one.id === id) ?? null) : null,
    }));
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
