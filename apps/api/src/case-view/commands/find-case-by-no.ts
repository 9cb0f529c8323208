import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { DomainError, isDraft, parseCaseNo } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseNotFound, CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner, hasRole } from '../../platform/index.js';
import { CaseView } from '../case-view.js';

/** A number that is none: the check digit tells before anything is looked up. */
class CaseNoFaulty extends DomainError {
  constructor(reason: string) {
    super({ code: 'case.number-invalid', title: `${reason}。`, kind: 'rule' });
  }
}

/** R11: a clerk finds any case by its exact number; each look-up is recorded. Others find what they may see anyway. */
@Injectable()
export class FindCaseByNo {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<Endpoints['getCaseByNo']>): Promise<CaseDetail> {
    const parsed = parseCaseNo(params.caseNo);
    if (!parsed.ok) throw new CaseNoFaulty(parsed.reason);
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.getByNo(parsed.value.caseNo, tx);
      if (!hasRole(ctx.actor, 'clerk')) await this.cases.get(ctx.actor, row.id, tx);
      else if (isDraft(row.status)) throw new CaseNotFound();
      tx.audit({
        action: 'case.looked-up',
        actorId: ctx.actor.staffId,
        ip: ctx.ip,
        subjectType: 'case',
        subjectId: row.id,
        detail: { by: 'caseNo' },
      });
      if (row.hallId !== ctx.actor.hallId) this.cases.foundByLookUp(tx, ctx.actor, [row.id]);
      return await this.view.present(tx, row, ctx.actor);
    });
  }
}
