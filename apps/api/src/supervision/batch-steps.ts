import { topicOf } from '@onewindow/contracts';
import { DomainError, isTaskOpen, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { batchStatements, BatchWalk, type WaitingItem } from '../batches/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { HandTask, TaskStore } from '../review/index.js';
import { FAILURES, isOvertaken, SeenOtherwise } from './batch-failures.js';
import type { BatchItem } from './batch-item.entity.js';
import { BatchEnding } from './batch-ending.js';
import type { BatchOrder } from './batch-order.js';
import { happenedTo } from './task-happenings.js';

type PlannedItem = WaitingItem & Pick<BatchItem, 'seenHolderId' | 'plannedHolderId'>;

export const STATEMENTS = batchStatements<PlannedItem>('batch', 'batch_item', ['seenHolderId', 'plannedHolderId']);
const MARK_DONE = sql(`UPDATE batch_item SET state = 'done', from_holder_id = $3, to_holder_id = $4 WHERE batch_id = $1 AND position = $2`);

/** Works a batch one task at a time: the task's own rules, events and messages, and the outcome on the item, in one transaction. */
@Injectable()
export class BatchSteps {
  constructor(
    private readonly walk: BatchWalk,
    private readonly tasks: TaskStore,
    private readonly hand: HandTask,
    private readonly ending: BatchEnding,
  ) {}

  /** The next waiting task, see `BatchWalk`. */
  next(order: BatchOrder, after: number): Promise<number | null> {
    const work = {
      id: order.id,
      topics: [topicOf.supervision, topicOf.staff(order.ctx.actor.staffId)],
      one: (tx: CommandTx, item: PlannedItem) => this.move(tx, order, item),
      end: (tx: CommandTx) => this.ending.write(tx, order),
      unexpected: FAILURES.unexpected,
      words: async (tx: CommandTx, { taskId }: PlannedItem, { code }: { code: string }) =>
        isOvertaken(code) ? (await happenedTo(tx, [taskId], shanghaiToday(tx.now))).get(taskId) : undefined,
    };
    return this.walk.next(STATEMENTS, work, after);
  }

  private async move(tx: CommandTx, { id, reason, ctx }: BatchOrder, item: PlannedItem): Promise<void> {
    const locked = await this.tasks.lock(tx, ctx.actor, item.taskId);
    const { status, holderId } = locked.task;
    if (isTaskOpen(status) && holderId !== item.seenHolderId) throw new SeenOtherwise(holderId);
    if (item.plannedHolderId === null) throw new DomainError({ ...FAILURES.noReceiver, title: FAILURES.noReceiver.reason, kind: 'rule' });
    const { from, to } = await this.hand.to(tx, ctx, locked, { action: 'reassign', toStaffId: item.plannedHolderId, reason });
    await tx.query(MARK_DONE, [id, item.position, from, to.id]);
  }
}
