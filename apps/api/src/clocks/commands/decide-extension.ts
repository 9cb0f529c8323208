import type { Endpoints, ExtensionView, InputOf } from '@onewindow/contracts';
import { caseNamed, nextExtensionStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { extensionActors } from '../clock-work-desk.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import { ExtensionSteps } from '../extension-steps.js';

/** What becomes of a request for an extension. */
@Injectable()
export class DecideExtension {
  constructor(
    private readonly runner: CommandRunner,
    private readonly steps: ExtensionSteps,
    private readonly presenter: ClockWorkPresenter,
  ) {}

  grant(ctx: CommandContext, { params, body }: InputOf<Endpoints['grantExtension']>): Promise<ExtensionView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, extension } = await this.steps.desk.extension(tx, ctx.actor, params.id);
      nextExtensionStatus(extension.status, 'grant', extensionActors(ctx.actor, extension));
      await this.steps.require(tx, row, extension.days);
      const words = `${ctx.actor.name}准予“${caseNamed(row)}”延长 ${extension.days} 个工作日，通知书已出`;
      await this.steps.chiefs.tellRequester(tx, extension, words);
      await this.steps.grant.run(tx, ctx, row, extension, body.document);
      return await this.presenter.extension(tx, ctx.actor, extension);
    });
  }

  refuse(ctx: CommandContext, { params, body }: InputOf<Endpoints['refuseExtension']>): Promise<ExtensionView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, extension } = await this.steps.desk.extension(tx, ctx.actor, params.id);
      const status = nextExtensionStatus(extension.status, 'refuse', extensionActors(ctx.actor, extension));
      const decided = { decidedBy: ctx.actor.staffId, decidedAt: tx.now, decisionReason: body.reason };
      await this.steps.desk.saveExtension(tx, extension, { status, ...decided });
      const data = { days: extension.days, reason: body.reason };
      await this.steps.desk.cases.note(tx, row, ctx, [{ action: 'extension.refuse', taskId: extension.taskId, data }]);
      const words = `${ctx.actor.name}不同意“${caseNamed(row)}”延长期限：${body.reason}`;
      await this.steps.chiefs.tellRequester(tx, extension, words);
      return await this.presenter.extension(tx, ctx.actor, extension);
    });
  }

  withdraw(ctx: CommandContext, { params }: InputOf<Endpoints['withdrawExtension']>): Promise<ExtensionView> {
    return this.runner.run(ctx, async (tx) => {
      const { row, extension } = await this.steps.desk.extension(tx, ctx.actor, params.id);
      const status = nextExtensionStatus(extension.status, 'withdraw', extensionActors(ctx.actor, extension));
      await this.steps.desk.saveExtension(tx, extension, { status, decidedAt: tx.now });
      const event = { action: 'extension.withdraw', taskId: extension.taskId, data: { days: extension.days } };
      await this.steps.desk.cases.note(tx, row, ctx, [event]);
      return await this.presenter.extension(tx, ctx.actor, extension);
    });
  }
}
