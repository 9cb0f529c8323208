import { topicOf } from '@onewindow/contracts';
import { batchRefusal, DomainError } from '@onewindow/domain';
import { Injectable, Logger } from '@nestjs/common';
import { type CommandContext, CommandRunner, type CommandTx, isUnavailable, sql } from '../platform/index.js';
import { CompleteTask, DecideCase, TaskNotFound, TaskStore } from '../review/index.js';
import { BatchCandidates } from './batch-candidates.js';
import type { DeskBatch } from './desk-batch.entity.js';

/** A batch as it was ordered. */
export interface BatchOrder extends Pick<DeskBatch, 'id' | 'outcome' | 'opinion' | 'itemId' | 'stepKey'> {
  /** The officer who ordered it: actor of every event. */
  ctx: CommandContext;
}

interface WaitingItem {
  position: number;
  taskId: string;
}

/** Workers of one batch take turns: a redelivered job beside a slow one neither does a task twice nor ends the batch too early. */
const LOCK_BATCH = sql<{ state: string }>('SELECT state FROM desk_batch WHERE id = $1 FOR UPDATE');
const NEXT_ITEM = sql<WaitingItem>(
  `SELECT position, task_id AS "taskId" FROM desk_batch_item WHERE batch_id = $1 AND position > $2 AND state = 'waiting' ORDER BY position LIMIT 1`,
);
const MARK_DONE = sql(`UPDATE desk_batch_item SET state = 'done' WHERE batch_id = $1 AND position = $2`);
const MARK_FAILED = sql(
  `UPDATE desk_batch_item SET state = 'failed', code = $3, message = $4 WHERE batch_id = $1 AND position = $2 AND state = 'waiting'`,
);
const END = sql(`UPDATE desk_batch SET state = 'finished', finished_at = $2 WHERE id = $1`);
const UNEXPECTED = { code: 'batch.item-failed', title: '这一件没有办成，单独办' };

/** Works a batch one case at a time: the case's own rules and events, and the outcome on the item, in one transaction. */
@Injectable()
export class BatchSteps {
  private readonly logger = new Logger(BatchSteps.name);

  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly candidates: BatchCandidates,
    private readonly completing: CompleteTask,
    private readonly deciding: DecideCase,
  ) {}

  /**
   * Works the next waiting task.
   * @param after position of the task worked before; −1 begins
   * @returns its position, or null when none is waiting any more and the batch has ended
   */
  async next(order: BatchOrder, after: number): Promise<number | null> {
    let item: WaitingItem | undefined;
    const { staffId } = order.ctx.actor;
    try {
      return await this.runner.runSystem(async (tx) => {
        const [[batch], [found]] = await Promise.all([tx.query(LOCK_BATCH, [order.id]), tx.query(NEXT_ITEM, [order.id, after])]);
        item = found;
        if (item) await this.finish(tx, order, item);
        else if (batch?.state === 'running') await tx.query(END, [order.id, tx.now]);
        tx.touch(topicOf.staff(staffId));
        return item?.position ?? null;
      });
    } catch (error) {
      // Nothing is recorded against a case when it is the database that has gone: the job comes again.
      if (!item || isUnavailable(error)) throw error;
      const { position, taskId } = item;
      const { code, title } = error instanceof DomainError ? error : UNEXPECTED;
      if (!(error instanceof DomainError)) this.logger.error({ error, batch: order.id, task: taskId }, 'a task of a batch failed');
      await this.runner.runSystem(async (tx) => {
        await tx.query(MARK_FAILED, [order.id, position, code, title.slice(0, 300)]);
        tx.touch(topicOf.staff(staffId));
      });
      return position;
    }
  }

  private async finish(tx: CommandTx, { id, ctx, outcome, opinion, itemId, stepKey }: BatchOrder, item: WaitingItem): Promise<void> {
    const locked = await this.tasks.lock(tx, ctx.actor, item.taskId);
    const [candidate] = await this.candidates.of(tx, ctx.actor, [item.taskId]);
    if (!candidate) throw new TaskNotFound();
    // Looked at again under the lock: what was clear at the order may have been marked, paused or taken since.
    const refusal = batchRefusal(candidate.rules, { itemId, stepKey });
    if (refusal) throw new DomainError({ code: refusal.code, title: refusal.reason, kind: 'rule' });
    const points = locked.task.points.map((point) => ({ ...point, state: 'met' as const, note: point.note ?? undefined }));
    if (outcome === 'grant') await this.deciding.decideIn(tx, ctx, locked.row.id, { decision: 'grant', opinion, points });
    else await this.completing.completeLocked(tx, ctx, locked, { outcome, opinion, points });
    await tx.query(MARK_DONE, [id, item.position]);
  }
}
