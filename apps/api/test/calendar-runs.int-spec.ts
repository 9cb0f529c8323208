import { createHash } from 'node:crypto';
import { wrongTallies } from './desk-tally.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shanghaiToday } from '@onewindow/domain';
import { acceptedShopCase, type HallAtWork, openHall } from './hall-factory.js';
import { NOTICE_2027 } from './notice-2027.js';
import { startApp, type TestApp } from './start-app.js';
import { refusal, type TestClient } from './test-client.js';
import { WorkingCalendars } from '../src/calendar/index.js';
import { loadCases } from '../src/cli/scale/load.js';
import { readingPool } from '../src/cli/verify/reading.js';
import { verifyEvents } from '../src/cli/verify/verify-events.js';
import { FileStore, Sealer } from '../src/platform/index.js';
import { RecomputeOpenCases } from '../src/calendar-changes/jobs/recompute-open-cases.processor.js';

const CASES = 2_000;
const SLICE = 200;
const PAPER = Buffer.from('%PDF-1.4 a paper');
const SOURCE = '国办发明电〔2026〕9 号';

let first: TestApp;
let second: TestApp;
let hall: HallAtWork;
let admin: TestClient;

beforeAll(async () => {
  first = await startApp();
  first.clock.set('2026-12-10T01:00:00.000Z');
  second = await startApp({ database: first.database, clock: first.clock });
  hall = await openHall(first);
  await hall.staff(['chief']);
  await hall.staff(['approver']);
  admin = await hall.staff(['system_admin']);
  await first.get(FileStore).put(PAPER);
  await loadCases({
    url: first.database.ownerUrl,
    cases: CASES,
    open: CASES,
    today: shanghaiToday(first.clock.now()),
    sealer: first.get(Sealer),
    file: { sha256: createHash('sha256').update(PAPER).digest('hex'), size: PAPER.length, mediaType: 'application/pdf' },
    progress: () => undefined,
  });
});
afterAll(async () => {
  await second.close();
  await first.close();
});

const version = async (): Promise<number> => (await admin.api.getCalendarYear({ params: { year: 2026 } })).version;
const load = async () =>
  admin.api.loadCalendarNotice({
    params: { year: 2027 },
    body: { text: NOTICE_2027, source: SOURCE, expectedVersion: await version() },
  });
const off = async (day: string, reason = '台风停工') =>
  admin.api.editCalendarDays({ body: { days: [{ day, kind: 'off', reason }], expectedVersion: await version() } });
const runOf = async (id: string) => (await admin.api.listCalendarRuns()).items.find((run) => run.id === id);
const counted = async (statement: string, values: unknown[] = []): Promise<number> =>
  (await first.database.query<{ n: number }>(statement, values))[0]?.n ?? -1;
const events = (run: string) => counted(`SELECT count(*)::int AS n FROM case_event WHERE action = 'redate' AND data->>'run' = $1`, [run]);
const work = (app: TestApp): RecomputeOpenCases => app.get(RecomputeOpenCases);
/** Dates that a computation from the facts would change: none after a run. */
const wouldMove = async (): Promise<number> => {
  const next = shanghaiToday(new Date(first.clock.now().getTime() + 400 * 86_400_000));
  // A day in a later year touches nothing: what it would move was left behind.
  return (
    await admin.api.previewCalendarDays({ body: { days: [{ day: next.replace(/-\d\d-\d\d$/, '-12-28'), kind: 'off', reason: '试' }] } })
  ).movedCases;
};

