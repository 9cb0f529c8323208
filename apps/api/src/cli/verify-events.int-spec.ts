import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { acceptedShopCase, type HallAtWork, openHall } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { readingPool } from './verify/reading.js';
import { type ChainReport, verifyEvents } from './verify/verify-events.js';

let app: TestApp;
let hall: HallAtWork;
let pool: pg.Pool;
let first: { id: string; caseNo: string | null };
let second: { id: string; caseNo: string | null };

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  pool = readingPool(app.database.url);
  first = await acceptedShopCase(hall, 51);
  second = await acceptedShopCase(hall, 52);
  await app.database.query('CREATE TABLE kept_event AS SELECT * FROM case_event');
  await app.database.query('CREATE TABLE kept_head AS SELECT id, event_head, event_count FROM cases');
});
afterAll(async () => {
  await pool.end();
  await app.close();
});
beforeEach(async () => {
  await app.database.query('TRUNCATE case_event');
  await app.database.query('INSERT INTO case_event SELECT * FROM kept_event');
  await app.database.query('UPDATE cases c SET event_head = k.event_head, event_count = k.event_count FROM kept_head k WHERE k.id = c.id');
});

const verify = (caseNo?: string): Promise<ChainReport> => verifyEvents(pool, caseNo, () => undefined);
const lastSeq = async (): Promise<number> =>
  (await app.database.query<{ n: number }>('SELECT max(seq) AS n FROM case_event WHERE case_id = $1', [first.id]))[0]?.n ?? 0;
const byHand = (statement: string): Promise<unknown> => app.database.query(statement, [first.id]);
const fault = (seq: number, problem: string): object => ({ caseId: first.id, caseNo: first.caseNo, seq, problem });

describe('verify:events (R10.1)', () => {
  it('finds nothing in chains that the commands wrote', async () => {
    const report = await verify();
    expect(report).toMatchObject({ cases: 2, faults: [] });
    expect(report.events).toBeGreaterThan(4);
  });

  it.each([
    ['actor_name', `'他人'`],
    ['at', `at + interval '1 minute'`],
    ['place', `'别处'`],
    ['data', `data || '{"x": 1}'`],
    ['to_status', `'concluded'`],
    ['hash', `repeat('a', 64)`],
    ['previous_hash', `repeat('b', 64)`],
  ])('names the row whose %s was changed', async (column, value) => {
    await byHand(`UPDATE case_event SET ${column} = ${value} WHERE case_id = $1 AND seq = 2`);
    expect((await verify()).faults).toEqual([fault(2, 'changed')]);
  });

  it('names a row that was deleted in the middle, and one at the end', async () => {
    await byHand('DELETE FROM case_event WHERE case_id = $1 AND seq = 2');
    expect((await verify()).faults).toEqual([fault(2, 'missing')]);
    await app.database.query('INSERT INTO case_event SELECT * FROM kept_event WHERE case_id = $1 AND seq = 2', [first.id]);
    const last = await lastSeq();
    await byHand(`DELETE FROM case_event WHERE case_id = $1 AND seq = ${last}`);
    expect((await verify()).faults).toEqual([fault(last, 'missing')]);
  });

  it('names a row that nobody wrote, one more than the case counts, and a head that was set', async () => {
    const last = await lastSeq();
    await byHand(
      `INSERT INTO case_event SELECT case_id, ${last + 1}, action, at, actor_id, actor_name, actor_no, place, ip, from_status, to_status, task_id, data, hash, repeat('c', 64)
       FROM case_event WHERE case_id = $1 AND seq = ${last}`,
    );
    expect((await verify()).faults).toEqual([fault(last + 1, 'changed')]);
    await byHand(`DELETE FROM case_event WHERE case_id = $1 AND seq = ${last + 1}`);
    await byHand('UPDATE cases SET event_count = event_count - 1 WHERE id = $1');
    expect((await verify()).faults).toEqual([fault(last, 'surplus')]);
    await byHand('UPDATE cases SET event_count = event_count + 1 WHERE id = $1');
    await byHand(`UPDATE cases SET event_head = repeat('d', 64) WHERE id = $1`);
    expect((await verify()).faults).toEqual([fault(last, 'head')]);
  });

  it('looks at one case when asked', async () => {
    await byHand(`UPDATE case_event SET ip = '1.2.3.4' WHERE case_id = $1 AND seq = 1`);
    expect(await verify(second.caseNo ?? '')).toMatchObject({ cases: 1, faults: [] });
    expect((await verify(first.caseNo ?? '')).faults).toEqual([fault(1, 'changed')]);
    expect((await verify('440199202603020000000')).cases).toBe(0);
  });

  it('takes work that goes on meanwhile for no fault', async () => {
    const work = [61, 62, 63, 64].map((who) => acceptedShopCase(hall, who));
    const reports = [await verify(), await verify(), await verify()];
    await Promise.all(work);
    reports.push(await verify());
    expect(reports.flatMap((report) => report.faults)).toEqual([]);
    await app.database.query(
      'INSERT INTO kept_event SELECT e.* FROM case_event e LEFT JOIN kept_event k USING (case_id, seq) WHERE k.seq IS NULL',
    );
  });
});

it.each([
  `UPDATE case_event SET actor_name = '他人'`,
  'DELETE FROM case_event',
  'TRUNCATE case_event',
  'DROP TABLE case_event',
  `UPDATE audit_entry SET action = 'x'`,
  'DELETE FROM audit_entry',
  'DELETE FROM audit_link',
  'CREATE TABLE mine (id int)',
])('the application may not %s', async (statement) => {
  await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
});
