import { columnOf, type CommandTx, sql } from '../platform/index.js';
import { EVENT_COLUMNS, storedValueOf } from './case-event-chain.js';
import type { CaseEvent } from './case-event.entity.js';

const INSERT = sql(
  `INSERT INTO case_event (${EVENT_COLUMNS.map(columnOf).join(', ')})
   SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
                        $10::text[], $11::text[], $12::uuid[], $13::jsonb[], $14::text[], $15::text[])`,
);

/** Writes the events of many cases in one statement; the heads of their chains must be saved in the same transaction. */
export async function writeEventsInBulk(tx: Pick<CommandTx, 'query'>, events: readonly CaseEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    INSERT,
    EVENT_COLUMNS.map((column) => events.map((event) => storedValueOf(event, column))),
  );
}