describe('a year is loaded', () => {
  it('R1.2 counts beforehand what moves, then moves exactly that, with two workers and one of them killed', async () => {
    const before = await admin.api.previewCalendarNotice({ params: { year: 2027 }, body: { text: NOTICE_2027 } });
    expect(before.faults).toEqual([]);
    expect(before.effect).toMatchObject({ openCases: CASES, workingDays: { before: 261, after: 250 } });
    const expected = before.effect?.movedCases ?? 0;
    expect(expected).toBeGreaterThan(100);
    const provisional = await counted(`SELECT count(*)::int AS n FROM cases WHERE statutory_provisional`);
    expect(provisional).toBeGreaterThan(expected - 1);

    const run = await load();
    expect(run).toMatchObject({ version: 1, state: 'waiting', words: '2027 年放假安排公布', done: 0 });
    await work(first).begin(run.id, SLICE);
    await work(first).next(run.id);
    expect(await runOf(run.id)).toMatchObject({ state: 'running', total: CASES, done: SLICE });

    // Killed in the middle of a slice: the connection breaks, what it had done of the slice is undone, and the slice is free again.
    const [held] = await first.database.query<{ id: string; position: number }>(
      `SELECT c.id, s.position FROM cases c JOIN calendar_slice s ON s.run_id = $1 AND c.id > s.after_id AND c.id <= s.through_id
       WHERE c.statutory_provisional ORDER BY c.id LIMIT 1`,
      [run.id],
    );
    for (let position = 2; position < (held?.position ?? 0); position += 1) await work(first).next(run.id);
    await killWhileWorking(run.id, held?.id ?? '');
    expect(await runOf(run.id)).toMatchObject({ done: ((held?.position ?? 0) - 1) * SLICE, moved: 0 });

    await Promise.all([work(first).run(run.id), work(second).run(run.id)]);
    expect(await runOf(run.id)).toMatchObject({ state: 'finished', total: CASES, done: CASES, moved: expected });
    expect(await events(run.id)).toBe(expected);
    expect(
      await counted(
        `SELECT count(*)::int AS n FROM (SELECT 1 FROM case_event WHERE action = 'redate' GROUP BY case_id HAVING count(*) > 1) x`,
      ),
    ).toBe(0);
    expect(await counted(`SELECT count(*)::int AS n FROM cases WHERE statutory_provisional OR promised_provisional`)).toBe(0);
    expect(await counted(`SELECT count(*)::int AS n FROM review_task WHERE status IN ('pooled', 'claimed') AND step_provisional`)).toBe(0);
    expect(
      await counted(
        `SELECT count(*)::int AS n FROM review_task t JOIN cases c ON c.id = t.case_id WHERE t.status IN ('pooled', 'claimed')
           AND (t.statutory_due, t.promised_due, t.nearest_due) IS DISTINCT FROM
               (c.statutory_due, c.promised_due, least(c.statutory_due, c.promised_due, t.step_due))`,
      ),
    ).toBe(0);
    expect(await wouldMove()).toBe(0);
    // The job of the change finds nothing left to do.
    await first.drain();
    expect(await events(run.id)).toBe(expected);
  });

  it('R1.2 shows each case with its dates before and after, and the case tells why', async () => {
    const [run] = (await admin.api.listCalendarRuns()).items;
    const page = await admin.api.listCalendarMoves({ params: { id: run?.id ?? '' }, query: { limit: 50 } });
    const next = await admin.api.listCalendarMoves({ params: { id: run?.id ?? '' }, query: { limit: 50, cursor: page.nextCursor ?? '' } });
    expect(new Set([...page.items, ...next.items].map(({ caseId }) => caseId)).size).toBe(100);
    const [move] = page.items;
    expect(move?.statutory?.to).not.toBe(move?.statutory?.from);
    const story = await hall.clerk.api.getCaseEvents({ params: { id: move?.caseId ?? '' } });
    expect(story.items.at(-1)?.words).toMatch(/^2027 年放假安排公布，.*法定到期 .* 改为 .*（系统记入）$/);
    expect(await refusal(admin.api.listCalendarMoves({ params: { id: hall.hallId } }))).toMatchObject({
      status: 404,
      code: 'calendar.run-unknown',
    });
  });
});

const refused = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => false,
    () => true,
  );

/** Lets the second worker wait for one case in the middle of its slice, and cuts its line. */
async function killWhileWorking(runId: string, caseId: string): Promise<void> {
  const pool = readingPool(first.database.url);
  const client = await pool.connect();
  try {
    await client.query('BEGIN READ WRITE');
    await client.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [caseId]);
    const lane = refused(work(second).next(runId));
    let waiting: { pid: number }[] = [];
    for (let looked = 0; waiting.length === 0 && looked < 5_000; looked += 1) {
      ({ rows: waiting } = await pool.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%NO KEY UPDATE%'`,
      ));
    }
    await pool.query('SELECT pg_terminate_backend($1)', [waiting[0]?.pid]);
    expect(await lane).toBe(true);
    await client.query('ROLLBACK');
  } finally {
    client.release();
    await pool.end();
  }
}

