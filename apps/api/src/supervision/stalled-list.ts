import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { HEAT_BUCKETS, idleThrough } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { districtOf } from '../cases/index.js';
import { type Actor, Database, decodeCursor, pageOf, sql, type Statement } from '../platform/index.js';
import { casesOfName, LISTED_COLUMNS, LISTED_FROM, type ListedTask, patternOf, TaskPresenter } from '../review/index.js';
import { AnnouncedPauses } from './announced-pauses.js';
import { heatBoundaries } from './heat-columns.js';
import { CLOCK_NAMES, type ClockName, columnSql, DUE_BY_CLOCK, OPEN_WORK } from './open-work.js';

type ListInput = InputOf<typeof endpoints.listStalled>['query'];
type Filter = InputOf<typeof endpoints.listStalledIds>['query'];

/** All that 全选筛选结果 may take at once. */
const AT_MOST = 2_000;
const FROM_THE_START = ['0001-01-01', '00000000-0000-0000-0000-000000000000'] as const;
const ANY_DAY = '9999-12-31';

/** How words are looked for: `like` costs less than half of `ilike`, and Chinese has no capitals. */
type Words = 'none' | 'like' | 'ilike';
/** review_task_stalled holds title and number: the index answers alone. Items are few: those of that name are looked up first. */
const WORDS = {
  none: 'AND $9::text IS NULL AND $12::uuid[] IS NULL',
  like: 'AND (t.title LIKE $9 OR t.case_no LIKE $9 OR t.item_id IN (SELECT i.id FROM item i WHERE i.name LIKE $9) OR t.id = ANY($12::uuid[]))',
  ilike: 'AND (t.title ILIKE $9 OR t.item_id IN (SELECT i.id FROM item i WHERE i.name ILIKE $9) OR t.id = ANY($12::uuid[]))',
} as const satisfies Record<Words, string>;

/**
 * $1 district, $2 idle through, $3 paused work too, $4 departments, $5 columns, $6 boundaries, $7 holder, $8 item; then $9 the words looked
 * for, each way a statement of its own; $10 what lies in another column today than its date says, $11 those of it that are asked for; $12 what
 * has an applicant of that very name.
 */
function where(clock: ClockName, words: Words): string {
  return `${OPEN_WORK} AND t.idle_since <= $2 AND ($3 OR NOT t.paused)
    AND ($4::uuid[] IS NULL OR t.department_id = ANY($4))
    AND ($5::int[] IS NULL OR (${columnSql('t.paused', DUE_BY_CLOCK[clock], '$6')} = ANY($5) AND t.id <> ALL($10::uuid[])) OR t.id = ANY($11::uuid[]))
    AND ($7::uuid IS NULL OR t.holder_id = $7) AND ($8::uuid IS NULL OR t.item_id = $8)
    ${WORDS[words]}`;
}

interface Statements {
  ids: Statement<{ id: string; idleSince: string }>;
  count: Statement<{ total: number }>;
}

const statementsOf = (clock: ClockName, words: Words): Statements => ({
  ids: sql(
    `SELECT t.id, t.idle_since AS "idleSince" FROM review_task t WHERE ${where(clock, words)} AND (t.idle_since, t.id) > ($13::date, $14::uuid)
     ORDER BY t.idle_since, t.id LIMIT $15`,
  ),
  count: sql(`SELECT count(*)::int AS total FROM review_task t WHERE ${where(clock, words)}`),
});

const STATEMENTS = Object.fromEntries(
  CLOCK_NAMES.map((clock) => [
    clock,
    { none: statementsOf(clock, 'none'), like: statementsOf(clock, 'like'), ilike: statementsOf(clock, 'ilike') } satisfies Record<
      Words,
      Statements
    >,
  ]),
) as Record<ClockName, Record<Words, Statements>>;

