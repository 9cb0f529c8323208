import { Injectable } from '@nestjs/common';
import { lostBatches, ORDERER, type Orderer, ordererOf } from '../../batches/index.js';
import { type CommandTx, Database, sql } from '../../platform/index.js';
import type { BatchOrder } from '../batch-order.js';
import { BatchSteps, STATEMENTS } from '../batch-steps.js';
import { RUN_BATCH } from '../batch-writer.js';

const ORDER = sql<Orderer & { reason: string }>(
  `SELECT b.reason, ${ORDERER} FROM batch b JOIN staff s ON s.id = b.created_by WHERE b.id = $1 AND b.state = 'running'`,
);
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
    const { reason, ...orderer } = found;
    return { id: batchId, reason, ctx: ordererOf(batchId, orderer) };
  }

  /** Orders anew what was left behind when a job failed for the last time; a batch that is still being worked takes no harm. */
  async resumeLost(tx: CommandTx): Promise<void> {
    for (const batchId of await lostBatches(tx, STATEMENTS, LOST_AFTER_MINUTES)) tx.appendOutbox(RUN_BATCH, { batchId });
  }
}
