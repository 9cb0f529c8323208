import { type CommandTx, sql } from '../platform/index.js';
import type { CaseEvent } from './case-event.entity.js';

const INSERT = sql(
  `INSERT INTO case_event (case_id, seq, action, at, actor_id, actor_name, actor_no, place, ip, from_status, to_status, task_id, data,
                           previous_hash, hash)
   SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                        $10::text[], $11::text[], $12::uuid[], $13::jsonb[], $14::text[], $15::text[])`,
);

/** Writes the events of many cases in one statement; the heads of their chains must be saved in the same transaction. */
export async function writeEventsInBulk(tx: Pick<CommandTx, 'query'>, events: readonly CaseEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(INSERT, [
    events.map((e) => e.caseId),
    events.map((e) => e.seq),
    events.map((e) => e.action),
    events.map((e) => e.at),
    events.map((e) => e.actorId),
    events.map((e) => e.actorName),
    events.map((e) => e.actorNo),
    events.map((e) => e.place),
    events.map((e) => e.ip),
    events.map((e) => e.fromStatus),
    events.map((e) => e.toStatus),
    events.map((e) => e.taskId),
    events.map((e) => JSON.stringify(e.data)),
    events.map((e) => e.previousHash),
    events.map((e) => e.hash),
  ]);
}
