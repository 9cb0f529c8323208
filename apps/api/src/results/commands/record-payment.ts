import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { isEnded } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { AlreadyPaid, NothingToPay, TooLateToPay } from '../result-problems.js';

/** 记缴费: the receipt's number of a fee paid elsewhere; nothing is handed over before (R6.1). */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<typeof endpoints.recordPayment>): Promise<ResponseOf<typeof endpoints.recordPayment>> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lock(tx, ctx.actor, params.id, body.expectedVersion);
      if (row.feeCents === 0) throw new NothingToPay();
      if (row.feeReceiptNo !== null) throw new AlreadyPaid();
      if (isEnded(row.status)) throw new TooLateToPay();
      const event = { action: 'payment', data: { receiptNo: body.receiptNo, feeCents: row.feeCents } };
      await this.cases.save(tx, row, { feeReceiptNo: body.receiptNo }, ctx, [event]);
      return { caseId: row.id, version: row.version };
    });
  }
}
