import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CommitmentLedger } from '../../credit/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CommitmentChecked, CommitmentNotFound } from '../deferral-problems.js';

/** 承诺核查: the lead department writes down what the check found; what was untrue stays on the applicant's record. */
@Injectable()
export class CheckCommitment {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly ledger: CommitmentLedger,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['checkCommitment']>): Promise<ResponseOf<Endpoints['checkCommitment']>> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lock(tx, ctx.actor, params.id);
      const known = await this.ledger.find(tx, params.id, params.code);
      if (known?.departmentId !== ctx.actor.departmentId) throw new CommitmentNotFound();
      const { outcome, finding } = body;
      const checked = await this.ledger.check(tx, { caseId: params.id, code: params.code }, { outcome, finding, by: ctx.actor.staffId });
      if (checked === null) throw new CommitmentChecked(known.materialName);
      const data = { material: params.code, materialName: checked.materialName, outcome, finding };
      await this.cases.note(tx, row, ctx, [{ action: 'commitment.check', data }]);
      if (outcome === 'untrue') {
        const subject = { subjectType: 'applicant', subjectId: checked.applicantId };
        const detail = { material: params.code, caseId: params.id };
        tx.audit({ action: 'commitment.untrue', actorId: ctx.actor.staffId, ip: ctx.ip, ...subject, detail });
      }
      return { caseId: params.id, code: params.code, outcome, checkedAt: tx.now.toISOString() };
    });
  }
}
