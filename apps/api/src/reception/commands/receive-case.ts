import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CaseNumbers } from '../case-numbers.js';
import { CounterDesk } from '../counter-desk.js';
import { issuing, noticeRead } from '../notice-facts.js';
import { receiveStep } from '../reception-steps.js';

/** 收件: the papers are taken in against a receipt; the five-day fuse begins to run (R2.7). */
@Injectable()
export class ReceiveCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly numbers: CaseNumbers,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly notices: NoticeIssuer,
    private readonly view: CaseView,
  ) {}

  async run(ctx: CommandContext, { params, body }: InputOf<Endpoints['receiveCase']>): Promise<CaseDetail> {
    const caseNo = await this.numbers.takeFor(ctx.actor, params.id);
    return await this.runner.run(ctx, async (tx) => {
      const on = await this.desk.takeFor(tx, ctx, 'receive', params.id, body.expectedVersion);
      const { row, applicant, materials, files } = on;
      const { changes, event } = receiveStep(row, caseNo, tx.now);
      Object.assign(row, changes);
      const [, notice] = await Promise.all([
        this.cases.save(tx, row, changes, on.author, [event]),
        this.notices.issue(tx, { ...issuing(on, ctx.actor), kind: 'receipt', materials }),
      ]);
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files, notices: [noticeRead(notice)] });
    });
  }
}
