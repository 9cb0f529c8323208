import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { rerouteKey, STANDING_TASK_STATUSES } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { oneOf, type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import { LISTED_COLUMNS, LISTED_FROM } from './desk-statements.js';
import type { ListedTask } from './listed-task.js';
import { TaskPresenter } from './task.presenter.js';

const waitingIn = (hall: string): string => `t.kind = 'reroute' AND t.hall_id = ${hall} AND t.status IN (${oneOf(STANDING_TASK_STATUSES)})`;
/** Two branches of one case may wait here at once, each for a step of its own. */
const REFUSAL = `LATERAL (SELECT r.step_name, r.opinion FROM review_task r
    WHERE r.case_id = t.case_id AND r.step_key = substr(t.step_key, ${rerouteKey('').length + 1}) AND r.status = 'refused'
    ORDER BY r.round DESC LIMIT 1)`;
const LIST = sql<ListedTask & { reason: string | null; refusedStep: string | null }>(
  `SELECT ${LISTED_COLUMNS}, refusal.opinion AS reason, refusal.step_name AS "refusedStep"
   FROM ${LISTED_FROM} LEFT JOIN ${REFUSAL} refusal ON true
   WHERE ${waitingIn('$2')} AND ($3::date IS NULL OR (t.nearest_due, t.id) > ($3::date, $4::uuid))
   ORDER BY t.nearest_due, t.id LIMIT $5`,
);
const COUNT = sql<{ total: number }>(`SELECT count(*)::int AS total FROM review_task t WHERE ${waitingIn('$1')}`);

/** Refused tasks that wait in the receiving hall for the right department (R5.3). */
@Injectable()
export class RerouteQueries {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly presenter: TaskPresenter,
  ) {}

  async list(actor: Actor, { query }: InputOf<typeof endpoints.listReroutes>): Promise<ResponseOf<typeof endpoints.listReroutes>> {
    const after = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, ['string', 'string']);
    const [found, [count]] = await Promise.all([
      this.database.query(LIST, [actor.identityIndex, actor.hallId, ...after, query.limit + 1]),
      this.database.query(COUNT, [actor.hallId]),
    ]);
    const { rows: tasks, nextCursor } = pageOf(found, query.limit, (task) => [task.nearestDue, task.id]);
    const [rows, { departments }] = await Promise.all([this.presenter.rows(actor, tasks), this.organisation.snapshot()]);
    return {
      items: rows.map((row, i) => ({ ...row, reason: tasks[i]?.reason ?? '', refusedStep: tasks[i]?.refusedStep ?? '' })),
      nextCursor,
      total: count?.total ?? 0,
      departments: departments.map(({ id, code, name, shortName }) => ({ id, code, name, shortName })),
    };
  }
}
