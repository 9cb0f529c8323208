import { QUEUED_TICKET_STATUSES } from '@onewindow/domain';
import { oneOf, sql } from '../platform/index.js';

const QUEUED = oneOf(QUEUED_TICKET_STATUSES);
/** SQL: does some counter serve the business of the ticket `o` and this one? Only such a counter calls the one before the other. */
const sharesCounter = (kindId: string): string =>
  `(o.kind_id = ${kindId} OR EXISTS (
     SELECT 1 FROM ticket_duty one JOIN ticket_duty other USING (counter_id) WHERE one.kind_id = o.kind_id AND other.kind_id = ${kindId}))`;

/** A business with its queue of today. */
export interface KindQueue {
  id: string;
  letter: string;
  name: string;
  priority: boolean;
  minutes: number;
  opensAt: string;
  closesAt: string;
  closedReason: string | null;
  /** Waiting in the ordinary lane. */
  waiting: number;
  /** Waiting in the priority lane. */
  priorityWaiting: number;
  /** Of the hall's priority lane, those whom a counter may call that serves this business, too. */
  priorityAhead: number;
  /** Counters with somebody signed in that serve it. */
  counters: number;
  /** Of today's finished tickets; null before the fifth. */
  averageSeconds: number | null;
}

/** Parameters: hall, day, the instant after which a session counts as open. */
export const KIND_QUEUES = sql<KindQueue>(
  `SELECT k.id, k.letter, k.name, k.priority, k.minutes, k.opens_at AS "opensAt", k.closes_at AS "closesAt", k.closed_reason AS "closedReason",
          COALESCE(q.waiting, 0) AS waiting, COALESCE(q."priorityWaiting", 0) AS "priorityWaiting",
          (SELECT count(*) FROM ticket o
            WHERE o.hall_id = $1 AND o.day = $2 AND o.status IN (${QUEUED}) AND o.priority AND ${sharesCounter('k.id')}) AS "priorityAhead",
          (SELECT count(DISTINCT s.counter_id) FROM ticket_duty d JOIN session s ON s.counter_id = d.counter_id
            WHERE d.kind_id = k.id AND s.seen_at > $3) AS counters,
          (SELECT avg(t.handled_seconds)::float8 FROM ticket t
            WHERE t.hall_id = $1 AND t.day = $2 AND t.kind_id = k.id AND t.status = 'finished' HAVING count(*) >= 5) AS "averageSeconds"
     FROM ticket_kind k
     LEFT JOIN (SELECT kind_id, count(*) FILTER (WHERE NOT priority) AS waiting, count(*) FILTER (WHERE priority) AS "priorityWaiting"
                  FROM ticket WHERE hall_id = $1 AND day = $2 AND status IN (${QUEUED}) GROUP BY kind_id) q ON q.kind_id = k.id
    WHERE k.hall_id = $1 ORDER BY k.position, k.letter`,
);

export interface CallRow {
  letter: string;
  serial: number;
  priority: boolean;
  counterNumber: number;
  at: Date;
  callCount: number;
}

/** The latest calls of the day; who was sent on hangs no longer on the wall. */
export const LATEST_CALLS = sql<CallRow>(
  `SELECT t.letter, t.serial, t.priority, c.number AS "counterNumber", t.last_called_at AS at, t.call_count AS "callCount"
     FROM ticket t JOIN counter c ON c.id = t.counter_id
    WHERE t.hall_id = $1 AND t.day = $2 AND t.last_called_at IS NOT NULL AND t.status IN ('called', 'serving', 'finished', 'skipped')
    ORDER BY t.last_called_at DESC, t.id DESC LIMIT 8`,
);

export const HALL_FIGURES = sql<{ all: number; open: number; waited: number | null; handled: number | null }>(
  `SELECT (SELECT count(*) FROM counter WHERE hall_id = $1) AS all,
          (SELECT count(DISTINCT s.counter_id) FROM session s JOIN counter c ON c.id = s.counter_id
            WHERE c.hall_id = $1 AND s.seen_at > $3) AS open,
          f.waited, f.handled
     FROM (SELECT avg(waited_seconds)::float8 AS waited, avg(handled_seconds)::float8 AS handled
             FROM ticket WHERE hall_id = $1 AND day = $2 AND status = 'finished') f`,
);

/** Parameters: halls, day, the instant after which a session counts as open. `work` in minutes; halls that give no numbers are not among them. */
export const WAITING_IN_HALLS = sql<{ hallId: string; people: number; work: number; counters: number }>(
  `SELECT k.hall_id AS "hallId", COALESCE(sum(q.people), 0)::int AS people, COALESCE(sum(q.people * k.minutes), 0)::int AS work,
          (SELECT count(DISTINCT s.counter_id) FROM session s JOIN counter c ON c.id = s.counter_id
            WHERE c.hall_id = k.hall_id AND s.seen_at > $3) AS counters
     FROM ticket_kind k
     LEFT JOIN (SELECT kind_id, count(*) AS people FROM ticket
                 WHERE hall_id = ANY($1) AND day = $2 AND status IN (${QUEUED}) GROUP BY kind_id) q ON q.kind_id = k.id
    WHERE k.hall_id = ANY($1) GROUP BY k.hall_id`,
);

export const FIND_HALL = sql<{ id: string; code: string; name: string }>(`SELECT id, code, name FROM hall WHERE code = $1`);

/** How many stand before a ticket: of its business, and in the priority lane of every business that its counters serve. */
export const AHEAD_OF = sql<{ ahead: number }>(
  `SELECT count(*) AS ahead FROM ticket o JOIN ticket t ON t.id = $1
    WHERE o.hall_id = t.hall_id AND o.day = t.day AND o.status IN (${QUEUED}) AND o.priority = t.priority
      AND CASE WHEN t.priority THEN ${sharesCounter('t.kind_id')} ELSE o.kind_id = t.kind_id END AND o.target_counter_id IS NULL AND (o.queued_at, o.id) < (t.queued_at, t.id)`,
);

/** What waits for a counter. */
export const WAITING_FOR = sql<{ all: number; priority: number; since: Date | null }>(
  `SELECT count(*) AS all, count(*) FILTER (WHERE t.priority) AS priority, min(t.waiting_since) AS since
     FROM ticket t
    WHERE t.hall_id = $1 AND t.day = $2 AND t.status IN (${QUEUED})
      AND (t.target_counter_id = $3
           OR (t.target_counter_id IS NULL AND t.kind_id IN (SELECT kind_id FROM ticket_duty WHERE counter_id = $3)))`,
);

export const KINDS_OF_HALL = sql<{ id: string; letter: string; name: string; served: boolean }>(
  `SELECT k.id, k.letter, k.name, EXISTS (SELECT 1 FROM ticket_duty d WHERE d.kind_id = k.id AND d.counter_id = $2) AS served
     FROM ticket_kind k WHERE k.hall_id = $1 ORDER BY k.position, k.letter`,
);

export const SKIPPED_TODAY = sql<{ id: string; letter: string; serial: number; at: Date }>(
  `SELECT id, letter, serial, ended_at AS at FROM ticket
    WHERE hall_id = $1 AND day = $2 AND status = 'skipped' ORDER BY ended_at DESC LIMIT 12`,
);
