import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { DomainError, shanghaiToday, plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { checkNumber, IDENTITY_PURPOSE, PersonFaulty } from '../../applicants/index.js';
import { CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, Sealer } from '../../platform/index.js';
import { CounterDesk, type CounterCase } from '../counter-desk.js';

/** The card belongs to nobody of this case: then somebody acts for the applicant, and has to be entered as the agent. */
class NobodyOfThisCase extends DomainError {
  constructor() {
    super({
      code: 'case.presence-unknown',
      title: '这张证不是申请人、法定代表人或代理人的。代办的，先登记代理人和委托书。',
      kind: 'rule',
    });
  }
}

/** 人证核对: which person of the case stands at the counter, by the number of the card that was shown. */
@Injectable()
export class ConfirmPresence {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
    private readonly sealer: Sealer,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['confirmPresence']>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const checked = checkNumber('idCard', body.identityNumber, shanghaiToday(tx.now));
      if (!checked.ok) throw new PersonFaulty([{ path: 'body.identityNumber', message: checked.reason }]);
      const on = await this.desk.takeOpen(tx, ctx, params.id, body.expectedVersion);
      const who = whoHolds(on, this.sealer.blindIndex(plainNumber(body.identityNumber), IDENTITY_PURPOSE));
      if (who === null) throw new NobodyOfThisCase();
      const changes = { presentAs: who, presentBy: body.how, presentAt: tx.now };
      await this.cases.save(tx, on.row, changes, on.author, [{ action: 'confirmPresence', data: { who, how: body.how } }]);
      return await this.view.present(tx, on.row, ctx.actor, { applicant: on.applicant, materials: on.materials, files: on.files });
    });
  }
}

function whoHolds({ row, applicant }: CounterCase, index: string): 'applicant' | 'representative' | 'agent' | null {
  if (applicant?.identityIndex === index) return 'applicant';
  if (applicant?.representativeIdentityIndex === index) return 'representative';
  return row.agentIdentityIndex === index ? 'agent' : null;
}
