import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import {
  type CaseExtension,
  ClockWorkDesk,
  GrantExtension,
  INSERT_OBJECTION,
  procedureData,
  RenewClocks,
  type SpecialProcedure,
  StartProcedure,
} from '../../clocks/index.js';
import { type CommandContext, type CommandTx, newId } from '../../platform/index.js';

const REASON = '经营场所与规划用途不一致，需要会同规划部门现场核查';
const AUTHORISED = '关于延长办理期限的批复（临市监办〔2026〕12 号）';

/** What people do with the clocks, through the services that the commands use. */
@Injectable()
export class ClockWorkSteps {
  constructor(
    readonly renew: RenewClocks,
    private readonly desk: ClockWorkDesk,
    private readonly start: StartProcedure,
    private readonly granting: GrantExtension,
  ) {}

  async request(tx: CommandTx, ctx: CommandContext, procedure: SpecialProcedure): Promise<void> {
    const row = await this.desk.cases.lockForSystem(tx, procedure.caseId);
    await this.desk.saveProcedure(tx, procedure, { requestedAt: tx.now });
    const data = { ...procedureData(procedure), reason: procedure.reason };
    await this.desk.cases.note(tx, row, ctx, [{ action: 'procedure.request', taskId: procedure.taskId, data }]);
  }

  async approve(tx: CommandTx, ctx: CommandContext, procedure: SpecialProcedure): Promise<void> {
    await this.start.run(tx, ctx, await this.desk.cases.lockForSystem(tx, procedure.caseId), procedure);
  }

  async object(tx: CommandTx, ctx: CommandContext, procedure: SpecialProcedure, by: string, words: string): Promise<void> {
    const row = await this.desk.cases.lockForSystem(tx, procedure.caseId);
    const receivedOn = shanghaiToday(tx.now);
    await tx.query(INSERT_OBJECTION, [newId(), procedure.id, by, words, receivedOn, ctx.actor.staffId, tx.now]);
    const data = { ...procedureData(procedure), receivedOn };
    await this.desk.cases.note(tx, row, ctx, [{ action: 'procedure.objection', taskId: procedure.taskId, data }]);
  }

  async extend(tx: CommandTx, ctx: CommandContext, on: { caseId: string; taskId: string; departmentId: string }): Promise<void> {
    const row = await this.desk.cases.lockForSystem(tx, on.caseId);
    const extension: CaseExtension = {
      id: newId(),
      caseId: on.caseId,
      taskId: on.taskId,
      departmentId: on.departmentId,
      days: 5,
      reason: REASON,
      document: null,
      status: 'requested',
      requestedBy: ctx.actor.staffId,
      requestedAt: tx.now,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      noticeId: null,
    };
    await this.desk.saveExtension(tx, extension);
    await this.granting.run(tx, ctx, row, extension, AUTHORISED);
  }
}
