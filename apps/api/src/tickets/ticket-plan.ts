import { topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandTx, newId, sql } from '../platform/index.js';
import type { TicketKind } from './ticket-kind.entity.js';

const SAVE_KIND = sql<{ id: string }>(
  `INSERT INTO ticket_kind (id, hall_id, letter, name, priority, minutes, opens_at, closes_at, closed_reason, position)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   ON CONFLICT (hall_id, letter) DO UPDATE SET name = excluded.name, priority = excluded.priority, minutes = excluded.minutes,
     opens_at = excluded.opens_at, closes_at = excluded.closes_at, closed_reason = excluded.closed_reason, position = excluded.position
   RETURNING id`,
);
const DROP_DUTIES = sql(`DELETE FROM ticket_duty WHERE kind_id = $1`);
const SAVE_DUTY = sql(`INSERT INTO ticket_duty (counter_id, kind_id) VALUES ($1, $2)`);

/** What a hall gives numbers for, and which counters serve it: both are data. */
@Injectable()
export class TicketPlan {
  /** Enters a business of a hall, or brings the one with this letter up to date; its counters are exactly those given. */
  async save(tx: CommandTx, kind: Omit<TicketKind, 'id'>, counterIds: readonly string[]): Promise<void> {
    const { hallId, letter, name, priority, minutes, opensAt, closesAt, closedReason, position } = kind;
    const values = [newId(), hallId, letter, name, priority, minutes, opensAt, closesAt, closedReason, position];
    const [saved] = await tx.query(SAVE_KIND, values);
    await tx.query(DROP_DUTIES, [saved?.id]);
    for (const counterId of counterIds) await tx.query(SAVE_DUTY, [counterId, saved?.id]);
    tx.touch(topicOf.tickets(hallId));
  }
}
