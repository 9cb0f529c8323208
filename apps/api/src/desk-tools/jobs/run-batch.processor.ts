import { Injectable } from '@nestjs/common';
import { lostBatches, ORDERER, type Orderer, ordererOf } from '../../batches/index.js';
import { type CommandTx, Database, sql } from '../../platform/index.js';
import { BatchSteps, STATEMENTS } from '../batch-steps.js';
import { RUN_DESK_BATCH } from '../commands/order-batch.js';
import type { DeskBatch } from '../desk-batch.entity.js';

type Ordered = Pick<DeskBatch, 'outcome' | 'opinion' | 'itemId' | 'stepKey'> & Orderer;

const ORDER = sql<Ordered>(
  `SELECT b.outcome, b.opinion, b.item_id AS "itemId", b.step_key AS "stepKey", ${ORDERER}
   FROM desk_batch b JOIN staff s ON s.id = b.created_by WHERE b.id = $1 AND b.state = 'running'`,
);
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
    const { outcome, opinion, itemId, stepKey, ...orderer } = found;
    const order = { id: batchId, outcome, opinion, itemId, stepKey, ctx: ordererOf(batchId, orderer) };
    let position: number | null = -1;
    while (position !== null) position = await this.steps.next(order, position);
  }

  /** Orders anew what was left behind when a job failed for the last time; a batch that is still being worked takes no harm. */
  async resumeLost(tx: CommandTx): Promise<void> {
    for (const batchId of await lostBatches(tx, STATEMENTS, LOST_AFTER_MINUTES)) tx.appendOutbox(RUN_DESK_BATCH, { batchId });
  }
}
