import type { Endpoints, ExtensionView, InputOf } from '@onewindow/contracts';
import { clockWorkRefusal, extensionProblem, nextExtensionStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandContext, CommandRunner, type CommandTx, newId } from '../../platform/index.js';
import { TaskStore } from '../../review/index.js';
import type { CaseExtension } from '../case-extension.entity.js';
import { ClockWorkDesk, extensionActors, isLeadChief } from '../clock-work-desk.js';
import { ClockWorkPresenter } from '../clock-work.presenter.js';
import { AuthorisationMissing, ExtensionWaiting } from '../clock-work-problems.js';
import { GrantExtension } from '../grant-extension.js';
import { TellChiefs } from '../tell-chiefs.js';

/** What requests and decisions of an extension share. */
@Injectable()
export class ExtensionSteps {
  constructor(
    readonly desk: ClockWorkDesk,
    readonly grant: GrantExtension,
    readonly chiefs: TellChiefs,
    private readonly versions: ItemVersions,
  ) {}

  /** R1.6: refuses what the item's law does not allow. */
  async require(tx: CommandTx, row: Case, days: number): Promise<void> {
    const { definition } = await this.versions.get(row.itemVersionId, tx);
    const facts = {
      caseStatus: row.status,
      extensionLimit: definition.extensionLimit,
      extended: row.extensionDays,
      statutoryDue: row.statutoryDue,
      today: shanghaiToday(tx.now),
    };
    const problem = extensionProblem(facts, days);
    if (problem !== null) throw problem;
  }
}

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
      const { row, task } = await this.tasks.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const chief = isLeadChief(ctx.actor, row.departmentId);
      const refused = clockWorkRefusal({ id: ctx.actor.staffId, isLeadChief: chief }, task);
      if (refused !== null) throw refused.error();
      await this.steps.require(tx, row, body.days);
      const earlier = await this.steps.desk.extensionsOf(tx, row.id);
      if (earlier.some(({ status }) => status === 'requested')) throw new ExtensionWaiting();
      if (chief && !body.document) throw new AuthorisationMissing();
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
        await this.steps.chiefs.tell(tx, row, `${ctx.actor.name}为“${row.itemName} ${row.title}”申请延长 ${body.days} 个工作日，等您批准`);
      }
      return await this.presenter.extension(tx, ctx.actor, extension);
    });
  }
}

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
      const words = `${ctx.actor.name}准予“${row.itemName} ${row.title}”延长 ${extension.days} 个工作日，通知书已出`;
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
      const words = `${ctx.actor.name}不同意“${row.itemName} ${row.title}”延长期限：${body.reason}`;
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
