import {
  consultationKey,
  isAskedBy,
  isTaskStanding,
  nextTaskStatus,
  shanghaiDayStart,
  shanghaiToday,
  silenceCountsOn,
  stepKeyOf,
} from '@onewindow/domain';
import { SYSTEM_AUTHOR } from '../../cases/index.js';
import { DEEMED_OUTCOME } from '../../consultations/index.js';
import type { CommandContext, CommandTx } from '../../platform/index.js';
import { TASKS_OF_CASE, type TaskWithHolder } from '../../review/index.js';
import type { AskedPlan } from './case-plan.js';
import { CounterTale } from './case-tale.js';
import type { LiveCase } from './live-case.js';

/** Tells what departments ask each other, what is answered, and what silence becomes (R5.2). */
export class ConsultTale extends CounterTale {
  /** Does something to the open task of a step. */
  protected onTask(
    live: LiveCase,
    stepKey: string,
    at: Date,
    act: (tx: CommandTx, task: TaskWithHolder, all: TaskWithHolder[], ctx: CommandContext) => Promise<void>,
  ): void {
    this.world.agenda.add(at, async (tx) => {
      const all = await tx.query(TASKS_OF_CASE, [live.row.id]);
      const task = all.find((one) => one.stepKey === stepKey && isTaskStanding(one.status));
      if (!task) throw new Error(`${live.row.itemName} ${live.row.title}: step ${stepKey} is not open`);
      const role = task.role === 'chief' ? 'chief' : 'approver';
      // What is in somebody's hands goes on in them, whoever had put it there.
      const { cast } = this.world;
      // R5.6: no one does two parts of one step.
      const parts = all.filter((one) => one.id !== task.id && stepKeyOf(one.stepKey) === stepKeyOf(task.stepKey));
      const hands = parts.map(({ completedBy }) => completedBy);
      const who = task.holderId ? cast.member(task.holderId) : cast.officer(task.departmentId, role, this.turn, hands);
      await act(tx, task, all, who);
    });
  }

  /** R5.2: the system writes that nobody answered, dated to the day after the limit. */
  protected deem(live: LiveCase, stepKey: string, at: Date): void {
    this.onTask(live, stepKey, at, async (tx, task, all) => {
      const due = task.stepDue ?? shanghaiToday(tx.now);
      const silentOn = silenceCountsOn(due);
      const deemed = {
        status: nextTaskStatus(task.status, 'deem', task.kind),
        outcome: DEEMED_OUTCOME,
        doneAt: shanghaiDayStart(silentOn),
      };
      await this.world.desk.tasks.save(tx, task, deemed);
      const data = { step: task.stepKey, stepName: task.stepName, due, silentOn };
      const opened = await this.world.desk.route.advance(tx, live.row, live.version.definition, all, silentOn);
      await this.world.counter.cases.note(tx, live.row, SYSTEM_AUTHOR, [{ action: 'task.deem', taskId: task.id, data }, ...opened]);
    });
  }

  /** 协办: the holder asks another department beside the route; some have answered. */
  protected ask(live: LiveCase, { step, department, question, limit, after, answer }: AskedPlan): void {
    this.onTask(live, step, this.when(after), async (tx, task, all, ctx) => {
      const { id: departmentId, shortName } = await this.world.counter.organisation.departmentByCode(department);
      const key = consultationKey(task.id, all.filter((one) => isAskedBy(one.stepKey, task.id)).length + 1);
      const opened = await this.world.desk.route.openConsultation(tx, live.row, { key, departmentId, limit });
      const { id: taskId, caseId, stepDue: due } = opened;
      await this.world.desk.consultations.add(tx, {
        taskId,
        caseId,
        askingTaskId: task.id,
        askedBy: ctx.actor.staffId,
        askedAt: tx.now,
        question,
      });
      const data = { step: task.stepKey, stepName: task.stepName, departments: [shortName], question, due, limit };
      await this.world.counter.cases.note(tx, live.row, ctx, [{ action: 'task.consult', taskId: task.id, data }]);
    });
    if (!answer) return;
    this.world.agenda.add(this.when(answer.after), async (tx) => {
      const all = await tx.query(TASKS_OF_CASE, [live.row.id]);
      const asking = all.find((one) => one.stepKey === step);
      const task = all.find((one) => asking && isAskedBy(one.stepKey, asking.id) && one.status === 'pooled');
      if (!task) throw new Error(`${live.row.title}: nobody was asked by ${step}`);
      const ctx = this.world.cast.officer(task.departmentId, 'approver', this.turn);
      const { outcome, opinion } = answer;
      const holder = { holderId: ctx.actor.staffId, claimedAt: tx.now, completedBy: ctx.actor.staffId, doneAt: tx.now };
      await this.world.desk.tasks.save(tx, task, { status: 'done', outcome, opinion, ...holder, idleSince: shanghaiToday(tx.now) });
      const { shortName: department } = await this.world.counter.organisation.department(task.departmentId);
      const data = { step: task.stepKey, stepName: task.stepName, department, outcome, opinion };
      await this.world.counter.cases.note(tx, live.row, ctx, [{ action: 'task.complete', taskId: task.id, data }]);
    });
  }
}
