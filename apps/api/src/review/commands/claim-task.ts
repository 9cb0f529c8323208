import type { TaskRow } from '@onewindow/contracts';
import { DomainError, isTaskHeld, nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { staysActive } from '../../assignment/index.js';
import { CaseStore, type EventInput } from '../../cases/index.js';
import { type CommandContext, CommandRunner, type CommandTx, isRetryable } from '../../platform/index.js';
import { HolderLeft } from '../task-problems.js';
import { TaskPresenter } from '../task.presenter.js';
import type { ReviewTask } from '../review-task.entity.js';
import { type LockedTask, TaskStore } from '../task-store.js';

export interface ClaimOutcome {
  taskId: string;
  ok: boolean;
  code: string | null;
  message: string | null;
}

/** A task that its holder has, before it is written: its columns, and what the case's story tells. */
export interface TakenTask {
  changes: Pick<ReviewTask, 'status' | 'holderId' | 'claimedAt' | 'idleSince'>;
  event: EventInput;
}

/** 签收: one task, one holder (R5.4). The loser of a race is told who has it. */
@Injectable()
export class ClaimTask {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly presenter: TaskPresenter,
  ) {}

  run(ctx: CommandContext, taskId: string): Promise<TaskRow> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.take(tx, ctx, taskId);
      return await this.presenter.row(ctx.actor, locked);
    });
  }

  /**
   * Claims several, each in its own transaction: one lost race leaves the others claimed. The answer is kept under the key afterwards: a retry
   * passes over what it had claimed and gets the first answer.
   */
  async runMany(ctx: CommandContext, taskIds: readonly string[]): Promise<ClaimOutcome[]> {
    const outcomes: ClaimOutcome[] = [];
    for (const taskId of new Set(taskIds)) outcomes.push(await this.tryClaim(ctx, taskId));
    return await this.runner.run(ctx, () => Promise.resolve(outcomes));
  }

  /** Locks a task and claims it; it lies with its holder from now on. What the actor holds already stays as it is where `again` allows that. */
  async take(tx: CommandTx, ctx: CommandContext, taskId: string, again = false): Promise<LockedTask> {
    // Asked in the packet of the lock: whoever is being deactivated at this moment takes nothing more.
    const [locked, actorStays] = await Promise.all([this.tasks.lock(tx, ctx.actor, taskId), staysActive(tx, ctx.actor.staffId)]);
    const { task } = locked;
    if (again && isTaskHeld(task.status) && task.holderId === ctx.actor.staffId) return locked;
    await this.claimLocked(tx, ctx, locked);
    const holderStays = locked.principal ? await staysActive(tx, locked.principal.id) : actorStays;
    if (!holderStays) throw new HolderLeft();
    return locked;
  }

  /** Claims a task whose case is locked, to be finished in the same transaction: nothing is left with anybody, so nobody is asked whether they stay. */
  async claimLocked(tx: CommandTx, ctx: CommandContext, locked: LockedTask): Promise<void> {
    const { changes, event } = this.taken(ctx, locked, tx.now);
    await Promise.all([this.tasks.save(tx, locked.task, changes), this.cases.note(tx, locked.row, ctx, [event])]);
  }

  /** The same without writing it. @returns what is to be written with what finishes the task */
  taken(ctx: CommandContext, locked: LockedTask, now: Date): TakenTask {
    const { task } = locked;
    this.tasks.require(ctx.actor, 'claim', locked, now);
    // Offered to the principal alone: it becomes theirs, and the delegate works it in their name.
    const own = { id: ctx.actor.staffId, name: ctx.actor.name, staffNo: ctx.actor.staffNo };
    const holder = locked.principal ? { ...locked.principal, staffNo: null } : own;
    const status = nextTaskStatus(task.status, 'claim', task.kind);
    const changes = { status, holderId: holder.id, claimedAt: now, idleSince: shanghaiToday(now) };
    Object.assign(task, changes, { holderName: holder.name, holderNo: holder.staffNo });
    return { changes, event: { action: 'task.claim', taskId: task.id, data: { step: task.stepKey, stepName: task.stepName } } };
  }

  private async tryClaim(ctx: CommandContext, taskId: string): Promise<ClaimOutcome> {
    try {
      // The key of the request covers the whole bundle, not one of its transactions.
      await this.runner.run({ ...ctx, idempotency: null }, (tx) => this.take(tx, ctx, taskId, true));
      return { taskId, ok: true, code: null, message: null };
    } catch (error) {
      if (error instanceof DomainError) return { taskId, ok: false, code: error.code, message: error.title };
      if (isRetryable(error)) return { taskId, ok: false, code: 'service.busy', message: '同时操作的人太多，这件没有签收。请重试。' };
      throw error;
    }
  }
}
