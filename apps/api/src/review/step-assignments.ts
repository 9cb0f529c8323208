import { assignTaskStatus, peopleOf, type RouteStep, stepKeyOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { StepAssigner } from '../assignment/index.js';
import type { EventInput } from '../cases/index.js';
import type { CommandTx } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';
import { assignedAt } from './untouched-work.js';

/** Gives a step that is not for the pool its officer as it opens. Most steps are for the pool, and nothing is asked then. */
@Injectable()
export class StepAssignments {
  constructor(private readonly assigner: StepAssigner) {}

  /**
   * Nobody does two parts of one step, and a chief is kept for the signature (R5.6).
   * @param task just opened, not yet written; changed in place
   * @param all every task of the case
   * @returns the event that tells it, by the system; none when it stays in the pool
   */
  async assign(tx: CommandTx, step: RouteStep, task: ReviewTask | undefined, all: readonly ReviewTask[]): Promise<EventInput[]> {
    const mode = step.assignment ?? 'pool';
    if (mode === 'pool' || task?.status !== 'pooled') return [];
    const parts = all.filter((one) => stepKeyOf(one.stepKey) === stepKeyOf(task.stepKey) && one.stepKey !== task.stepKey);
    const except = parts.flatMap(peopleOf);
    const officer = await this.assigner.choose(tx, task, { mode, except, withoutChiefs: step.beforeSignature === true });
    if (!officer) return [];
    Object.assign(task, { status: assignTaskStatus(task.status), holderId: officer.id, claimedAt: assignedAt(tx.now) });
    const data = { step: task.stepKey, stepName: task.stepName, to: officer.name, how: mode };
    return [{ action: 'task.assign', taskId: task.id, bySystem: true, data }];
  }
}
