import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CaseAcceptor } from '../case-acceptor.js';
import { CaseNumbers } from '../case-numbers.js';
import { CounterDesk } from '../counter-desk.js';
import { receiveFirst } from '../reception-steps.js';

/** 受理: a draft is received first, in the same transaction (R11). */
@Injectable()
export class AcceptCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly numbers: CaseNumbers,
    private readonly desk: CounterDesk,
    private readonly acceptor: CaseAcceptor,
  ) {}

  async run(ctx: CommandContext, { params, body }: InputOf<Endpoints['acceptCase']>): Promise<CaseDetail> {
    const caseNo = await this.numbers.takeFor(ctx.actor, params.id);
    return await this.runner.run(ctx, async (tx) => {
      const on = await this.desk.takeFor(tx, ctx, 'accept', params.id, body.expectedVersion);
      await this.acceptor.requireAcceptable(tx, on);
      const before = receiveFirst('accept', on.row, caseNo, tx.now);
      return await this.acceptor.accept(tx, ctx, on, before);
    });
  }
}
