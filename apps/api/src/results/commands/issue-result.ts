import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import {
  isTaskOpen,
  isTaskPooled,
  nextCaseStatus,
  nextTaskStatus,
  NO_CASE_FACTS,
  requireCaseAction,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseNotFound, CaseStore, type EventInput } from '../../cases/index.js';
import { ResultMaker } from '../../notices/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { type LockedCase, type ReviewTask, TaskStore } from '../../review/index.js';
import { CASE_FACTS } from '../result.statements.js';

type Input = InputOf<typeof endpoints.issueResult>;
type Answer = ResponseOf<typeof endpoints.issueResult>;

/** 出证: an approver of the lead department makes the result of a decided case and says where the paper goes (R11). */
@Injectable()
export class IssueResult {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly tasks: TaskStore,
    private readonly maker: ResultMaker,
  ) {}

  run(ctx: CommandContext, { params, body }: Input): Promise<Answer> {
    return this.runner.run(ctx, async (tx) => {
      // Behind the lock in one packet.
      const [locked, [known]] = await Promise.all([
        this.tasks.lockCase(tx, ctx.actor, params.id, body.expectedVersion),
        tx.query(CASE_FACTS, [params.id]),
      ]);
      const { row, definition } = locked;
      // A department that was only asked for its opinion sees the case, but its result is not that department's.
      if (row.departmentId !== ctx.actor.departmentId) throw new CaseNotFound();
      const facts = {
        ...NO_CASE_FACTS,
        decision: row.decision,
        openDeferred: known?.openDeferred ?? 0,
        resultIsElectronic: definition.result.electronic,
        followsChildren: definition.bundle !== undefined,
      };
      requireCaseAction('issue', { status: row.status, roles: ctx.actor.roles, facts });
      const place = body.place || null;
      const events = await this.completeTask(tx, ctx, locked);
      const status = nextCaseStatus(row.status, 'issue');
      events.push({ action: 'issue', fromStatus: row.status, toStatus: status, data: { result: definition.result.name, place } });
      await this.cases.save(tx, row, { status, readyAt: tx.now }, ctx, events);
      if (definition.onlyInBundle) tx.appendOutbox('follow-bundle', { caseId: row.id });
      // The number comes last: its series stays locked until the commit.
      const issuedBy = { staffId: ctx.actor.staffId, name: this.cases.nameOn(row, ctx.actor.name) };
      const result = await this.maker.make(tx, { row, definition, applicantKind: locked.applicantKind, issuedBy, place });
      return { caseId: row.id, status, version: row.version, result };
    });
  }

  /** The 出证 task is taken from the pool, if it still lies there, and completed. Another's task stays another's (R5.4). */
  private async completeTask(tx: CommandTx, ctx: CommandContext, inCase: LockedCase): Promise<EventInput[]> {
    const task = inCase.all.find((one) => one.kind === 'issue' && isTaskOpen(one.status));
    if (!task) return [];
    const locked = await this.tasks.withPrincipal(tx, ctx.actor, { ...inCase, task });
    const data = { step: task.stepKey, stepName: task.stepName };
    const events: EventInput[] = [];
    let taken: Partial<ReviewTask> = {};
    if (isTaskPooled(task.status)) {
      this.tasks.require(ctx.actor, 'claim', locked, tx.now);
      taken = { holderId: ctx.actor.staffId, claimedAt: tx.now };
      Object.assign(task, { ...taken, status: nextTaskStatus(task.status, 'claim', task.kind) });
      events.push({ action: 'task.claim', taskId: task.id, data });
    }
    this.tasks.require(ctx.actor, 'complete', locked, tx.now);
    const done = { ...taken, outcome: 'issued', doneAt: tx.now, completedBy: ctx.actor.staffId, idleSince: shanghaiToday(tx.now) };
    await this.tasks.save(tx, task, { status: nextTaskStatus(task.status, 'complete', task.kind), ...done });
    events.push({ action: 'task.complete', taskId: task.id, data: { ...data, outcome: 'issued' } });
    return events;
  }
}
