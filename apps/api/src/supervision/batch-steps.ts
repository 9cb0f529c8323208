import { topicOf } from '@onewindow/contracts';
import { DomainError, isTaskOpen, shanghaiToday } from '@onewindow/domain';
import { Injectable, Logger } from '@nestjs/common';
import { CommandRunner, type CommandTx, isUnavailable, sql } from '../platform/index.js';
import { HandTask, TaskStore } from '../review/index.js';
import { FAILURES, isOvertaken, SeenOtherwise } from './batch-failures.js';
import type { BatchItem } from './batch-item.entity.js';
import { BatchEnding } from './batch-ending.js';
import type { BatchOrder } from './batch-order.js';
import { happenedTo } from './task-happenings.js';

type WaitingItem = Pick<BatchItem, 'position' | 'taskId' | 'seenHolderId' | 'plannedHolderId'>;

/** Workers of one batch take turns: a redelivered job beside a slow one neither does a task twice nor ends the batch too early. */
const LOCK_BATCH = sql<{ state: string }>('SELECT state FROM batch WHERE id = $1 FOR UPDATE');
const NEXT_ITEM = sql<WaitingItem>(
  `SELECT position, task_id AS "taskId", seen_holder_id AS "seenHolderId", planned_holder_id AS "plannedHolderId"
   FROM batch_item WHERE batch_id = $1 AND position > $2 AND state = 'waiting' ORDER BY position LIMIT 1`,
);
const MARK_DONE = sql(`UPDATE batch_item SET state = 'done', from_holder_id = $3, to_holder_id = $4 WHERE batch_id = $1 AND position = $2`);
const MARK_FAILED = sql(
  `UPDATE batch_item SET state = 'failed', code = $3, message = $4 WHERE batch_id = $1 AND position = $2 AND state = 'waiting'`,
);

/** Works a batch one task at a time: the task's own rules, events and messages, and the outcome on the item, in one transaction. */
@Injectable()
export class BatchSteps {
  private readonly logger = new Logger(BatchSteps.name);

  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly hand: HandTask,
    private readonly ending: BatchEnding,
  ) {}

  /**
   * Works the next waiting task.
   * @param after position of the task worked before; −1 begins
   * @returns its position, or null when none is waiting any more and the batch has ended
   */
  async next(order: BatchOrder, after: number): Promise<number | null> {
    let item: WaitingItem | undefined;
    try {
      return await this.runner.runSystem(async (tx) => {
        const [[batch], [found]] = await Promise.all([tx.query(LOCK_BATCH, [order.id]), tx.query(NEXT_ITEM, [order.id, after])]);
        item = found;
        if (item) await this.move(tx, order, item);
        else if (batch?.state === 'running') await this.ending.write(tx, order);
        return item?.position ?? null;
      });
    } catch (error) {
      // Nothing is recorded against a task when it is the database that has gone: the job comes again.
      if (!item || isUnavailable(error)) throw error;
      const failed = item;
      await this.runner.runSystem((tx) => this.fail(tx, order, failed, error));
      return failed.position;
    }
  }

  private async move(tx: CommandTx, { id, reason, ctx }: BatchOrder, item: WaitingItem): Promise<void> {
    const locked = await this.tasks.lock(tx, ctx.actor, item.taskId);
    const { status, holderId } = locked.task;
    if (isTaskOpen(status) && holderId !== item.seenHolderId) throw new SeenOtherwise(holderId);
    if (item.plannedHolderId === null) throw new DomainError({ ...FAILURES.noReceiver, title: FAILURES.noReceiver.reason, kind: 'rule' });
    const { from, to } = await this.hand.to(tx, ctx, locked, { action: 'reassign', toStaffId: item.plannedHolderId, reason });
    await tx.query(MARK_DONE, [id, item.position, from, to.id]);
    tx.touch(topicOf.supervision, topicOf.staff(ctx.actor.staffId));
  }

  private async fail(tx: CommandTx, { id, ctx }: BatchOrder, { position, taskId }: WaitingItem, error: unknown): Promise<void> {
    const refusal = error instanceof DomainError ? { code: error.code, reason: error.title } : FAILURES.unexpected;
    if (!(error instanceof DomainError)) this.logger.error({ error, batch: id, task: taskId }, 'a task of a batch failed');
    const words = isOvertaken(refusal.code) ? (await happenedTo(tx, [taskId], shanghaiToday(tx.now))).get(taskId) : undefined;
    await tx.query(MARK_FAILED, [id, position, refusal.code, (words ?? refusal.reason).slice(0, 300)]);
    tx.touch(topicOf.supervision, topicOf.staff(ctx.actor.staffId));
  }
}
