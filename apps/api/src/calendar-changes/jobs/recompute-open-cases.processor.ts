import { topicOf } from '@onewindow/contracts';
import { CLOCKED_CASE_STATUSES } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../../organisation/index.js';
import { CommandRunner, type CommandTx, sql } from '../../platform/index.js';
import type { CalendarRun } from '../calendar-run.entity.js';
import { REDATE } from '../run-reader.js';
import { CaseRedater, type RedatingRun } from './case-redater.js';
import { SupplementMarks } from './supplement-marks.js';

/** Cases of one transaction: long enough to cost little for each, short enough that nobody waits for one of them. */
const SLICE = 1_000;
/** While one lane computes and chains, the other's statements work. */
const LANES = 2;
/** Commands may have used the calendar they kept for this long, plus their own time. */
const SETTLE_AFTER_MINUTES = 2;
/** No command lasts that long. */
const BEGUN_BEFORE_MINUTES = 2;
/** A run without progress for this long was lost with its job. */
const LOST_AFTER_MINUTES = 1;

const LOCK_RUN = sql<Pick<CalendarRun, 'state'>>('SELECT state FROM calendar_run WHERE id = $1 FOR UPDATE');
// A change of the calendar waits for this lock before it supersedes the run.
const HOLD_RUN = sql<RedatingRun & Pick<CalendarRun, 'state'>>('SELECT id, because, state FROM calendar_run WHERE id = $1 FOR SHARE');
const CUT = sql<{ cases: number }>(
  `INSERT INTO calendar_slice (run_id, position, after_id, through_id, cases)
   SELECT $1, row_number() OVER (ORDER BY n), coalesce(lag(id) OVER (ORDER BY n), '00000000-0000-0000-0000-000000000000'), id,
          n - coalesce(lag(n) OVER (ORDER BY n), 0)
   FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total FROM cases WHERE status = ANY($2::text[])) c
   WHERE n % $3 = 0 OR n = total
   RETURNING cases`,
);
const START = sql(`UPDATE calendar_run SET state = 'running', started_at = $2, total = $3 WHERE id = $1`);
const TAKE = sql<{ position: number; afterId: string; throughId: string }>(
  `SELECT position, after_id AS "afterId", through_id AS "throughId" FROM calendar_slice
   WHERE run_id = $1 AND done_at IS NULL ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED`,
);
const DONE = sql('UPDATE calendar_slice SET done_at = $3, moved = $4 WHERE run_id = $1 AND position = $2');
const FINISH = sql<{ id: string }>(
  `UPDATE calendar_run SET state = 'finished', ended_at = $2
   WHERE id = $1 AND state = 'running' AND NOT EXISTS (SELECT 1 FROM calendar_slice WHERE run_id = $1 AND done_at IS NULL) RETURNING id`,
);
const TO_SETTLE = sql<RedatingRun & { createdAt: Date }>(
  `SELECT id, because, created_at AS "createdAt" FROM calendar_run WHERE id = $1 AND state = 'finished' AND settled_at IS NULL FOR UPDATE`,
);
// Whatever writes a date writes an event (R10.1), which bears the time at which its command began: these are the cases somebody worked on
// since the change, or had begun to work on shortly before it and saved behind the run.
const LATECOMERS = sql<{ id: string }>(`SELECT DISTINCT case_id AS id FROM case_event WHERE at >= $1 AND action <> '${REDATE}' ORDER BY 1`);
const SETTLED = sql('UPDATE calendar_run SET settled_at = $2 WHERE id = $1');
const MORE_MOVED = sql(
  `UPDATE calendar_slice SET moved = moved + $2 WHERE run_id = $1 AND position = (SELECT max(position) FROM calendar_slice WHERE run_id = $1)`,
);
const LEFT_BEHIND = sql<{ id: string }>(
  `SELECT r.id FROM calendar_run r
   WHERE r.settled_at IS NULL AND (
     r.state = 'finished' AND r.created_at < $1
     OR r.state IN ('waiting', 'running')
        AND coalesce((SELECT max(s.done_at) FROM calendar_slice s WHERE s.run_id = r.id), r.started_at, r.created_at) < $2
   ) ORDER BY r.version`,
);

