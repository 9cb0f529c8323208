import { type CalendarRun as RunView, topicOf } from '@onewindow/contracts';
import { CLOCKED_CASE_STATUSES, CLOCKED_TASK_STATUSES, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { calendarOf, type CalendarRows, readCalendarRows } from '../calendar/index.js';
import { type CommandContext, type CommandTx, newId, oneOf, sql } from '../platform/index.js';
import { CalendarChanged } from './calendar-problems.js';
import type { CalendarPlan } from './calendar-plan.js';
import { RunReader } from './run-reader.js';

/** Changes come one after the other. */
const LOCK = sql(`SELECT pg_advisory_xact_lock(hashtext('calendar'))`);
const LATEST = sql<{ version: number; name: string; at: Date }>(
  `SELECT r.version, coalesce(s.name, '系统') AS name, r.created_at AS at FROM calendar_run r LEFT JOIN staff s ON s.id = r.created_by ORDER BY r.version DESC LIMIT 1`,
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
/**
 * R1.2: is a date of a case under review, or of a step that runs, marked as guessed although it lies in the years that are out? The earliest of
 * each kind, at the head of its own index, however many lie behind. A run leaves none behind: what it computes is firm, or lies in a later year.
 */
const GUESSED = sql<{ found: boolean }>(
  `SELECT COALESCE((SELECT statutory_due FROM cases WHERE status = 'accepted' AND statutory_provisional ORDER BY statutory_due LIMIT 1) <= $1, false)
       OR COALESCE((SELECT promised_due FROM cases WHERE status = 'accepted' AND promised_provisional ORDER BY promised_due LIMIT 1) <= $1, false)
       OR COALESCE((SELECT step_due FROM review_task
                     WHERE status IN (${oneOf(CLOCKED_TASK_STATUSES)}) AND step_provisional ORDER BY step_due LIMIT 1) <= $1, false)
      AND EXISTS (SELECT 1 FROM review_task t JOIN cases c ON c.id = t.case_id AND c.status IN (${oneOf(CLOCKED_CASE_STATUSES)})
                  WHERE t.status IN (${oneOf(CLOCKED_TASK_STATUSES)}) AND t.step_provisional AND t.step_due <= $1) AS found`,
);
/** A finished run that is not settled may still find what a process wrote by the calendar it had kept. */
const UNDER_WAY = sql(`SELECT 1 FROM calendar_run WHERE settled_at IS NULL`);
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
    const words = plan.words;
    const id = await this.order(tx, { version: version + 1, words, createdBy: ctx.actor.staffId }, write);
    tx.audit({ action, actorId: ctx.actor.staffId, ip: ctx.ip, subjectType: 'calendar', detail: { ...detail, words } });
    return await this.runs.get(tx, id);
  }

  /**
   * R1.2: a notice that comes with a release (`chinese-days`) changes the calendar without a command: what was guessed is computed anew, and
   * nobody has to ask for it.
   */
  async followRelease(tx: CommandTx): Promise<void> {
    const { publishedThrough } = calendarOf(await readCalendarRows(tx));
    const through = `${publishedThrough}-12-31`;
    if ((await tx.query(GUESSED, [through]))[0]?.found !== true) return;
    await tx.query(LOCK);
    if ((await tx.query(UNDER_WAY)).length > 0) return;
    const words = `${publishedThrough} 年放假安排随系统更新公布`;
    await this.order(tx, { version: (await this.version(tx)) + 1, words, createdBy: null }, () => Promise.resolve());
    tx.audit({ action: 'calendar.year-released', actorId: null, ip: null, subjectType: 'calendar', detail: { words } });
  }

  /** A run for the calendar that `write` leaves; whatever ran before has nothing left to do. */
  private async order(tx: CommandTx, run: { version: number; words: string; createdBy: string | null }, write: CalendarChange['write']) {
    const superseded = (await tx.query(SUPERSEDE, [tx.now])).filter(({ state }) => state === 'superseded');
    await write(tx);
    const id = newId();
    // A date that the superseded run had not come to moves for both reasons.
    const because = [...superseded.map((one) => one.because), run.words].join('；').slice(-LONGEST_BECAUSE);
    await tx.query(INSERT_RUN, [id, run.version, run.words, because, run.createdBy, tx.now]);
    tx.appendOutbox(RECOMPUTE, { runId: id });
    tx.touch(topicOf.calendar);
    return id;
  }
}
