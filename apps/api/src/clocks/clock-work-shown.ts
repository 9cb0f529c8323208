import type { ClockWork, Endpoints, ResponseOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case } from '../cases/index.js';
import { type Actor, Clock, Database, sql } from '../platform/index.js';
import { EXTENSIONS, EXTENSIONS_OF_CASE, PROCEDURES, PROCEDURES_OF_CASE } from './clock-work.statements.js';
import { ClockWorkPresenter } from './clock-work.presenter.js';

/** A request or a running pause, with what names its case. */
export interface ListedRow {
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

const COUNTS = sql<{ waiting: number; running: number; overrun: number }>(
  `SELECT (SELECT count(*)::int FROM special_procedure p JOIN cases c ON c.id = p.case_id AND c.status = 'accepted'
            WHERE p.department_id = $1 AND p.status = 'requested')
        + (SELECT count(*)::int FROM case_extension e JOIN cases c ON c.id = e.case_id AND c.status = 'accepted'
            WHERE e.department_id = $1 AND e.status = 'requested') AS waiting,
          count(*)::int AS running, count(*) FILTER (WHERE p.announced_end < $2)::int AS overrun
     FROM special_procedure p JOIN cases c ON c.id = p.case_id AND c.status = 'accepted'
    WHERE p.department_id = $1 AND p.status = 'running'`,
);
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
