import { type CalendarRun as RunView, topicOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CalendarRows, readCalendarRows } from '../calendar/index.js';
import { type CommandContext, type CommandTx, newId, sql } from '../platform/index.js';
import { CalendarChanged } from './calendar-problems.js';
import type { CalendarPlan } from './calendar-plan.js';
import { RunReader } from './run-reader.js';

/** Changes come one after the other. */
const LOCK = sql(`SELECT pg_advisory_xact_lock(hashtext('calendar'))`);
const LATEST = sql<{ version: number; name: string; at: Date }>(
  `SELECT r.version, s.name, r.created_at AS at FROM calendar_run r JOIN staff s ON s.id = r.created_by ORDER BY r.version DESC LIMIT 1`,
);
/**
 * Waits for the slices in hand: after this no date can be stored by the old calendar any more. A run that has ended needs no settling either:
 * the new one computes everything.
 */
const SUPERSEDE = sql<{ because: string; state: string }>(
  `UPDATE calendar_run SET state = CASE state WHEN 'finished' THEN 'finished' ELSE 'superseded' END, ended_at = coalesce(ended_at, $1),
          settled_at = $1
   WHERE settled_at IS NULL RETURNING because, state`,
);
const INSERT_RUN = sql(
  `INSERT INTO calendar_run (id, version, words, because, state, created_by, created_at) VALUES ($1, $2, $3, $4, 'waiting', $5, $6)`,
);
const LONGEST_BECAUSE = 600;
export const RECOMPUTE = 'recompute-open-cases';

/** What a change is called in the audit trail, and how its rows are written. */
export interface CalendarChange {
  plan: CalendarPlan;
  action: 'calendar.days-edited' | 'calendar.year-loaded';
  detail: Readonly<Record<string, unknown>>;
  write(tx: CommandTx): Promise<void>;
}

/** The one way to change the calendar: rows, run, job and audit entry in one transaction. */
@Injectable()
export class CalendarBook {
  constructor(private readonly runs: RunReader) {}

  /** The calendar's version; 0 before the first change. */
  async version(reader: Pick<CommandTx, 'query'>): Promise<number> {
    return (await reader.query(LATEST))[0]?.version ?? 0;
  }

  /**
   * @param expectedVersion what the administrator's screen shows
   * @param change makes the plan from the rows as they are now
   * @throws CalendarChanged (409) when somebody was first
   */
  async change(
    tx: CommandTx,
    ctx: CommandContext,
    expectedVersion: number,
    change: (rows: CalendarRows) => CalendarChange,
  ): Promise<RunView> {
    await tx.query(LOCK);
    const [latest] = await tx.query(LATEST);
    const version = latest?.version ?? 0;
    if (latest && version !== expectedVersion) throw new CalendarChanged(latest.name, latest.at, shanghaiToday(tx.now));
    const { plan, action, detail, write } = change(await readCalendarRows(tx));
    const superseded = (await tx.query(SUPERSEDE, [tx.now])).filter(({ state }) => state === 'superseded');
    await write(tx);
    const id = newId();
    // A date that the superseded run had not come to moves for both reasons.
    const because = [...superseded.map((run) => run.because), plan.words].join('；').slice(-LONGEST_BECAUSE);
    await tx.query(INSERT_RUN, [id, version + 1, plan.words, because, ctx.actor.staffId, tx.now]);
    tx.appendOutbox(RECOMPUTE, { runId: id });
    tx.audit({ action, actorId: ctx.actor.staffId, ip: ctx.ip, subjectType: 'calendar', detail: { ...detail, words: plan.words } });
    tx.touch(topicOf.calendar);
    return await this.runs.get(tx, id);
  }
}
