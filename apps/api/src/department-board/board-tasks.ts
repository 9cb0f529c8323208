import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { shanghaiToday, lightBoundaries } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { type Actor, Clock, Database, decodeCursor, pageOf, sql, type Statement } from '../platform/index.js';
import {
  departmentPool,
  LISTED_COLUMNS,
  LISTED_FROM,
  type ListedTask,
  matchesWords,
  type TaskWords,
  TaskPresenter,
  wordsOf,
} from '../review/index.js';
import { DepartmentCrew } from './department-crew.js';

type ListInput = InputOf<typeof endpoints.listDepartmentTasks>['query'];
type Page = ResponseOf<typeof endpoints.listDepartmentTasks>;

/** The same rows that the board's numbers count, in parts that one index each gives in order. `$2` department, `$3` officers. */
const SCOPES = {
  pool: departmentPool('$2'),
  held: [`t.status = 'claimed' AND t.department_id = $2 AND t.holder_id = ANY($3::uuid[])`],
} as const satisfies Record<string, readonly string[]>;
/** `$4` red before, `$5` yellow through; `$6` the light asked for, `$7` the words. */
const FILTERS = `($6::text IS NULL OR $6 = CASE WHEN t.paused THEN 'paused' WHEN t.nearest_due < $4 THEN 'red' WHEN t.nearest_due <= $5 THEN 'yellow' ELSE 'green' END)
  AND ${matchesWords('$7')}`;

const PAGE = 'ORDER BY t.paused, t.nearest_due, t.received_at, t.id LIMIT $12';
const AFTER = '($8::boolean IS NULL OR (t.paused, t.nearest_due, t.received_at, t.id) > ($8, $9::date, $10::timestamptz, $11::uuid))';
const OPEN = Object.fromEntries(
  Object.entries(SCOPES).map(([scope, parts]) => {
    const pages = parts.map((where) => `(SELECT t.* FROM review_task t WHERE ${where} AND ${FILTERS} AND ${AFTER} ${PAGE})`);
    const from = LISTED_FROM.replace('review_task t', `(${pages.join(' UNION ALL ')}) t`);
    return [scope, sql<ListedTask>(`SELECT ${LISTED_COLUMNS} FROM ${from} WHERE cardinality($3::uuid[]) >= 0 ${PAGE}`)];
  }),
) as Record<keyof typeof SCOPES, Statement<ListedTask>>;

const DONE = sql<ListedTask>(
  `SELECT ${LISTED_COLUMNS} FROM ${LISTED_FROM} WHERE t.completed_by = ANY($2::uuid[]) AND t.done_at >= $3
   AND ${matchesWords('$4')}
   AND ($5::timestamptz IS NULL OR (t.done_at, t.id) < ($5, $6::uuid))
   ORDER BY t.done_at DESC, t.id DESC LIMIT $7`,
);

/** What a number of the board counts, worst first; what was done, newest first. */
@Injectable()
export class BoardTasks {
  constructor(
    private readonly database: Database,
    private readonly crew: DepartmentCrew,
    private readonly calendars: WorkingCalendars,
    private readonly presenter: TaskPresenter,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: ListInput): Promise<Page> {
    const crew = (await this.crew.officers(actor)).map(({ id }) => id);
    // Somebody of another department has no work here to show.
    const officers = query.holderId ? crew.filter((id) => id === query.holderId) : crew;
    const words = wordsOf(query.q);
    return query.scope === 'done'
      ? await this.done(actor, query, officers, words)
      : await this.open(actor, query.scope, query, officers, words);
  }

  private async open(
    actor: Actor,
    scope: keyof typeof SCOPES,
    query: ListInput,
    officers: readonly string[],
    words: TaskWords | null,
  ): Promise<Page> {
    const after = query.cursor ? decodeCursor(query.cursor, ['boolean', 'string', 'string', 'string']) : [null, null, null, null];
    const calendar = await this.calendars.current();
    const { redBefore, yellowThrough } = lightBoundaries(shanghaiToday(this.clock.now()), calendar, calendar.lights);
    const values = [actor.identityIndex, actor.departmentId, officers, redBefore, yellowThrough, query.light ?? null, words];
    const found = await this.database.query(OPEN[scope], [...values, ...after, query.limit + 1]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.paused, row.nearestDue, row.receivedAt.toISOString(), row.id]);
    return { items: await this.present(actor, rows), nextCursor };
  }

  private async done(actor: Actor, query: ListInput, officers: readonly string[], words: TaskWords | null): Promise<Page> {
    const [doneAt, id] = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : [null, null];
    const values = [actor.identityIndex, officers, this.crew.startOfToday(), words, doneAt, id, query.limit + 1];
    const found = await this.database.query(DONE, values);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.doneAt?.toISOString() ?? '', row.id]);
    return { items: await this.present(actor, rows), nextCursor };
  }

  private async present(actor: Actor, rows: readonly ListedTask[]): Promise<Page['items']> {
    const presented = await this.presenter.rows(actor, rows);
    return presented.map((row, i) => ({ ...row, doneAt: rows[i]?.doneAt?.toISOString() ?? null }));
  }
}
