import { shanghaiToday } from '@onewindow/domain';
import type { Pool } from 'pg';
import { type CalendarRunResult, RUN_WANTED_SECONDS, runCalendar } from './calendar-run.js';
import { busiestOfficers, DESK_WANTED, layDesks, runDesk, signInOfficers } from './desk-reads.js';
import { drained } from './drained.js';
import { HttpSession } from './http-session.js';
import type { ServerUnderTest } from './server-under-test.js';
import { type SampleTable, shown } from './statistics.js';

export const DESK_CLIENTS = 16;
/** Compiled code and full caches are what a morning has after its first minutes; V8 goes on compiling for some twenty seconds of full load. */
const WARM_UP_ROUNDS = 120;
const ROUNDS = 25;
/** An officer who never stops reading: four requests a second from each desk. */
const PACE_MS = 250;

export interface DeskFigures {
  stored: number;
  openTasks: number;
  /** Of the department where most of the clients sit. */
  pooled: number;
  /** Every client asks as soon as it was answered. */
  times: SampleTable;
  /** Every client asks four times a second. */
  paced: SampleTable;
  runs: CalendarRunResult[];
}

/** What is promised of one hall: the desk at 16 clients, then a calendar that changes and is changed back. */
export async function measureDesk(server: ServerUnderTest, pool: Pool, password: string): Promise<DeskFigures> {
  const [counts] = (
    await pool.query<{ stored: number; openTasks: number }>(
      `SELECT (SELECT count(*) FROM cases)::int AS stored,
              (SELECT count(*) FROM review_task WHERE status IN ('pooled', 'claimed'))::int AS "openTasks"`,
    )
  ).rows;
  // What an earlier run left behind is cleared away as the database would within minutes, and written to the disk before anything is measured.
  for (const table of ['review_task', 'cases', 'case_event']) await pool.query(`VACUUM (ANALYZE) ${table}`);
  await pool.query('CHECKPOINT');
  const officers = await busiestOfficers(pool, DESK_CLIENTS);
  const sessions = await signInOfficers(server.origins, officers, password);
  const desks = await layDesks(sessions, WARM_UP_ROUNDS + 2 * ROUNDS);
  await runDesk(desks, WARM_UP_ROUNDS);
  // A start works off what fell due while the hall stood still: thousands of silent consultations in a hall of a million.
  await drained(pool);
  const times = await runDesk(desks, ROUNDS);
  const paced = await runDesk(desks, ROUNDS, PACE_MS);
  for (const session of sessions) session.close();
  const runs = await calendarRuns(server, pool, password);
  return { stored: counts?.stored ?? 0, openTasks: counts?.openTasks ?? 0, pooled: officers[0]?.pooled ?? 0, times, paced, runs };
}

async function calendarRuns(server: ServerUnderTest, pool: Pool, password: string): Promise<CalendarRunResult[]> {
  const { rows } = await pool.query<{ no: string }>(
    `SELECT staff_no AS no FROM staff WHERE 'system_admin' = ANY(roles) AND active ORDER BY 1 LIMIT 1`,
  );
  const admin = new HttpSession(server.origin);
  await admin.signIn(rows[0]?.no ?? '', password);
  const postmaster = Number(
    (await pool.query<{ file: string }>(`SELECT pg_read_file('postmaster.pid') AS file`)).rows[0]?.file.split('\n')[0],
  );
  const today = shanghaiToday(new Date());
  const used = () => server.processorTime(postmaster);
  const runs = [await runCalendar(admin, today, 'off', used), await runCalendar(admin, today, 'notice', used)];
  admin.close();
  return runs;
}

/** The desk's table: a small hall beside a large one where both were measured. */
export function deskTable(large: DeskFigures, small: DeskFigures | null, which: 'times' | 'paced'): string {
  const head = small
    ? '| at 16 clients | n | p50 ms | p95 ms | wanted p95 | small hall p95 | times the small hall |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |'
    : '| at 16 clients | n | p50 ms | p95 ms | wanted p95 |\n| --- | ---: | ---: | ---: | ---: |';
  const rows = large[which].entries().map(([name, samples]) => {
    const p95 = samples.quantile(0.95);
    const before = small?.[which].of(name).quantile(0.95) ?? 0;
    const cells = [name, samples.count, shown(samples.quantile(0.5)), shown(p95), DESK_WANTED[name] ?? ''];
    return `| ${(small ? [...cells, shown(before), shown(p95 / before, 2)] : cells).join(' | ')} |`;
  });
  return [head, ...rows].join('\n');
}

/** The table of calendar runs, also as they would be for 200,000 cases. */
export function calendarTable(figures: readonly DeskFigures[]): string {
  const head =
    '| open cases | moved | seconds | for 200,000 | wanted | API ms/1,000 | PostgreSQL ms/1,000 | preview ms |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |';
  const rows = figures.flatMap(({ runs }) =>
    runs.map(({ run, seconds, used, previewMs }) => {
      const per = (value: number): string => shown((value / Math.max(1, run.done)) * 1000);
      const scaled = shown((seconds / Math.max(1, run.done)) * 200_000);
      return `| ${run.done} | ${run.moved} | ${shown(seconds)} | ${scaled} | ${RUN_WANTED_SECONDS} | ${per(used.api)} | ${per(used.database)} | ${shown(previewMs, 0)} |`;
    }),
  );
  return [head, ...rows].join('\n');
}
