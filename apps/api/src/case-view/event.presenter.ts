import type { CaseEvent } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import type { CaseEvent as StoredEvent } from '../cases/index.js';
import { sql } from '../platform/index.js';
import { wordsOf } from './event-words.js';

export type EventRead = Pick<StoredEvent, 'seq' | 'action' | 'at' | 'actorName' | 'actorNo' | 'place' | 'fromStatus' | 'toStatus' | 'data'>;

const EVENTS = `SELECT seq, action, at, actor_name AS "actorName", actor_no AS "actorNo", place, from_status AS "fromStatus", to_status AS "toStatus", data
   FROM case_event WHERE case_id = $1`;
export const EVENTS_OF_CASE = sql<EventRead>(`${EVENTS} ORDER BY seq`);
/** The newest first; `$2` how many. */
export const LATEST_EVENTS_OF_CASE = sql<EventRead>(`${EVENTS} ORDER BY seq DESC LIMIT $2`);

/** One step of the story; its data hold no number of a person (R10.1). */
export function presentEvent(event: EventRead): CaseEvent {
  return {
    seq: event.seq,
    action: event.action,
    words: wordsOf(event.action, event.data, shanghaiDateOf(event.at.toISOString())),
    at: event.at.toISOString(),
    actor: { name: event.actorName, staffNo: event.actorNo },
    place: event.place,
    fromStatus: event.fromStatus,
    toStatus: event.toStatus,
    data: event.data as CaseEvent['data'],
  };
}
