import { assignmentProblem, caseNamed, nextTaskStatus, type Role, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { type Leave, leaveColumn } from '../delegation/index.js';
import { NotificationWriter } from '../notifications/index.js';
import { type CommandContext, type CommandTx, sql } from '../platform/index.js';
import { partConflictOf } from './step-parts.js';
import { ReceiverUnfit } from './task-problems.js';
import { deskOf, type LockedTask, TaskStore } from './task-store.js';

/** One of the staff as a possible holder. */
export interface Receiver {
  id: string;
  name: string;
  staffNo: string;
  roles: Role[];
  departmentId: string | null;
  hallId: string | null;
  regionCode: string;
  active: boolean;
  identityIndex: string | null;
  /** Away today, and who stands in. */
  leave: Leave | null;
}

/** Columns of a possible holder under the alias `s`. @param today the parameter that holds the day */
export const receiverColumns = (
  today: string,
): string => `s.id, s.name, s.staff_no AS "staffNo", s.roles, s.department_id AS "departmentId", s.hall_id AS "hallId",
  s.region_code AS "regionCode", s.active, s.identity_index AS "identityIndex", ${leaveColumn(today)} AS leave`;
/** Held to the commit: a deactivation under way is waited for, and one that comes later finds the work. */
const FIND_RECEIVER = sql<Receiver>(`SELECT ${receiverColumns('$2')} FROM staff s WHERE s.id = $1 FOR SHARE OF s`);

export interface Handing {
  action: 'transfer' | 'reassign';
  toStaffId: string;
  reason: string;
}

/** Gives a task to another holder: the holder changes, the clock does not, and both officers are told (R5.5). */
@Injectable()
export class HandTask {
  constructor(
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly notifications: NotificationWriter,
  ) {}

  /** @returns the old and the new holder. @throws what R11 refuses, or ReceiverUnfit */
  async to(
    tx: CommandTx,
    ctx: CommandContext,
    locked: LockedTask,
    { action, toStaffId, reason }: Handing,
  ): Promise<{ from: string | null; to: Receiver }> {
    const { row, task } = locked;
    this.tasks.require(ctx.actor, action, locked, tx.now);
    const [to] = await tx.query(FIND_RECEIVER, [toStaffId, shanghaiToday(tx.now)]);
    if (!to) throw new ReceiverUnfit({ code: 'task.target-unknown', reason: '没有这个人。另选一人' });
    const targetConflict = await this.tasks.conflictOf(tx, to.identityIndex, row);
    const problem = assignmentProblem({
      target: to,
      task: deskOf(task),
      targetConflict,
      partConflict: partConflictOf(locked, to),
      targetLeave: to.leave,
    });
    if (problem) throw new ReceiverUnfit(problem);
    const from = { id: task.holderId, name: task.holderName };
    const status = nextTaskStatus(task.status, action, task.kind);
    // R5.7: neither a transfer nor a reassignment is an act of the holder, so idleSince stays.
    const saved = this.tasks.save(tx, task, { status, holderId: to.id, claimedAt: tx.now });
    const data = { step: task.stepKey, stepName: task.stepName, from: from.name, to: to.name, reason };
    await Promise.all([saved, this.cases.note(tx, row, ctx, [{ action: `task.${action}`, taskId: task.id, data }])]);
    Object.assign(task, { holderName: to.name, holderNo: to.staffNo });
    const what = caseNamed(task);
    const verb = action === 'transfer' ? '转办' : '改派';
    const subject = { caseId: task.caseId, taskId: task.id };
    await this.notifications.write(tx, [
      ...(from.id && from.id !== ctx.actor.staffId
        ? [{ staffId: from.id, words: `${ctx.actor.name}把“${what}”${verb}给${to.name}：${reason}`, ...subject }]
        : []),
      { staffId: to.id, words: `${ctx.actor.name}把“${what}”${verb}给您：${reason}。时限不变`, ...subject },
    ]);
    return { from: from.id, to };
  }
}