/**
 * R1.2: after a change of the calendar every open case is computed anew, slice by slice, each in a transaction of its own. A slice belongs to
 * whoever has it locked: several workers share a run, and what a killed one had in hand is free again.
 */
@Injectable()
export class RecomputeOpenCases {
  constructor(
    private readonly runner: CommandRunner,
    private readonly redater: CaseRedater,
    private readonly marks: SupplementMarks,
    private readonly organisation: Organisation,
  ) {}

  /** Does all that is left of a run; beside another worker, what that one has not in hand. */
  async run(runId: string): Promise<void> {
    await this.begin(runId);
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        while (await this.next(runId));
      }),
    );
    await this.marks.redate();
    await this.runner.runSystem((tx) => this.finish(tx, runId));
  }

  /** Cuts the open cases into slices of so many, once. */
  async begin(runId: string, size = SLICE): Promise<void> {
    await this.runner.runSystem(async (tx) => {
      const [run] = await tx.query(LOCK_RUN, [runId]);
      if (run?.state !== 'waiting') return;
      const slices = await tx.query(CUT, [runId, CLOCKED_CASE_STATUSES, size]);
      const total = slices.reduce((sum, { cases }) => sum + cases, 0);
      await tx.query(START, [runId, tx.now, total]);
      tx.touch(topicOf.calendar);
    });
  }

  /** One slice. @returns false when none is free, or the run was superseded */
  async next(runId: string): Promise<boolean> {
    return await this.runner.runSystem(async (tx) => {
      const [run] = await tx.query(HOLD_RUN, [runId]);
      if (run?.state !== 'running') return false;
      const [slice] = await tx.query(TAKE, [runId]);
      if (!slice) return false;
      const moved = await this.redater.between(tx, run, slice.afterId, slice.throughId);
      await tx.query(DONE, [runId, slice.position, tx.now, moved]);
      return true;
    });
  }

  /** Ends the run when its last slice is done, and tells the screens once: not two hundred thousand times. */
  private async finish(tx: CommandTx, runId: string): Promise<void> {
    const ended = await tx.query(FINISH, [runId, tx.now]);
    if (ended.length === 0) return;
    const { departments, halls } = await this.organisation.snapshot({}, tx);
    tx.touch(
      topicOf.calendar,
      topicOf.supervision,
      ...departments.map(({ id }) => topicOf.department(id)),
      ...halls.map(({ id }) => topicOf.hall(id)),
    );
  }

  /** What was dated while the change spread may have been dated by the calendar before it. */
  async settle(runId: string): Promise<void> {
    await this.runner.runSystem(async (tx) => {
      const [run] = await tx.query(TO_SETTLE, [runId]);
      if (!run || tx.now.getTime() < run.createdAt.getTime() + SETTLE_AFTER_MINUTES * 60_000) return;
      const late = await tx.query(LATECOMERS, [new Date(run.createdAt.getTime() - BEGUN_BEFORE_MINUTES * 60_000)]);
      let moved = 0;
      for (let at = 0; at < late.length; at += SLICE) {
        moved += await this.redater.these(
          tx,
          run,
          late.slice(at, at + SLICE).map(({ id }) => id),
        );
      }
      await Promise.all([tx.query(SETTLED, [runId, tx.now]), tx.query(MORE_MOVED, [runId, moved])]);
    });
  }

  /** Orders anew what was lost with its job, and the settling of what has ended. */
  async resume(tx: CommandTx, order: (runId: string) => void): Promise<void> {
    const before = (minutes: number): Date => new Date(tx.now.getTime() - minutes * 60_000);
    for (const { id } of await tx.query(LEFT_BEHIND, [before(SETTLE_AFTER_MINUTES), before(LOST_AFTER_MINUTES)])) order(id);
  }
}
