import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore, districtOf } from '../../cases/index.js';
import { PromiseLedger } from '../../credit/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { NothingToLift } from '../deferral-problems.js';

/** 恢复容缺: a supervisor lifts the bar of an applicant's unkept promises in the district, with a reason that stays on record (R4.4). */
@Injectable()
export class LiftDeferralBar {
  constructor(
    private readonly runner: CommandRunner,
    private readonly ledger: PromiseLedger,
    private readonly cases: CaseStore,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['liftDeferralBar']>): Promise<ResponseOf<Endpoints['liftDeferralBar']>> {
    return this.runner.run(ctx, async (tx) => {
      const lifted = await this.ledger.lift(tx, params.id, districtOf(ctx.actor), ctx.actor.staffId, body.reason);
      if (lifted.length === 0) throw new NothingToLift();
      for (const caseId of [...new Set(lifted.map((one) => one.caseId))].sort()) {
        const row = await this.cases.lockForSystem(tx, caseId);
        const materials = lifted.filter((one) => one.caseId === caseId).map((one) => one.code);
        await this.cases.note(tx, row, ctx, [{ action: 'promise.lift', data: { materials, reason: body.reason } }]);
      }
      const subject = { subjectType: 'applicant', subjectId: params.id };
      tx.audit({ action: 'deferral.lifted', actorId: ctx.actor.staffId, ip: ctx.ip, ...subject, detail: { promises: lifted.length } });
      tx.touch(topicOf.supervision);
      return { lifted: lifted.length };
    });
  }
}
