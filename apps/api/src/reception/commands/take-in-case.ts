import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { nextCaseStatus, requireCaseAction, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CaseView, hindrancesOf } from '../../case-view/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CaseAcceptor, supplementedAt } from '../case-acceptor.js';
import { CounterDesk } from '../counter-desk.js';
import { counterFacts } from '../counter-facts.js';
import { lastArrivalOn } from '../reception-steps.js';
import { NothingArrived } from '../reception-problems.js';

/** 收补正材料: the last acceptable paper accepts in the same command, dated to the day of its arrival (R2.5). */
@Injectable()
export class TakeInCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly acceptor: CaseAcceptor,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['takeInCase']>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const on = await this.desk.take(tx, ctx, params.id, body.expectedVersion);
      const { row, applicant, materials, files } = on;
      requireCaseAction('takeIn', counterFacts(on, ctx.actor));
      const left = hindrancesOf({ ...on, today: shanghaiToday(tx.now) });
      const since = await supplementedAt(tx, on);
      if (left.length > 0 && (since === null || lastArrivalOn(materials, since) === null)) throw new NothingArrived();
      const status = nextCaseStatus(row.status, 'takeIn');
      const data = { complete: left.length === 0, left: left.length };
      const event = { action: 'takeIn', fromStatus: row.status, toStatus: status, data };
      const changes = { status };
      if (left.length === 0) {
        Object.assign(row, changes);
        return await this.acceptor.accept(tx, ctx, on, { changes, events: [event] });
      }
      await this.cases.save(tx, row, changes, on.author, [event]);
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files });
    });
  }
}
