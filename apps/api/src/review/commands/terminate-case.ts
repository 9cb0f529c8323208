import type { CaseDetail, endpoints, InputOf } from '@onewindow/contracts';
import { nextCaseStatus, NO_CASE_FACTS, requireCaseAction } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CaseView, rolesOn } from '../../case-view/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CaseEndings } from '../case-endings.js';
import { CloseDecision } from '../close-decision.js';
import { RouteRunner } from '../route-runner.js';
import { TaskStore } from '../task-store.js';

/** 终止: lapsed or closed by law, by the chief with a reason (R2.8); open tasks are cancelled, and the applicant is told in writing. */
@Injectable()
export class TerminateCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly tasks: TaskStore,
    private readonly route: RouteRunner,
    private readonly endings: CaseEndings,
    private readonly closing: CloseDecision,
    private readonly notices: NoticeIssuer,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.terminateCase>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const { row, all, definition } = await this.tasks.lockCase(tx, ctx.actor, params.id, body.expectedVersion);
      // A department that was only asked sees the case; its chief does not end it.
      requireCaseAction('terminate', { status: row.status, roles: rolesOn(ctx.actor, row), facts: NO_CASE_FACTS });
      const cancelled = await this.route.cancelOpen(tx, all);
      const ending = await this.endings.of(tx, row, ctx.actor.staffId);
      const status = nextCaseStatus(row.status, 'terminate');
      const event = { action: 'terminate', fromStatus: row.status, toStatus: status, data: { reason: body.reason } };
      const changes = { ...ending.changes, status, endReason: body.reason, concludedAt: tx.now };
      await this.cases.save(tx, row, changes, ctx, [event, ...cancelled, ...ending.events]);
      const { applicantKind } = await this.closing.subjectOf(tx, row);
      const issuedBy = { staffId: ctx.actor.staffId, name: ctx.actor.name };
      await this.notices.issue(tx, { kind: 'termination', row, definition, applicantKind, issuedBy, reason: body.reason });
      if (definition.bundle || definition.onlyInBundle) tx.appendOutbox('follow-bundle', { caseId: row.id });
      return await this.view.present(tx, row, ctx.actor);
    });
  }
}
