import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import { Database } from './database.js';
import { gatheredReader } from './gathered-reader.js';
import { LookUps } from './look-ups.js';
import { newId } from './new-id.js';
import { sql } from './sql.js';

const INSERT = sql('INSERT INTO probe_note (id, text, at) VALUES ($1, $2, now())');
const CHANGE = sql('UPDATE probe_note SET text = $2 WHERE id = $1');
const ALL = sql<{ text: string }>('SELECT text FROM probe_note ORDER BY text');

let app: ProbeApp;
let database: Database;
beforeAll(async () => {
  app = await startProbeApp();
  database = app.get(Database);
});
afterAll(() => app.close());
beforeEach(() => app.database.query('DELETE FROM probe_note'));

const note = (text: string, id = newId()) => ({ statement: INSERT, values: [id, text], rows: [id] });
const stored = async (): Promise<string[]> => (await database.query(ALL)).map((row) => row.text);

describe('writes held back', () => {
  it('are seen by the next query of the transaction, through statements and through TypeORM', async () => {
    const seen = await database.transaction(async (tx) => {
      tx.write(note('a'));
      tx.write(note('b'));
      const first = await tx.query(ALL);
      tx.write(note('c'));
      const second: unknown = await tx.manager.query('SELECT count(*)::int AS n FROM probe_note');
      return [first.length, second];
    });
    expect(seen).toEqual([2, [{ n: 3 }]]);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  it('are committed whole by the end, any number of them', async () => {
    await database.transaction((tx) => {
      for (let i = 0; i < 37; i += 1) tx.write(note(`note ${i}`));
      return Promise.resolve();
    });
    expect(await stored()).toHaveLength(37);
  });

  it('change one row as often as they say, in their order', async () => {
    const id = newId();
    await database.transaction((tx) => {
      tx.write(note('first', id));
      tx.write({ statement: CHANGE, values: [id, 'second'], rows: [id] });
      tx.write({ statement: CHANGE, values: [id, 'third'], rows: [id] });
      return Promise.resolve();
    });
    expect(await stored()).toEqual(['third']);
  });

  it('tell what refused them, not what failed because of it, and leave nothing', async () => {
    const id = newId();
    const twice = database.transaction(async (tx) => {
      tx.write(note('a', id));
      tx.write({ ...note('b', id), rows: ['other'] });
      await tx.query(ALL);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    await expect(
      database.transaction((tx) => {
        tx.write(note('c', id));
        tx.write({ ...note('d', id), rows: ['other'] });
        return Promise.resolve();
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await stored()).toEqual([]);
  });
});

describe('transactions', () => {
  it('that all read beside themselves come to an end, however many there are', async () => {
    const many = database.pool.options.max * 3;
    const counts = await Promise.all(
      Array.from({ length: many }, (_, i) =>
        database.transaction(async (tx) => {
          tx.write(note(`note ${i}`));
          await tx.query(ALL);
          return (await stored()).length;
        }),
      ),
    );
    expect(counts).toHaveLength(many);
    expect(await stored()).toHaveLength(many);
  });
});

describe('what is read together', () => {
  const PROCESS = sql<{ id: number }>('SELECT pg_backend_pid() AS id');
  const DIVIDED = sql<{ n: number }>('SELECT 12 / $1::int AS n');

  /** Ends the server's process that sleeps, as soon as one does. @returns its id */
  const endedSleeper = async (): Promise<number> => {
    for (;;) {
      const sleeping = `SELECT pid AS id FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`;
      const [found] = await app.database.query<{ id: number }>(sleeping);
      if (!found) continue;
      await app.database.query('SELECT pg_terminate_backend($1)', [found.id]);
      return found.id;
    }
  };

  it('goes to one process of the server, and each has its own answer; what fails takes nobody along', async () => {
    const reader = gatheredReader(database);
    const [one, three, other, none, two] = await Promise.allSettled([
      reader.query(PROCESS),
      reader.query(DIVIDED, [4]),
      reader.query(PROCESS),
      reader.query(DIVIDED, [0]),
      reader.query(DIVIDED, [6]),
    ]);
    expect(three).toEqual({ status: 'fulfilled', value: [{ n: 3 }] });
    expect(two).toEqual({ status: 'fulfilled', value: [{ n: 2 }] });
    expect(none).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
    expect([one.status, other]).toEqual(['fulfilled', one]);
    // It can be asked again.
    expect(await reader.query(DIVIDED, [6])).toEqual([{ n: 2 }]);
  });

  it('is shared by requests that come one after the other in one turn, where it is a look-up', async () => {
    const lookUps = new LookUps(database);
    const first = lookUps.query(PROCESS);
    // A later callback of the same turn, as another request has it.
    const second = new Promise<void>((resolve) => process.nextTick(resolve)).then(() => lookUps.query(PROCESS));
    const [one, other] = await Promise.all([first, second]);
    expect(other).toEqual(one);
  });

  it('fails with a connection that the server ends, and neither the process nor the next reader with it', async () => {
    const reader = gatheredReader(database);
    const unheard: unknown[] = [];
    const hear = (error: unknown): void => void unheard.push(error);
    process.on('uncaughtExceptionMonitor', hear);
    const asleep = sql<{ slept: string }>(`SELECT pg_sleep(30)::text AS slept`);
    const outcomes = Promise.allSettled([reader.query(PROCESS), reader.query(asleep), reader.query(PROCESS)]);
    const one = await endedSleeper();
    const ended = await outcomes;
    process.off('uncaughtExceptionMonitor', hear);
    expect(ended).toMatchObject([{ value: [{ id: one }] }, { reason: { code: '57P01' } }, { reason: { code: '57P01' } }]);
    expect(unheard).toEqual([]);
    const [next] = await gatheredReader(database).query(PROCESS);
    expect(next?.id).not.toBe(one);
  });
});