describe('a day is edited', () => {
  it('while a run is under way: the later run computes everything, and says both reasons where both moved a date', async () => {
    const one = await off('2026-12-14');
    await work(first).begin(one.id, SLICE);
    await work(first).next(one.id);
    const two = await off('2026-12-15', '寒潮停工');
    expect(await runOf(one.id)).toMatchObject({ state: 'superseded', done: SLICE });
    expect(await work(first).next(one.id)).toBe(false);
    await second.drain();
    const [a, b] = [await runOf(one.id), await runOf(two.id)];
    expect(b).toMatchObject({ state: 'finished', done: CASES, version: 3 });
    expect(await events(one.id)).toBe(a?.moved);
    expect(await events(two.id)).toBe(b?.moved);
    expect(await wouldMove()).toBe(0);
    const [late] = await first.database.query<{ data: { because: string } }>(
      `SELECT data FROM case_event e WHERE action = 'redate' AND data->>'run' = $1
         AND NOT EXISTS (SELECT 1 FROM case_event o WHERE o.case_id = e.case_id AND o.data->>'run' = $2) LIMIT 1`,
      [two.id, one.id],
    );
    expect(late?.data.because).toBe('12-14 改为休息：台风停工；12-15 改为休息：寒潮停工');
  });

  it('and taken back: the dates are what they were', async () => {
    const edits = [
      { day: '2026-12-14', kind: 'notice' as const },
      { day: '2026-12-15', kind: 'notice' as const },
    ];
    const run = await admin.api.editCalendarDays({ body: { days: edits, expectedVersion: await version() } });
    await first.drain();
    expect(await runOf(run.id)).toMatchObject({ state: 'finished', words: '12-14、12-15 按放假安排' });
    expect(await counted('SELECT count(*)::int AS n FROM calendar_day')).toBe(0);
    expect(await wouldMove()).toBe(0);
  });

  it('every process takes the new calendar at once, and what was dated by the old one meanwhile is put right', async () => {
    const run = await off('2026-12-16');
    await first.drain();
    await Promise.all([first.flushSignals(), second.flushSignals()]);
    expect((await second.get(WorkingCalendars).current()).isWorkingDay('2026-12-16')).toBe(false);
    expect((await second.get(WorkingCalendars).current()).dayOffReason('2026-12-16')).toBe('台风停工');
    const accepted = await acceptedShopCase(hall, 91);
    expect(accepted.clocks.promised?.due).toBe('2026-12-18');
    // As a process that had not heard of it would have written.
    await first.database.query(`UPDATE cases SET promised_due = '2026-12-17' WHERE id = $1`, [accepted.id]);
    await first.sweep();
    await first.drain();
    expect((await hall.clerk.api.getCase({ params: { id: accepted.id } })).clocks.promised?.due).toBe('2026-12-17');
    first.clock.advance({ minutes: 3 });
    expect(await first.sweep()).toContain('resume-calendar-runs');
    await first.drain();
    const mended = await hall.clerk.api.getCase({ params: { id: accepted.id } });
    expect(mended.clocks.promised?.due).toBe('2026-12-18');
    expect(await counted('SELECT count(*)::int AS n FROM calendar_run WHERE id = $1 AND settled_at IS NOT NULL', [run.id])).toBe(1);
  });

  it('and so is what somebody had begun before the change and ended after it', async () => {
    const accepted = await acceptedShopCase(hall, 92);
    const due = accepted.clocks.promised?.due ?? '';
    first.clock.advance({ minutes: 1 });
    await off('2026-12-18');
    await first.drain();
    const moved = (await hall.clerk.api.getCase({ params: { id: accepted.id } })).clocks.promised?.due;
    expect(moved).not.toBe(due);
    // As it would have been written behind the run, by a transaction that was slow to commit.
    await first.database.query(`UPDATE cases SET promised_due = $2 WHERE id = $1`, [accepted.id, due]);
    first.clock.advance({ minutes: 3 });
    await first.sweep();
    await first.drain();
    expect((await hall.clerk.api.getCase({ params: { id: accepted.id } })).clocks.promised?.due).toBe(moved);
  });

  it('keeps every chain whole, and the counts of the desks', async () => {
    expect(await wrongTallies(first.database)).toEqual([]);
    const pool = readingPool(first.database.url);
    const report = await verifyEvents(pool, undefined, () => undefined).finally(() => pool.end());
    expect(report).toMatchObject({ cases: CASES + 2, faults: [] });
  });
});

it('a lost job is found again', async () => {
  const run = await off('2026-12-21');
  await first.database.query(`UPDATE outbox_message SET relayed_at = now(), processed_at = now() WHERE topic = 'recompute-open-cases'`);
  expect(await first.drain()).toBe(0);
  expect(await runOf(run.id)).toMatchObject({ state: 'waiting' });
  first.clock.advance({ minutes: 3 });
  await first.sweep();
  await second.drain();
  expect(await runOf(run.id)).toMatchObject({ state: 'finished' });
  expect(await wouldMove()).toBe(0);
});

it('R1.2 a year that comes with a release is computed by itself, once, and the run is the system’s', async () => {
  first.clock.set('2027-12-13T01:00:00.000Z');
  // A year later, and after every half hour, nobody is signed in any more.
  const signIn = async (): Promise<void> => {
    hall = await openHall(first);
    admin = await hall.staff(['system_admin']);
  };
  await signIn();
  const accepted = await acceptedShopCase(hall, 93);
  expect(accepted.clocks.statutory).toMatchObject({ provisional: true });
  const before = await version();
  const sweep = async (): Promise<void> => {
    first.clock.advance({ minutes: 31 });
    await first.sweep();
    await first.drain();
    await signIn();
  };
  await sweep();
  expect(await version()).toBe(before);
  // As a package that carries the year would make it: published, and nobody has asked for anything.
  await first.database.query(
    `INSERT INTO calendar_year (year, days, source, loaded_by, loaded_at)
     SELECT 2028, '[{"day":"2028-01-03","kind":"off","name":"元旦"}]', $1, loaded_by, now() FROM calendar_year WHERE year = 2027`,
    [SOURCE],
  );
  await sweep();
  const [run] = (await admin.api.listCalendarRuns()).items;
  expect(run).toMatchObject({ version: before + 1, by: null, state: 'finished', words: '2028 年放假安排随系统更新公布' });
  const dates = `SELECT count(*)::int AS n FROM cases WHERE id = $1 AND NOT statutory_provisional AND statutory_due > $2`;
  expect(await counted(dates, [accepted.id, accepted.clocks.statutory?.due])).toBe(1);
  await sweep();
  expect(await version()).toBe(before + 1);
  // The next change by hand comes after the system's.
  expect(await off('2028-02-01')).toMatchObject({ version: before + 2 });
});
