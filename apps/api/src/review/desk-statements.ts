import { DELEGABLE_ROLES } from '@onewindow/domain';
import type { endpoints, InputOf, TaskFacet } from '@onewindow/contracts';
import { selected, sql, type Statement } from '../platform/index.js';
import { TASK_COLUMNS, TASK_FROM, TASK_SELECT } from './task-columns.js';
import type { DeskTask, ListedTask } from './listed-task.js';
import { matchesWords } from './task-words.js';

export type Tab = InputOf<typeof endpoints.listTasks>['query']['tab'];
/** A department has fewer items and steps than this. */
const MOST_FACETS = 200;

/** R5.6: as whom the one who looks has applied. Seldom at all, so it is asked once for a page and not for each of its rows. */
const OWN_APPLICANTS = `ARRAY(SELECT a.id FROM applicant a WHERE a.identity_index = $1
  UNION ALL SELECT a.id FROM applicant a WHERE a.representative_identity_index = $1)`;
/** What a list row needs of its case for the rules; single-row look-ups by primary key for the rows of one page. */
const CASE_COLUMNS = `c.status AS "caseStatus", c.accepted_on AS "acceptedOn",
  c.halts, c.statutory_provisional AS "statutoryProvisional", c.promised_provisional AS "promisedProvisional",
  (c.applicant_id = ANY(${OWN_APPLICANTS}) OR c.agent_identity_index = $1) IS TRUE AS "ownConflict"`;
const CASE_JOIN = 'JOIN cases c ON c.id = t.case_id';
export const LISTED_COLUMNS = `${TASK_SELECT}, ${CASE_COLUMNS}`;
export const LISTED_FROM = `${TASK_FROM} ${CASE_JOIN}`;

/** A desk's row shows neither the work's text nor its past; what is not shown is not read. */
const OFF_THE_DESK: ReadonlySet<string> = new Set([
  'round',
  'isForeign',
  'doneAt',
  'outcome',
  'opinion',
  'points',
  'draftSavedAt',
  'stepLimit',
  'itemId',
] as const satisfies readonly Exclude<keyof ListedTask, keyof DeskTask>[]);
const ON_THE_DESK = TASK_COLUMNS.filter((property) => !OFF_THE_DESK.has(property));
/** Of 待办 the holder is whoever looks, or nobody; only 代办 shows the work of others. */
const DESK_COLUMNS = `${selected('t', ON_THE_DESK)}, ${CASE_COLUMNS}`;
const rowsOf = (tab: Tab, page: string): string =>
  tab === 'delegated'
    ? `${DESK_COLUMNS}, h.name AS "holderName", h.staff_no AS "holderNo" FROM ${page} t LEFT JOIN staff h ON h.id = t.holder_id ${CASE_JOIN}`
    : `${DESK_COLUMNS}, NULL::text AS "holderName", NULL::text AS "holderNo" FROM ${page} t ${CASE_JOIN}`;

/** Who looks, as SQL: the person (principals, for 代办), the department, the roles that perform (for 代办 those that the principals alone lend). */
interface Looker {
  who: string;
  department: string;
  roles: string;
}
type Part = (by: Looker) => string;

const POOLED = `t.status = 'pooled' AND t.kind NOT IN ('consultation', 'reroute')`;
const ASKED = `t.kind = 'consultation'`;
/** Of one role: only then the index gives the rows in the order of the desk. */
const poolOf = (role: string, department: string): string => `${POOLED} AND t.department_id = ${department} AND t.role = '${role}'`;
const askedOf = (department: string): string => `t.status = 'pooled' AND ${ASKED} AND t.department_id = ${department}`;
const pools: readonly Part[] = DELEGABLE_ROLES.map(
  (role) =>
    ({ department, roles }) =>
      `${poolOf(role, department)} AND '${role}' = ANY(${roles})`,
);
/** Everything that waits in a department, in parts that are each one index in the order of the desk. @param department as SQL */
export function departmentPool(department: string): string[] {
  return [...DELEGABLE_ROLES.map((role) => poolOf(role, department)), askedOf(department)];
}

/** A tab in parts, no task in two of them, of which each is read in its order from one partial index of open work: an OR over them sorted five thousand rows for a page of fifty. */
export const TAB_PARTS: Readonly<Record<Tab, readonly Part[]>> = {
  mine: [({ who }) => `t.status = 'claimed' AND t.holder_id = ${who}`],
  pool: pools,
  consultation: [
    ({ department }) => askedOf(department),
    ({ who, department }) => `t.status = 'claimed' AND ${ASKED} AND t.holder_id = ${who} AND t.department_id = ${department}`,
  ],
  delegated: [
    ({ who }) => `t.status = 'claimed' AND t.holder_id = ANY(${who})`,
    ...pools,
    ({ department, roles }) => `${askedOf(department)} AND t.role = ANY(${roles})`,
  ],
};
const TABS = Object.keys(TAB_PARTS) as Tab[];
const eachTab = <T>(of: (tab: Tab) => T): Record<Tab, T> => Object.fromEntries(TABS.map((tab) => [tab, of(tab)])) as Record<Tab, T>;

