import type { endpoints, InputOf, ResponseOf, TaskFacet } from '@onewindow/contracts';
import {
  addCalendarDays,
  DEFAULT_LIGHT_THRESHOLDS,
  idleThrough,
  type IsoDate,
  type Role,
  shanghaiToday,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { Delegations, type StandingPrincipal } from '../delegation/index.js';
import { type Actor, Clock, Database, decodeCursor, hasRole, pageOf, sql, type Statement } from '../platform/index.js';
import { TASK_FROM, TASK_SELECT } from './task-columns.js';
import { type ListedTask, TaskPresenter } from './task.presenter.js';

type ListInput = InputOf<typeof endpoints.listTasks>['query'];
type Tab = ListInput['tab'];
/** A department has fewer items and steps than this. */
const MOST_FACETS = 200;

/** What a list row needs of its case for the rules; single-row look-ups by primary key for the rows of one page. */
export const LISTED_COLUMNS = `${TASK_SELECT}, c.status AS "caseStatus", c.accepted_on AS "acceptedOn",
  c.halts, c.statutory_provisional AS "statutoryProvisional", c.promised_provisional AS "promisedProvisional",
  (a.identity_index = $1 OR a.representative_identity_index = $1 OR c.agent_identity_index = $1) IS TRUE AS "ownConflict"`;
export const LISTED_FROM = `${TASK_FROM} JOIN cases c ON c.id = t.case_id LEFT JOIN applicant a ON a.id = c.applicant_id`;

/** Conditions of the tabs; `$2` is the person, `$3` the department, `$4` the roles that perform. 代办: the principals, and the roles that they alone lend. */
const TAB_WHERE = {
  mine: `t.status = 'claimed' AND t.holder_id = $2 AND $3::uuid IS NOT DISTINCT FROM $3 AND $4::text[] IS NOT NULL`,
  pool: `t.status = 'pooled' AND t.department_id = $3 AND t.kind NOT IN ('consultation', 'reroute') AND t.role = ANY($4) AND $2::uuid IS NOT NULL`,
  consultation: `t.department_id = $3 AND t.kind = 'consultation' AND (t.status = 'pooled' OR (t.status = 'claimed' AND t.holder_id = $2)) AND $4::text[] IS NOT NULL`,
  delegated: `((t.status = 'claimed' AND t.holder_id = ANY($2::uuid[])) OR (t.status = 'pooled' AND t.department_id = $3 AND t.role = ANY($4::text[]) AND t.kind <> 'reroute'))`,
} as const satisfies Record<Tab, string>;

// $5 red before, $6 yellow through (dates); $7 the light asked for.
const LIGHT_WHERE = `($7::text IS NULL OR $7 = CASE WHEN t.paused THEN 'paused' WHEN t.nearest_due < $5 THEN 'red' WHEN t.nearest_due <= $6 THEN 'yellow' ELSE 'green' END)`;

/** A tab in parts of which each is read in its order from one partial index: an OR over both sorted five thousand rows for a page of fifty. */
const TAB_PARTS: Readonly<Record<Tab, readonly string[]>> = {
  mine: [TAB_WHERE.mine],
  pool: [TAB_WHERE.pool],
  consultation: [
    `t.status = 'pooled' AND t.department_id = $3 AND t.kind = 'consultation' AND $4::text[] IS NOT NULL`,
    `t.status = 'claimed' AND t.holder_id = $2 AND t.department_id = $3 AND t.kind = 'consultation'`,
  ],
  delegated: [
    `t.status = 'claimed' AND t.holder_id = ANY($2::uuid[])`,
    `t.status = 'pooled' AND t.department_id = $3 AND t.role = ANY($4::text[]) AND t.kind <> 'reroute'`,
  ],
};
const PAGE = 'ORDER BY t.paused, t.nearest_due, t.received_at, t.id LIMIT $14';

const listOf = (more: string): Record<Tab, Statement<ListedTask>> =>
  Object.fromEntries(
    Object.entries(TAB_PARTS).map(([tab, parts]) => {
      const pages = parts.map(
        (where) => `(SELECT t.* FROM review_task t WHERE ${where} AND ${LIGHT_WHERE}
         AND ($8::uuid IS NULL OR t.item_id = $8) AND ($9::text IS NULL OR t.title ILIKE $9 OR t.case_no LIKE $9 OR t.item_name ILIKE $9)
         AND ($10::boolean IS NULL OR (t.paused, t.nearest_due, t.received_at, t.id) > ($10, $11::date, $12::timestamptz, $13::uuid))
         ${more} ${PAGE})`,
      );
      const page = pages.length === 1 ? pages[0] : `(SELECT t.* FROM (${pages.join(' UNION ALL ')}) t ${PAGE})`;
      const from = LISTED_FROM.replace('review_task t', `${page} t`);
      return [tab, sql<ListedTask>(`SELECT ${LISTED_COLUMNS} FROM ${from} ${PAGE}`)];
    }),
  ) as Record<Tab, Statement<ListedTask>>;
/** What most desks show; the statement that is measured. */
const LIST = listOf('');
/** $15 step, $16 idle through (R5.7: paused days don't count, so work whose clock stands still is not stalled), $17 and $18 days of receipt. */
const FILTERED = listOf(
  `AND ($15::text IS NULL OR t.step_name = $15) AND ($16::date IS NULL OR (t.idle_since <= $16 AND NOT t.paused))
   AND ($17::date IS NULL OR t.received_at >= $17::date::timestamp AT TIME ZONE 'Asia/Shanghai')
   AND ($18::date IS NULL OR t.received_at < ($18::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`,
);

interface Counts {
  red: number;
  yellow: number;
  green: number;
  paused: number;
  all: number;
}
/** The same rows for counting: each part reads one partial index alone, which an OR over both could not. */
const COUNT_FROM = {
  mine: `SELECT t.paused, t.nearest_due FROM review_task t WHERE ${TAB_WHERE.mine}`,
  pool: `SELECT t.paused, t.nearest_due FROM review_task t WHERE ${TAB_WHERE.pool}`,
  consultation: `SELECT t.paused, t.nearest_due FROM review_task t WHERE t.status = 'pooled' AND t.department_id = $3 AND t.kind = 'consultation'
     UNION ALL
     SELECT t.paused, t.nearest_due FROM review_task t
     WHERE t.status = 'claimed' AND t.holder_id = $2 AND t.department_id = $3 AND t.kind = 'consultation' AND $4::text[] IS NOT NULL`,
  delegated: `SELECT t.paused, t.nearest_due FROM review_task t WHERE ${TAB_WHERE.delegated}`,
} as const satisfies Record<Tab, string>;

const COUNT = Object.fromEntries(
  Object.entries(COUNT_FROM).map(([tab, from]) => [
    tab,
    sql<Counts>(
      `SELECT count(*) FILTER (WHERE NOT t.paused AND t.nearest_due < $5)::int AS red,
              count(*) FILTER (WHERE NOT t.paused AND t.nearest_due >= $5 AND t.nearest_due <= $6)::int AS yellow,
              count(*) FILTER (WHERE NOT t.paused AND t.nearest_due > $6)::int AS green,
              count(*) FILTER (WHERE t.paused)::int AS paused, count(*)::int AS "all"
       FROM (${from}) t WHERE $1::text IS NOT DISTINCT FROM $1`,
    ),
  ]),
) as Record<Tab, Statement<Counts>>;

const FACETS = Object.fromEntries(
  Object.entries(TAB_WHERE).map(([tab, where]) => [
    tab,
    sql<TaskFacet>(
      `SELECT t.item_id AS "itemId", t.item_name AS "itemName", t.step_name AS "stepName", count(*)::int AS count FROM review_task t
       WHERE ${where} AND $1::text IS NOT DISTINCT FROM $1 AND ($5::date, $6::date) IS NOT NULL
       GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2, 3 LIMIT ${MOST_FACETS}`,
    ),
  ]),
) as Record<Tab, Statement<TaskFacet>>;

/** 待办: the lists of the desk, worst first, and their counts. Dates are stored; only boundaries are computed (R1.7). */
@Injectable()
export class TaskQueries {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
    private readonly presenter: TaskPresenter,
    private readonly delegations: Delegations,
  ) {}

  async list(actor: Actor, query: ListInput): Promise<ResponseOf<typeof endpoints.listTasks>> {
    const [paused, nearest, receivedAt, id] = query.cursor
      ? decodeCursor(query.cursor, ['boolean', 'string', 'string', 'string'])
      : [null, null, null, null];
    const like = query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const more = await this.moreOf(query);
    const principals = query.tab === 'delegated' ? await this.principalsOf(actor) : [];
    const found = await this.database.query((more.length > 0 ? FILTERED : LIST)[query.tab], [
      ...(await this.base(actor, query.tab, principals)),
      query.light ?? null,
      query.itemId ?? null,
      like,
      paused,
      nearest,
      receivedAt,
      id,
      query.limit + 1,
      ...more,
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.paused, row.nearestDue, row.receivedAt.toISOString(), row.id]);
    return { items: await this.presenter.rows(actor, rows, principals), nextCursor };
  }

  async counts(actor: Actor): Promise<ResponseOf<typeof endpoints.countTasks>> {
    const base = await this.base(actor);
    const [[mine], [pool], [consultation], delegated] = await Promise.all([
      this.database.query(COUNT.mine, base),
      this.database.query(COUNT.pool, base),
      this.database.query(COUNT.consultation, base),
      this.delegatedCounts(actor),
    ]);
    const none: Counts = { red: 0, yellow: 0, green: 0, paused: 0, all: 0 };
    return { mine: mine ?? none, pool: pool ?? none, consultation: consultation ?? none, delegated };
  }

  /** Most stand in for nobody: then nothing is counted. */
  private async delegatedCounts(actor: Actor): Promise<Counts | null> {
    const principals = await this.principalsOf(actor);
    if (principals.length === 0) return null;
    const [counted] = await this.database.query(COUNT.delegated, await this.base(actor, 'delegated', principals));
    return counted ?? null;
  }

  private principalsOf(actor: Actor): Promise<StandingPrincipal[]> {
    return this.delegations.principalsOf(this.database, actor, shanghaiToday(this.clock.now()));
  }

  /** What there is to filter by in a tab: the items and steps of its open work, the most frequent first. */
  async facets(actor: Actor, tab: Tab): Promise<ResponseOf<typeof endpoints.taskFacets>> {
    const principals = tab === 'delegated' ? await this.principalsOf(actor) : [];
    return { items: await this.database.query(FACETS[tab], await this.base(actor, tab, principals)) };
  }

  /** The rarer filters; empty when none is asked for. */
  private async moreOf({ stepName, minStalled, receivedFrom, receivedTo }: ListInput): Promise<unknown[]> {
    if (stepName === undefined && minStalled === undefined && receivedFrom === undefined && receivedTo === undefined) return [];
    const today = shanghaiToday(this.clock.now());
    const idle = minStalled === undefined ? null : idleThrough(minStalled, today, await this.calendars.current());
    return [stepName ?? null, idle, receivedFrom ?? null, receivedTo ?? null];
  }

  private async base(actor: Actor, tab: Tab = 'mine', principals: readonly StandingPrincipal[] = []): Promise<unknown[]> {
    const today = shanghaiToday(this.clock.now());
    const roles: Role[] = (['approver', 'chief'] as const).filter((role) => hasRole(actor, role));
    const { redBefore, yellowThrough } = lightBoundaries(today, await this.calendars.current());
    if (tab === 'delegated') {
      // What the officer's own roles reach lies in the officer's own pool.
      const lent = [...new Set(principals.flatMap((one) => one.roles))].filter((role) => !hasRole(actor, role));
      return [actor.identityIndex, principals.map(({ id }) => id), actor.departmentId, lent, redBefore, yellowThrough];
    }
    return [actor.identityIndex, actor.staffId, actor.departmentId, roles, redBefore, yellowThrough];
  }
}

/**
 * The lights of R1.8 as dates: a due date before `redBefore` is red, one through `yellowThrough` yellow. A due date may lie on a day off,
 * where nothing more remains than on the working day before it.
 */
export function lightBoundaries(today: IsoDate, calendar: WorkingCalendar): { redBefore: IsoDate; yellowThrough: IsoDate } {
  const { yellowThrough } = DEFAULT_LIGHT_THRESHOLDS;
  let through = today;
  while (calendar.workingDaysIn(today, addCalendarDays(through, 1)) <= yellowThrough) through = addCalendarDays(through, 1);
  let red = today;
  while (calendar.workingDaysIn(addCalendarDays(red, -1), today) === 0) red = addCalendarDays(red, -1);
  return { redBefore: red, yellowThrough: through };
}
