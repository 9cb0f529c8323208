import type { CaseDetail, endpoints, InputOf } from '@onewindow/contracts';
import { nextCaseStatus, requireCaseAction } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { authorOf, CaseStore } from '../../cases/index.js';
import { caseFactsOf, CaseView } from '../../case-view/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CloseDecision } from '../close-decision.js';
import { RouteRunner } from '../route-runner.js';
import { TaskStore } from '../task-store.js';

/** 终止: lapsed or closed by law, by the chief with a reason (R2.8); open tasks are cancelled. */
@Injectable()
export class TerminateCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly tasks: TaskStore,
    private readonly route: RouteRunner,
    private readonly closing: CloseDecision,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.terminateCase>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { all, ownConflict } = await this.tasks.lockCase(tx, ctx.actor, row);
      const { definition } = await this.closing.subjectOf(tx, row);
      const facts = caseFactsOf({ row, definition, openTasks: 0, ownConflict, missingMaterials: 0 });
      requireCaseAction('terminate', { status: row.status, roles: ctx.actor.roles, facts });
      const cancelled = await this.route.cancelOpen(tx, all);
      const status = nextCaseStatus(row.status, 'terminate');
      const event = { action: 'terminate', fromStatus: row.status, toStatus: status, data: { reason: body.reason } };
      await this.cases.save(tx, row, { status, endReason: body.reason, concludedAt: tx.now }, authorOf(ctx), [event, ...cancelled]);
      return await this.view.present(tx, row, ctx.actor);
    });
  }
}
