import { Injectable } from '@nestjs/common';
import { type Actor, type CommandTx, Database, sql } from '../../platform/index.js';
import { BatchSteps } from '../batch-steps.js';
import { RUN_DESK_BATCH } from '../commands/order-batch.js';
import type { DeskBatch } from '../desk-batch.entity.js';

type Ordered = Pick<DeskBatch, 'outcome' | 'opinion' | 'itemId' | 'stepKey' | 'ip'> &
  Omit<Actor, 'counterId' | 'sessionId' | 'mustChangePassword'>;

/** The order with the officer as they are now: what they may no longer do fails, case by case. */
const ORDER = sql<Ordered>(
  `SELECT b.outcome, b.opinion, b.item_id AS "itemId", b.step_key AS "stepKey", b.ip, s.id AS "staffId", s.staff_no AS "staffNo", s.name,
          s.roles, s.department_id AS "departmentId", s.hall_id AS "hallId", s.region_code AS "regionCode", s.identity_index AS "identityIndex"
   FROM desk_batch b JOIN staff s ON s.id = b.created_by WHERE b.id = $1 AND b.state = 'running'`,
);
const UNFINISHED = sql<{ id: string }>(`SELECT id FROM desk_batch WHERE state = 'running' AND created_at < $1 ORDER BY id`);
/** The longest batch takes half a minute: one that still runs after this was lost with its job. */
const LOST_AFTER_MINUTES = 5;

/** Works through a batch. Delivered again after a kill, it goes on with what is still waiting. */
@Injectable()
export class RunBatch {
  constructor(
    private readonly database: Database,
    private readonly steps: BatchSteps,
  ) {}

  async run(batchId: string): Promise<void> {
    const [found] = await this.database.query(ORDER, [batchId]);
    if (!found) return;
    const { outcome, opinion, itemId, stepKey, ip, ...person } = found;
    // The order outlives the session in which it was given.
    const actor: Actor = { ...person, counterId: null, sessionId: batchId, mustChangePassword: false };
    const order = { id: batchId, outcome, opinion, itemId, stepKey, ctx: { actor, idempotency: null, ip } };
    let position: number | null = -1;
    while (position !== null) position = await this.steps.next(order, position);
  }

  /** Orders anew what was left behind when a job failed for the last time; a batch that is still being worked takes no harm. */
  async resumeLost(tx: CommandTx): Promise<void> {
    const before = new Date(tx.now.getTime() - LOST_AFTER_MINUTES * 60_000);
    for (const { id } of await tx.query(UNFINISHED, [before])) tx.appendOutbox(RUN_DESK_BATCH, { batchId: id });
  }
}
