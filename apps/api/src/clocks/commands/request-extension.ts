import type { Endpoints, ExtensionView, InputOf } from '@onewindow/contracts';
import { caseNamed, clockWorkRefusal, isExtensionAwaited, notAccepted } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, newId } from '../../platform/index.js';
import { inWhoseName, TaskStore } from '../../review/index.js';
import type { CaseExtension } from '../case-extension.entity.js';
import { isLeadChief } from '../clock-work-desk.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import { AuthorisationMissing, ExtensionWaiting } from '../clock-work-problems.js';
import { ExtensionSteps } from '../extension-steps.js';

/** 申请延期: waits for the chief of the lead department; by that chief, with the authorising document, it takes effect at once. */
@Injectable()
export class RequestExtension {
  constructor(
    private readonly runner: CommandRunner,
    private readonly tasks: TaskStore,
    private readonly steps: ExtensionSteps,
    private readonly presenter: ClockWorkPresenter,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['requestExtension']>): Promise<ExtensionView> {
    return this.runner.run(ctx, async (tx) => {
      const locked = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const { row, task } = locked;
      const closed = notAccepted(row.status, 'extension', '延长期限');
      if (closed !== null) throw closed;
      const chief = isLeadChief(ctx.actor, row.departmentId);
      const refused = clockWorkRefusal({ id: inWhoseName(ctx.actor, locked), isLeadChief: chief }, task);
      if (refused !== null) throw refused.error();
      await this.steps.require(tx, row, body.days);
      const earlier = await this.steps.desk.extensionsOf(tx, row.id);
      if (earlier.some(({ status }) => isExtensionAwaited(status))) throw new ExtensionWaiting();
      if (chief && !body.document) throw new AuthorisationMissing();
      await this.tasks.begin(tx, task);
      const extension: CaseExtension = {
        id: newId(),
        caseId: row.id,
        taskId: task.id,
        departmentId: row.departmentId,
        days: body.days,
        reason: body.reason,
        document: body.document ? body.document : null,
        status: 'requested',
        requestedBy: ctx.actor.staffId,
        requestedAt: tx.now,
        decidedBy: null,
        decidedAt: null,
        decisionReason: null,
        noticeId: null,
      };
      await this.steps.desk.saveExtension(tx, extension);
      if (chief) await this.steps.grant.run(tx, ctx, row, extension, body.document ?? '');
      else {
        const data = { days: body.days, reason: body.reason };
        await this.steps.desk.cases.note(tx, row, ctx, [{ action: 'extension.request', taskId: task.id, data }]);
        await this.steps.chiefs.tell(tx, row, `${ctx.actor.name}为“${caseNamed(row)}”申请延长 ${body.days} 个工作日，等您批准`);
      }
      return await this.presenter.extension(tx, ctx.actor, extension);
    });
  }
}