/** `$1` is the supervisor's own blind index: the rows say which they could not decide themselves. */
const ROWS = sql<ListedTask>(`SELECT ${LISTED_COLUMNS} FROM ${LISTED_FROM} WHERE t.id = ANY($2::uuid[])`);

/** Open tasks of applicants of one name. */
const NAMED = sql<{ id: string }>(`SELECT t.id FROM review_task t WHERE ${OPEN_WORK} AND t.case_id IN (${casesOfName('$2')}) LIMIT $3`);

/** 停滞办件: open work of the district, longest idle first (R5.7). Dates are stored; only boundaries are computed (R1.7). */
@Injectable()
export class StalledList {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly presenter: TaskPresenter,
    private readonly announced: AnnouncedPauses,
  ) {}

  async page(actor: Actor, query: ListInput): Promise<ResponseOf<typeof endpoints.listStalled>> {
    const after = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : FROM_THE_START;
    const { statements, values } = await this.asked(actor, query);
    const [found, [counted]] = await Promise.all([
      this.database.query(statements.ids, [...values, ...after, query.limit + 1]),
      this.database.query(statements.count, values),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, ({ idleSince, id }) => [idleSince, id]);
    const listed = await this.database.query(ROWS, [actor.identityIndex, rows.map(({ id }) => id)]);
    const byId = new Map(listed.map((task) => [task.id, task]));
    const items = await this.presenter.rows(
      actor,
      rows.flatMap(({ id }) => byId.get(id) ?? []),
    );
    // Nobody is reminded yet: 催办 comes with the orders of supervision.
    return { items: items.map((row) => ({ ...row, reminders: 0 })), nextCursor, total: counted?.total ?? 0 };
  }

  async ids(actor: Actor, query: Filter): Promise<ResponseOf<typeof endpoints.listStalledIds>> {
    const { statements, values } = await this.asked(actor, query);
    const [found, [counted]] = await Promise.all([
      this.database.query(statements.ids, [...values, ...FROM_THE_START, AT_MOST]),
      this.database.query(statements.count, values),
    ]);
    return { ids: found.map(({ id }) => id), total: counted?.total ?? 0 };
  }

  private async asked(actor: Actor, query: Filter): Promise<{ statements: Statements; values: unknown[] }> {
    const calendar = await this.calendars.current();
    const today = this.calendars.today();
    const everything = query.minStalled === 0;
    const columns = query.buckets?.map((key) => HEAT_BUCKETS.findIndex((bucket) => bucket.key === key));
    const boundaries = heatBoundaries(today, calendar);
    const district = districtOf(actor);
    const moved = columns === undefined ? [] : await this.announced.moved(district, query.clock, { today, calendar, boundaries });
    const values = [
      district,
      // R5.7: paused days don't count, so work whose clock stands still is not stalled; 0 asks for all that is open.
      everything ? ANY_DAY : idleThrough(query.minStalled, today, calendar),
      everything,
      nonEmpty(query.departmentIds),
      nonEmpty(columns),
      boundaries,
      query.holderId ?? null,
      query.itemId ?? null,
      query.q ? patternOf(query.q) : null,
      moved.map(({ id }) => id),
      moved.filter(({ column }) => columns?.includes(column)).map(({ id }) => id),
      query.q ? await this.named(district, query.q) : null,
    ];
    return { statements: STATEMENTS[query.clock][query.q ? wayOf(query.q) : 'none'], values };
  }

  /** Looked up first: the index that answers the rest alone knows no applicant. */
  private async named(district: string | null, typed: string): Promise<string[]> {
    return (await this.database.query(NAMED, [district, typed.trim(), AT_MOST])).map(({ id }) => id);
  }
}

function wayOf(typed: string): Words {
  return typed.toLowerCase() === typed.toUpperCase() ? 'like' : 'ilike';
}

/** A list filter without members filters nothing. */
function nonEmpty<T>(list: readonly T[] | undefined): readonly T[] | null {
  return list && list.length > 0 ? list : null;
}
