import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { STANDING_TASK_STATUSES } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { oneOf, type Actor, Database, sql } from '../platform/index.js';
import { LISTED_COLUMNS, LISTED_FROM } from './desk-statements.js';
import type { ListedTask } from './listed-task.js';
import { TaskPresenter } from './task.presenter.js';

/** A hall has few refusals at a time; more than this is listed by search. */
const MOST = 100;
const LIST = sql<ListedTask & { reason: string }>(
  `SELECT ${LISTED_COLUMNS}, COALESCE((SELECT r.opinion FROM review_task r WHERE r.case_id = t.case_id AND r.status = 'refused' ORDER BY r.done_at DESC LIMIT 1), '') AS reason
   FROM ${LISTED_FROM} WHERE t.kind = 'reroute' AND t.hall_id = $2 AND t.status IN (${oneOf(STANDING_TASK_STATUSES)}) ORDER BY t.nearest_due, t.id LIMIT ${MOST}`,
);

/** Refused tasks that wait in the receiving hall for the right department (R5.3). */
@Injectable()
export class RerouteQueries {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly presenter: TaskPresenter,
  ) {}

  async list(actor: Actor): Promise<ResponseOf<typeof endpoints.listReroutes>> {
    const found = await this.database.query(LIST, [actor.identityIndex, actor.hallId]);
    const [rows, { departments }] = await Promise.all([this.presenter.rows(actor, found), this.organisation.snapshot()]);
    return {
      items: rows.map((row, i) => ({ ...row, reason: found[i]?.reason ?? '' })),
      departments: departments.map(({ id, code, name, shortName }) => ({ id, code, name, shortName })),
    };
  }
}
