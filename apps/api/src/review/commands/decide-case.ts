import type { CaseDetail, endpoints, InputOf } from '@onewindow/contracts';
import {
  hasSecondReviewer,
  isTaskPooled,
  isTaskStanding,
  nextCaseStatus,
  nextTaskStatus,
  NO_CASE_FACTS,
  requireCaseAction,
  shanghaiToday,
  TransitionNotAllowed,
  workBeforeDecision,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, CaseStore, type EventInput, runningProcedure } from '../../cases/index.js';
import { CaseView, rolesOn } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { CloseDecision } from '../close-decision.js';
import { markedPoints, type PointInput } from '../review-points.js';
import { type LockedTask, TaskStore } from '../task-store.js';
import { ClaimTask } from './claim-task.js';

/** What is decided, and with which words on the points of the decision step. */
export type Ruling = Omit<InputOf<typeof endpoints.decideCase>['body'], 'expectedVersion'> & {
  /** Absent where the caller has the case as it is now. */
  expectedVersion?: number;
  points?: readonly PointInput[];
};

/** 作出决定: the chief on the decision step, or the clerk for an instant item in the same sitting (R11). Silence never grants (R5.2). */
@Injectable()
export class DecideCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly tasks: TaskStore,
    private readonly claiming: ClaimTask,
    private readonly closing: CloseDecision,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.decideCase>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.decideIn(tx, ctx, params.id, body);
      return await this.view.present(tx, row, ctx.actor);
    });
  }

  /** Decides within a transaction of the caller's: a batch writes the outcome of each with it. */
  async decideIn(tx: CommandTx, ctx: CommandContext, caseId: string, body: Ruling): Promise<Case> {
    const subject = await this.tasks.lockCase(tx, ctx.actor, caseId, body.expectedVersion);
    const { row, all, ownConflict, route, calendar } = subject;
    const before = workBeforeDecision(all);
    const isInstant = subject.definition.kind === 'instant';
    const task = isInstant ? undefined : currentDecision(all);
    const on = task && (await this.tasks.withPrincipal(tx, ctx.actor, { row, all, ownConflict, route, calendar, task }));
    // A delegate decides with what the principal lends; the step's own rules are asked below. Without a step it is the case that knows whose it is.
    const roles = [...(isInstant ? rolesOn(ctx.actor, row) : ctx.actor.roles), ...(on?.principal?.roles ?? [])];
    const facts = {
      ...NO_CASE_FACTS,
      isInstant,
      openTasks: before.length,
      followsChildren: subject.definition.bundle !== undefined,
      ownDecisionConflict: on?.ownConflict ?? ownConflict,
      runningProcedure: runningProcedure(row),
      isSoleReviewer:
        on !== undefined &&
        subject.definition.requiresTwoReviewers &&
        !hasSecondReviewer([ctx.actor.staffId, ...(on.principal ? [on.principal.id] : [])], on.all),
    };
    requireCaseAction('decide', { status: row.status, roles, facts });
    if (!isInstant && !(on && roles.includes('chief'))) {
      throw new TransitionNotAllowed('case', row.status, 'decide', '决定环节还没有开始。前面的环节办完后再决定');
    }
    const events = on ? await this.completeDecisionStep(tx, ctx, on, body) : [];
    const decided = {
      status: nextCaseStatus(row.status, 'decide'),
      decision: body.decision,
      decisionReason: body.reason || null,
      decidedAt: tx.now,
      decidedOn: shanghaiToday(tx.now),
      decidedBy: ctx.actor.staffId,
    };
    events.push({
      action: 'decide',
      fromStatus: row.status,
      toStatus: decided.status,
      data: { decision: body.decision, reason: body.reason || undefined, opinion: body.opinion || undefined },
    });
    await this.cases.save(tx, row, decided, ctx, events);
    await this.closing.afterDecision(tx, ctx, row, subject);
    return row;
  }

  private async completeDecisionStep(tx: CommandTx, ctx: CommandContext, on: LockedTask, body: Ruling): Promise<EventInput[]> {
    const { task } = on;
    // Deciding what lies in the pool takes it first: two chiefs at once are told apart by the same lock as two claims.
    const taken = isTaskPooled(task.status) ? this.claiming.taken(ctx, on, tx.now) : null;
    this.tasks.require(ctx.actor, 'complete', on, tx.now);
    await this.tasks.save(tx, task, {
      ...taken?.changes,
      status: nextTaskStatus(task.status, 'complete', task.kind),
      outcome: body.decision,
      opinion: body.opinion || body.reason || '',
      points: markedPoints(task.points, body.points),
      doneAt: tx.now,
      completedBy: ctx.actor.staffId,
      idleSince: shanghaiToday(tx.now),
    });
    const data = { step: task.stepKey, stepName: task.stepName, outcome: body.decision };
    return [...(taken ? [taken.event] : []), { action: 'task.complete', taskId: task.id, data }];
  }
}

function currentDecision(all: readonly LockedTask['task'][]): LockedTask['task'] | undefined {
  return all.filter((task) => task.kind === 'decision' && isTaskStanding(task.status)).at(-1);
}
