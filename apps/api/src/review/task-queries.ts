import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { DELEGABLE_ROLES, idleThrough, lightBoundaries, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { Delegations, type StandingPrincipal } from '../delegation/index.js';
import { type Actor, Clock, type CommandTx, Database, decodeCursor, gatheredReader, hasRole, pageOf } from '../platform/index.js';
import { COUNT_DELEGATED, COUNT_OWN, type Counts, countsIn } from './desk-counts.js';
import { FACETS, FILTERED, firstPageOf, type Tab } from './desk-statements.js';
import type { DeskTask } from './listed-task.js';
import { TaskPresenter } from './task.presenter.js';
import { wordsOf } from './task-words.js';

type Reader = Pick<CommandTx, 'query'>;
type ListInput = InputOf<typeof endpoints.listTasks>['query'];

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
    const principals = query.tab === 'delegated' ? await this.principalsOf(actor) : [];
    const found = isPlain(query)
      ? await this.database.query(firstPageOf(query.tab, query.limit + 1), lookerOf(actor, query.tab, principals))
      : await this.filtered(actor, query, principals);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.paused, row.nearestDue, row.receivedAt.toISOString(), row.id]);
    return { items: await this.presenter.rows(actor, withHolder(actor, rows), principals), nextCursor };
  }

  private async filtered(actor: Actor, query: ListInput, principals: readonly StandingPrincipal[]): Promise<DeskTask[]> {
    const after = query.cursor ? decodeCursor(query.cursor, ['boolean', 'string', 'string', 'string']) : [null, null, null, null];
    const { light = null, itemId = null, stepName = null, minStalled, receivedFrom = null, receivedTo = null } = query;
    const today = shanghaiToday(this.clock.now());
    const idle = minStalled === undefined ? null : idleThrough(minStalled, today, await this.calendars.current());
    return await this.database.query(FILTERED[query.tab], [
      ...(await this.base(actor, query.tab, principals)),
      light,
      itemId,
      wordsOf(query.q),
      ...after,
      query.limit + 1,
      stepName,
      idle,
      receivedFrom,
      receivedTo,
    ]);
  }

  async counts(actor: Actor): Promise<ResponseOf<typeof endpoints.countTasks>> {
    const [, ...base] = await this.base(actor, 'mine');
    const reader = gatheredReader(this.database);
    const [found, delegated] = await Promise.all([reader.query(COUNT_OWN, base), this.delegatedCounts(reader, actor)]);
    return { mine: countsIn(found, 'mine'), pool: countsIn(found, 'pool'), consultation: countsIn(found, 'consultation'), delegated };
  }

  /** Most stand in for nobody: then nothing is counted. */
  private async delegatedCounts(reader: Reader, actor: Actor): Promise<Counts | null> {
    const principals = await this.principalsOf(actor, reader);
    if (principals.length === 0) return null;
    const [, ...base] = await this.base(actor, 'delegated', principals);
    return countsIn(await reader.query(COUNT_DELEGATED, base), 'delegated');
  }

  private principalsOf(actor: Actor, reader: Reader = this.database): Promise<StandingPrincipal[]> {
    return this.delegations.principalsOf(reader, actor, shanghaiToday(this.clock.now()));
  }

  /** What there is to filter by in a tab: the items and steps of its open work, the most frequent first. */
  async facets(actor: Actor, tab: Tab): Promise<ResponseOf<typeof endpoints.taskFacets>> {
    const principals = tab === 'delegated' ? await this.principalsOf(actor) : [];
    return { items: await this.database.query(FACETS[tab], await this.base(actor, tab, principals)) };
  }

  /** Who looks, and where the lights begin. */
  private async base(actor: Actor, tab: Tab, principals: readonly StandingPrincipal[] = []): Promise<unknown[]> {
    const calendar = await this.calendars.current();
    const { redBefore, yellowThrough } = lightBoundaries(shanghaiToday(this.clock.now()), calendar, calendar.lights);
    return [...lookerOf(actor, tab, principals), redBefore, yellowThrough];
  }
}

/** Where the holder's name was not read, it is the actor's own; it is put into the row as read. */
function withHolder({ staffId, name, staffNo }: Actor, rows: DeskTask[]): DeskTask[] {
  for (const row of rows) {
    if (row.holderId !== staffId) continue;
    row.holderName ??= name;
    row.holderNo ??= staffNo;
  }
  return rows;
}

/** Nothing but a tab is asked for, from its beginning. */
function isPlain({ tab: _tab, limit: _limit, ...filters }: ListInput): boolean {
  return Object.values(filters).every((value) => value === undefined || value === '');
}

/** `$1` to `$4` of the desk's statements. */
function lookerOf(actor: Actor, tab: Tab, principals: readonly StandingPrincipal[]): unknown[] {
  if (tab === 'delegated') {
    // What the officer's own roles reach lies in the officer's own pool.
    const lent = [...new Set(principals.flatMap((one) => one.roles))].filter((role) => !hasRole(actor, role));
    return [actor.identityIndex, principals.map(({ id }) => id), actor.departmentId, lent];
  }
  return [actor.identityIndex, actor.staffId, actor.departmentId, DELEGABLE_ROLES.filter((role) => hasRole(actor, role))];
}
