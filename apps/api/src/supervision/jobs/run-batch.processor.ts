import { Injectable } from '@nestjs/common';
import { type Actor, type CommandTx, Database, sql } from '../../platform/index.js';
import type { BatchOrder } from '../batch-order.js';
import { BatchSteps } from '../batch-steps.js';
import { RUN_BATCH } from '../batch-writer.js';

type OrderedBy = Omit<Actor, 'counterId' | 'sessionId' | 'mustChangePassword'> & { reason: string; ip: string };

/** The order with the supervisor as they are now: what they may no longer do fails, task by task. */
const ORDER = sql<OrderedBy>(
  `SELECT b.reason, b.ip, s.id AS "staffId", s.staff_no AS "staffNo", s.name, s.roles, s.department_id AS "departmentId",
          s.hall_id AS "hallId", s.region_code AS "regionCode", s.identity_index AS "identityIndex"
   FROM batch b JOIN staff s ON s.id = b.created_by WHERE b.id = $1 AND b.state = 'running'`,
);

const UNFINISHED = sql<{ id: string }>(`SELECT id FROM batch WHERE state = 'running' AND created_at < $1 ORDER BY id`);
/** The longest batch takes half a minute: one that still runs after this was lost with its job. */
const LOST_AFTER_MINUTES = 10;

/** Works through a batch. Delivered again after a kill, it goes on with what is still waiting. */
@Injectable()
export class RunBatch {
  constructor(
    private readonly database: Database,
    private readonly steps: BatchSteps,
  ) {}

  async run(batchId: string): Promise<void> {
    const order = await this.orderOf(batchId);
    if (!order) return;
    let position: number | null = -1;
    while (position !== null) position = await this.steps.next(order, position);
  }

  /** The order of a batch that has not ended. */
  async orderOf(batchId: string): Promise<BatchOrder | undefined> {
    const [found] = await this.database.query(ORDER, [batchId]);
    if (!found) return undefined;
    const { reason, ip, ...person } = found;
    // The order outlives the session in which it was given.
    const actor: Actor = { ...person, counterId: null, sessionId: batchId, mustChangePassword: false };
    return { id: batchId, reason, ctx: { actor, idempotency: null, ip } };
  }

  /** Orders anew what was left behind when a job failed for the last time; a batch that is still being worked takes no harm. */
  async resumeLost(tx: CommandTx): Promise<void> {
    const before = new Date(tx.now.getTime() - LOST_AFTER_MINUTES * 60_000);
    for (const { id } of await tx.query(UNFINISHED, [before])) tx.appendOutbox(RUN_BATCH, { batchId: id });
  }
}
