import { sql } from '../database/sql.js';
import type { JsonObject } from '../commands/command-tx.js';

export interface OutboxMessage {
  readonly id: string;
  readonly topic: string;
  readonly payload: JsonObject;
}

export const INSERT_OUTBOX = sql(
  `INSERT INTO outbox_message (id, topic, payload, created_at)
   SELECT m.id, m.topic, m.payload, $4 FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) AS m(id, topic, payload)`,
);

/** Parameters of INSERT_OUTBOX. */
export function outboxValues(messages: readonly OutboxMessage[], now: Date): unknown[] {
  return [messages.map((m) => m.id), messages.map((m) => m.topic), messages.map((m) => JSON.stringify(m.payload)), now];
}