const whoType = (tab: Tab): string => (tab === 'delegated' ? 'uuid[]' : 'uuid');
/** `$1` the person's blind index, `$2` the person or the principals, `$3` the department, `$4` the roles. */
const open = (tab: Tab): Looker => ({ who: `$2::${whoType(tab)}`, department: '$3::uuid', roles: '$4::text[]' });
/**
 * The same, unseen by the planner: it would plan every page for the person who asks, which takes longer than reading the page, and would
 * find the same plan again.
 */
const unseen = (parameter: number, type: string): string => `(SELECT $${parameter}::${type})::${type}`;
const hidden = (tab: Tab): Looker => ({ who: unseen(2, whoType(tab)), department: unseen(3, 'uuid'), roles: unseen(4, 'text[]') });
/** A tab does not ask for all four; the server wants to know the type of each. */
const typed = (tab: Tab): string => `num_nonnulls($1::text, $2::${whoType(tab)}, $3::uuid, $4::text[]) >= 0`;

const ORDER = 'ORDER BY t.paused, t.nearest_due, t.received_at, t.id';

function pageOf(tab: Tab, by: Looker, filter: string, limit: string): string {
  const pages = TAB_PARTS[tab].map((part) => `(SELECT t.* FROM review_task t WHERE ${part(by)} ${filter} ${ORDER} LIMIT ${limit})`);
  return pages.length === 1 ? pages.join('') : `(SELECT t.* FROM (${pages.join(' UNION ALL ')}) t ${ORDER} LIMIT ${limit})`;
}

/** Pages are asked for by the fifty; the planner has to see how few rows are wanted. */
const LIMITS = [51, 101, 201] as const;
const FIRST_PAGES = eachTab((tab) =>
  LIMITS.map((limit) => sql<DeskTask>(`SELECT ${rowsOf(tab, pageOf(tab, hidden(tab), '', String(limit)))} WHERE ${typed(tab)} ${ORDER}`)),
);

/** The first page of a tab without filters: what every desk shows, and the statement that is measured. `$1` to `$4`. May give more rows than asked for. */
export function firstPageOf(tab: Tab, rows: number): Statement<DeskTask> {
  const at = LIMITS.findIndex((limit) => rows <= limit);
  const statement = FIRST_PAGES[tab].at(at);
  if (at < 0 || !statement) throw new RangeError(`no page has ${rows} rows`);
  return statement;
}

// $5 red before, $6 yellow through (dates); $7 the light asked for.
const LIGHT_WHERE = `($7::text IS NULL OR $7 = CASE WHEN t.paused THEN 'paused' WHEN t.nearest_due < $5 THEN 'red' WHEN t.nearest_due <= $6 THEN 'yellow' ELSE 'green' END)`;
/**
 * $8 item, $9 words, $10 to $13 the row after which to go on, $15 step, $16 idle through (R5.7: paused days don't count, so work whose clock
 * stands still is not stalled), $17 and $18 days of receipt.
 */
const FILTERS = `AND ${LIGHT_WHERE}
   AND ($8::uuid IS NULL OR t.item_id = $8) AND ${matchesWords('$9')}
   AND ($10::boolean IS NULL OR (t.paused, t.nearest_due, t.received_at, t.id) > ($10, $11::date, $12::timestamptz, $13::uuid))
   AND ($15::text IS NULL OR t.step_name = $15) AND ($16::date IS NULL OR (t.idle_since <= $16 AND NOT t.paused))
   AND ($17::date IS NULL OR t.received_at >= $17::date::timestamp AT TIME ZONE 'Asia/Shanghai')
   AND ($18::date IS NULL OR t.received_at < ($18::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;
/** Any page of a tab, with any filter; planned for what is asked. `$14` how many rows. */
export const FILTERED = eachTab((tab) =>
  sql<DeskTask>(`SELECT ${rowsOf(tab, pageOf(tab, open(tab), FILTERS, '$14'))} WHERE ${typed(tab)} ${ORDER}`),
);

/** What there is to filter by; `$1` to `$6`, of which the dates are not asked for. */
export const FACETS = eachTab((tab) => {
  const parts = TAB_PARTS[tab].map((part) => `SELECT t.item_id, t.item_name, t.step_name FROM review_task t WHERE ${part(open(tab))}`);
  return sql<TaskFacet>(
    `SELECT t.item_id AS "itemId", t.item_name AS "itemName", t.step_name AS "stepName", count(*)::int AS count FROM (${parts.join(' UNION ALL ')}) t
     WHERE ${typed(tab)} AND num_nonnulls($5::date, $6::date) > 0 GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2, 3 LIMIT ${MOST_FACETS}`,
  );
});
