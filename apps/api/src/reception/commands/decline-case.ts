import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { nextCaseStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CaseNumbers } from '../case-numbers.js';
import { CounterDesk } from '../counter-desk.js';
import { issuing } from '../notice-facts.js';
import { receiveFirst } from '../reception-steps.js';

/** 不予受理: not needed, or not this agency's power: said at once, written, with the reason and the ways of appeal (R2.1, R2.6). */
@Injectable()
export class DeclineCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly numbers: CaseNumbers,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly notices: NoticeIssuer,
    private readonly view: CaseView,
  ) {}

  async run(ctx: CommandContext, { params, body }: InputOf<Endpoints['declineCase']>): Promise<CaseDetail> {
    const caseNo = await this.numbers.takeFor(ctx.actor, params.id);
    return await this.runner.run(ctx, async (tx) => {
      const on = await this.desk.takeFor(tx, ctx, 'decline', params.id, body.expectedVersion);
      const { row, applicant, materials, files } = on;
      const before = receiveFirst('decline', row, caseNo, tx.now);
      const status = nextCaseStatus(row.status, 'decline');
      const changes = { ...before.changes, status, endReason: body.reason, concludedAt: tx.now };
      const event = { action: 'decline', fromStatus: row.status, toStatus: status, data: { reason: body.reason } };
      Object.assign(row, changes);
      await Promise.all([
        this.cases.save(tx, row, changes, on.author, [...before.events, event]),
        this.notices.issue(tx, { ...issuing(on, ctx.actor), kind: 'decline', reason: body.reason }),
      ]);
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files });
    });
  }
}
