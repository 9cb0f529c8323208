import { topicOf } from '@onewindow/contracts';
import { batchRefusal, DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { batchStatements, BatchWalk, type WaitingItem } from '../batches/index.js';
import { type CommandContext, type CommandTx, sql } from '../platform/index.js';
import { CompleteTask, DecideCase, TaskNotFound, TaskStore } from '../review/index.js';
import { BatchCandidates } from './batch-candidates.js';
import type { DeskBatch } from './desk-batch.entity.js';

/** A batch as it was ordered. */
export interface BatchOrder extends Pick<DeskBatch, 'id' | 'outcome' | 'opinion' | 'itemId' | 'stepKey'> {
  /** The officer who ordered it: actor of every event. */
  ctx: CommandContext;
}

export const STATEMENTS = batchStatements('desk_batch', 'desk_batch_item');
const MARK_DONE = sql(`UPDATE desk_batch_item SET state = 'done' WHERE batch_id = $1 AND position = $2`);
const END = sql(`UPDATE desk_batch SET state = 'finished', finished_at = $2 WHERE id = $1`);
const UNEXPECTED = { code: 'batch.item-failed', reason: '这一件没有办成，单独办' };

/** Works a batch one case at a time: the case's own rules and events, and the outcome on the item, in one transaction. */
@Injectable()
export class BatchSteps {
  constructor(
    private readonly walk: BatchWalk,
    private readonly tasks: TaskStore,
    private readonly candidates: BatchCandidates,
    private readonly completing: CompleteTask,
    private readonly deciding: DecideCase,
  ) {}

  /** The next waiting task, see `BatchWalk`. */
  next(order: BatchOrder, after: number): Promise<number | null> {
    const work = {
      id: order.id,
      topics: [topicOf.staff(order.ctx.actor.staffId)],
      one: (tx: CommandTx, item: WaitingItem) => this.finish(tx, order, item),
      end: async (tx: CommandTx) => void (await tx.query(END, [order.id, tx.now])),
      unexpected: UNEXPECTED,
    };
    return this.walk.next(STATEMENTS, work, after);
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
