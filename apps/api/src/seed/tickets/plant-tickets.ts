import { randomBytes, randomUUID } from 'node:crypto';
import { shanghaiToday } from '@onewindow/domain';
import { type CommandTx, newId, sql } from '../../platform/index.js';
import type { HallCode } from '../organisation/units.js';
import { KINDS, type KindSeed, type TicketSeed, TODAY } from './queue-plan.js';

const FOUND = sql<{ kinds: number; today: number }>(
  `SELECT (SELECT count(*) FROM ticket_kind) AS kinds, (SELECT count(*) FROM ticket WHERE day = $1) AS today`,
);
const COUNTERS = sql<{ id: string; hallId: string; hall: HallCode; number: number }>(
  `SELECT c.id, c.hall_id AS "hallId", h.code AS hall, c.number FROM counter c JOIN hall h ON h.id = c.hall_id`,
);
const KIND_IDS = sql<{ id: string; letter: string; hallId: string }>(
  `SELECT k.id, k.letter, k.hall_id AS "hallId" FROM ticket_kind k JOIN hall h ON h.id = k.hall_id WHERE h.code = $1`,
);
const INSERT_KIND = sql(
  `INSERT INTO ticket_kind (id, hall_id, letter, name, priority, minutes, opens_at, closes_at, position)
   VALUES ($1, $2, $3, $4, $5, $6, '00:00', '24:00', $7)`,
);
const INSERT_DUTY = sql(`INSERT INTO ticket_duty (counter_id, kind_id) VALUES ($1, $2)`);
const INSERT_SERIES = sql(`INSERT INTO ticket_series (hall_id, day, letter, last) VALUES ($1, $2, $3, $4)`);
const INSERT_TICKET = sql(
  `INSERT INTO ticket (id, hall_id, day, letter, serial, kind_id, priority, status, token, request_id, taken_at, queued_at, waiting_since,
                       counter_id, called_at, last_called_at, call_count, ended_at, waited_seconds, handled_seconds)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $14, $15, $16, $17, $18)`,
);

const BUSY_HALL: HallCode = 'LJ-QZ';

/** What the halls give numbers for, and a queue of today in 区大厅; each only where there is none. */
export async function plantTickets(tx: CommandTx): Promise<{ kinds: number; tickets: number }> {
  const today = shanghaiToday(tx.now);
  const [found] = await tx.query(FOUND, [today]);
  const kinds = found?.kinds === 0 ? await plantKinds(tx) : 0;
  const tickets = found?.today === 0 ? await plantQueue(tx, today) : 0;
  return { kinds, tickets };
}

async function plantKinds(tx: CommandTx): Promise<number> {
  const counters = await tx.query(COUNTERS);
  let planted = 0;
  for (const [code, kinds] of Object.entries(KINDS) as [HallCode, readonly KindSeed[]][]) {
    const own = counters.filter(({ hall }) => hall === code);
    const hallId = own[0]?.hallId;
    if (hallId === undefined) continue;
    for (const [at, kind] of kinds.entries()) {
      const id = newId();
      await tx.query(INSERT_KIND, [id, hallId, kind.letter, kind.name, kind.priority ?? false, kind.minutes, at + 1]);
      for (const counter of own.filter(({ number }) => kind.counters.includes(number))) await tx.query(INSERT_DUTY, [counter.id, id]);
      planted += 1;
    }
  }
  return planted;
}

async function plantQueue(tx: CommandTx, today: string): Promise<number> {
  const [kinds, counters] = await Promise.all([tx.query(KIND_IDS, [BUSY_HALL]), tx.query(COUNTERS)]);
  const [first] = kinds;
  if (!first) return 0;
  const own = counters.filter(({ hall }) => hall === BUSY_HALL);
  const series = new Map<string, number>();
  for (const plan of TODAY) {
    const letter = plan.priority ? 'P' : plan.kind;
    const serial = (series.get(letter) ?? 0) + 1;
    series.set(letter, serial);
    const kindId = kinds.find((kind) => kind.letter === plan.kind)?.id;
    const counterId = own.find(({ number }) => number === plan.served?.counter)?.id ?? null;
    const place = [newId(), first.hallId, today, letter, serial, kindId, plan.priority ?? false];
    await tx.query(INSERT_TICKET, [...place, ...progressOf(plan, counterId, tx.now)]);
  }
  for (const [letter, last] of series) await tx.query(INSERT_SERIES, [first.hallId, today, letter, last]);
  return TODAY.length;
}

function progressOf({ takenAgo, served }: TicketSeed, counterId: string | null, now: Date): unknown[] {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const taken = ago(takenAgo);
  const keys = [randomBytes(18).toString('base64url'), randomUUID(), taken];
  if (!served) return ['waiting', ...keys, taken, null, null, 0, null, 0, 0];
  const called = ago(served.calledAgo);
  const ended = ago(Math.max(0, served.calledAgo - served.minutes));
  const waited = (takenAgo - served.calledAgo) * 60;
  return ['finished', ...keys, null, counterId, called, 1, ended, waited, served.minutes * 60];
}
