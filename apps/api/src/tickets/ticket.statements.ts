import { QUEUED_TICKET_STATUSES, TICKET_STATUSES_AT_COUNTER, TICKET_TRANSITIONS } from '@onewindow/domain';
import { columnOf, oneOf, selected, sql } from '../platform/index.js';
import type { Ticket } from './ticket.entity.js';
import type { TicketKind } from './ticket-kind.entity.js';

/** What stays as it was drawn. */
const FIXED = [
  'id',
  'hallId',
  'day',
  'letter',
  'serial',
  'priority',
  'token',
  'requestId',
  'takenAt',
  'identityType',
  'identitySealed',
  'identityIndex',
  'identityMasked',
] as const satisfies readonly (keyof Ticket)[];
/** What actions change. */
const CHANGING = [
  'kindId',
  'status',
  'queuedAt',
  'waitingSince',
  'targetCounterId',
  'counterId',
  'staffId',
  'calledAt',
  'lastCalledAt',
  'callCount',
  'servingAt',
  'endedAt',
  'waitedSeconds',
  'handledSeconds',
  'caseId',
] as const satisfies readonly (keyof Ticket)[];
const PROPERTIES = [...FIXED, ...CHANGING] as const;

/** Every column of a ticket under the alias `t`. */
const TICKET_SELECT = selected('t', PROPERTIES);

export const INSERT_TICKET = sql(
  `INSERT INTO ticket (${PROPERTIES.map(columnOf).join(', ')})
   VALUES (${PROPERTIES.map((_, at) => `$${at + 1}`).join(', ')})`,
);
export const insertedValues = (ticket: Ticket): unknown[] => PROPERTIES.map((property) => ticket[property]);

export const SAVE_TICKET = sql(
  `UPDATE ticket SET ${CHANGING.map((property, at) => `${columnOf(property)} = $${at + 2}`).join(', ')} WHERE id = $1`,
);
export const savedValues = (ticket: Ticket): unknown[] => [ticket.id, ...CHANGING.map((property) => ticket[property])];

export const INSERT_EVENT = sql(
  `INSERT INTO ticket_event (ticket_id, seq, action, at, counter_id, staff_id, detail)
   SELECT $1, COALESCE(max(seq), 0) + 1, $2, $3, $4, $5, $6 FROM ticket_event WHERE ticket_id = $1`,
);

/** The row lock keeps two counters, and two tabs of one, apart. */
export const LOCK_TICKET = sql<Ticket>(`SELECT ${TICKET_SELECT} FROM ticket t WHERE t.id = $1 AND t.hall_id = $2 FOR UPDATE`);
/**
 * Numbers of the day at, or sent on to, a counter where nobody is signed in; $2: the instant after which a session counts as open. Who is being
 * served stays: the colleague who takes the counter over goes on with them.
 */
export const LOCK_ABANDONED = sql<Ticket>(
  `SELECT ${TICKET_SELECT} FROM ticket t
    WHERE t.day = $1 AND (t.status = 'called' OR (t.status = 'passed' AND t.target_counter_id IS NOT NULL))
      AND NOT EXISTS (SELECT 1 FROM session s
                       WHERE s.counter_id = CASE t.status WHEN 'called' THEN t.counter_id ELSE t.target_counter_id END AND s.seen_at > $2)
    ORDER BY t.id LIMIT 100 FOR UPDATE OF t SKIP LOCKED`,
);
export const FIND_BY_REQUEST = sql<Ticket>(`SELECT ${TICKET_SELECT} FROM ticket t WHERE t.request_id = $1`);
export const FIND_BY_TOKEN = sql<Ticket>(`SELECT ${TICKET_SELECT} FROM ticket t WHERE t.token = $1`);

/** Locks the desk of a counter, so that it calls one after another, and tells its run of priority calls. */
export const LOCK_DESK = sql<{ priorityRun: number }>(
  `INSERT INTO ticket_desk AS d (counter_id, priority_run) VALUES ($1, 0)
   ON CONFLICT (counter_id) DO UPDATE SET priority_run = d.priority_run RETURNING d.priority_run AS "priorityRun"`,
);
export const KEEP_RUN = sql(`UPDATE ticket_desk SET priority_run = $2 WHERE counter_id = $1`);
const AT_COUNTER = oneOf(TICKET_STATUSES_AT_COUNTER);
export const LOCK_CURRENT = sql<Ticket>(
  `SELECT ${TICKET_SELECT} FROM ticket t WHERE t.counter_id = $1 AND t.status IN (${AT_COUNTER}) FOR UPDATE`,
);
export const FIND_CURRENT = sql<Ticket>(
  `SELECT ${TICKET_SELECT} FROM ticket t WHERE t.counter_id = $1 AND t.day = $2 AND t.status IN (${AT_COUNTER})`,
);

/**
 * The next ticket of a counter, locked; one that another counter is calling in this moment is stepped over. The order is that of
 * `compareWaiting` in the domain: sent on to this counter, then the lane whose turn it is ($4 true: the priority lane), then by arrival.
 */
export const LOCK_NEXT = sql<Ticket>(
  `SELECT ${TICKET_SELECT} FROM ticket t
    WHERE t.hall_id = $1 AND t.day = $2 AND t.status IN (${oneOf(QUEUED_TICKET_STATUSES)})
      AND (t.target_counter_id = $3
           OR (t.target_counter_id IS NULL AND t.kind_id IN (SELECT kind_id FROM ticket_duty WHERE counter_id = $3)))
    ORDER BY t.target_counter_id IS NULL, (t.priority = $4) DESC, t.queued_at, t.id
    LIMIT 1 FOR UPDATE OF t SKIP LOCKED`,
);

/** The next number of a series; a repeated draw waits for the one before, so none is given twice. */
export const NEXT_SERIAL = sql<{ last: number }>(
  `INSERT INTO ticket_series AS s (hall_id, day, letter, last) VALUES ($1, $2, $3, 1)
   ON CONFLICT (hall_id, day, letter) DO UPDATE SET last = s.last + 1 RETURNING s.last`,
);

export const FIND_KIND = sql<TicketKind>(
  `SELECT id, hall_id AS "hallId", letter, name, priority, minutes, opens_at AS "opensAt", closes_at AS "closesAt",
          closed_reason AS "closedReason", position
     FROM ticket_kind WHERE id = $1 AND hall_id = $2`,
);

/** What of the day before is still open lapses; numbers of persons go with the day. */
export const LAPSE_DAYS = sql<{ hallId: string }>(
  `WITH over AS (
     UPDATE ticket SET status = 'lapsed', ended_at = $2, waiting_since = NULL
      WHERE day < $1 AND status IN (${oneOf(TICKET_TRANSITIONS.lapse.from)}) RETURNING id, hall_id
   ), told AS (
     INSERT INTO ticket_event (ticket_id, seq, action, at, detail)
     SELECT o.id, COALESCE((SELECT max(e.seq) FROM ticket_event e WHERE e.ticket_id = o.id), 0) + 1, 'lapse', $2, '{}' FROM over o
   )
   SELECT DISTINCT hall_id AS "hallId" FROM over`,
);
export const FORGET_PERSONS = sql(
  `UPDATE ticket SET identity_type = NULL, identity_sealed = NULL, identity_index = NULL, identity_masked = NULL
    WHERE day < $1 AND identity_sealed IS NOT NULL`,
);
export const LINK_CASE = sql(`UPDATE ticket SET case_id = $2 WHERE id = $1`);
/** A twin of the same request waits here until the first one is through. */
export const LOCK_REQUEST = sql(`SELECT pg_advisory_xact_lock(hashtextextended($1::text, 7))`);
