import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { nextCaseStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CaseView, hindrancesOf, type MaterialRead } from '../../case-view/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { type CommandContext, CommandRunner, type CommandTx, sql } from '../../platform/index.js';
import { CaseAcceptor } from '../case-acceptor.js';
import { CounterDesk, requireOnCounter } from '../counter-desk.js';
import { issuing } from '../notice-facts.js';
import { NothingArrived } from '../reception-problems.js';
import { SupplementArrivals } from '../supplement-arrivals.js';

const RECEIPTED_UNTIL = sql<{ at: Date | null }>(
  `SELECT max(issued_at) AS at FROM notice WHERE case_id = $1 AND kind IN ('supplement', 'takeIn')`,
);

/** 收补正材料: what arrived is receipted, and the last acceptable paper accepts in the same command, dated to the day of its arrival (R2.5). */
@Injectable()
export class TakeInCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly arrivals: SupplementArrivals,
    private readonly acceptor: CaseAcceptor,
    private readonly cases: CaseStore,
    private readonly notices: NoticeIssuer,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['takeInCase']>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const on = await this.desk.take(tx, ctx, params.id, body.expectedVersion);
      const { row, applicant, files } = on;
      // Some papers came earlier and moved the case; the rest may still come one by one.
      const isFurther = row.status === 'received' && row.supplementCount > 0;
      requireOnCounter(isFurther ? 'accept' : 'takeIn', on, ctx.actor);
      const materials = await this.arrivals.judge(tx, on, body.arrivals ?? [], ctx.actor.staffId);
      const desk = { ...on, materials };
      const left = [...hindrancesOf({ ...desk, today: shanghaiToday(tx.now) }), ...(await this.acceptor.promiseHindrances(tx, desk))];
      const arrived = arrivedSince(materials, await receiptedUntil(tx, row.id));
      if (left.length > 0 && arrived.length === 0) throw new NothingArrived();
      const status = isFurther ? row.status : nextCaseStatus(row.status, 'takeIn');
      const isComplete = left.length === 0;
      const names = arrived.map(({ code }) => on.version.definition.materials.find((one) => one.code === code)?.name ?? code);
      const data = { complete: isComplete, left: left.length, materials: names };
      const moved = { action: 'takeIn', fromStatus: row.status, toStatus: status, data };
      const event = isFurther ? { action: 'arrive', data } : moved;
      const changes = { status };
      Object.assign(row, changes);
      if (arrived.length > 0) await this.notices.issue(tx, { ...issuing(desk, ctx.actor), kind: 'takeIn', materials: arrived });
      if (isComplete) return await this.acceptor.accept(tx, ctx, desk, { changes, events: [event] });
      await this.cases.save(tx, row, changes, on.author, [event]);
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files });
    });
  }
}

/** Up to when papers are on record: the notice, and each receipt given since. */
async function receiptedUntil(tx: CommandTx, caseId: string): Promise<Date | null> {
  const [last] = await tx.query(RECEIPTED_UNTIL, [caseId]);
  return last?.at ?? null;
}

/** The papers that came after the notice, whatever the clerk thinks of them: what was taken in is receipted. */
function arrivedSince(materials: readonly MaterialRead[], since: Date | null): MaterialRead[] {
  return materials.filter(({ verdict, receivedAt }) => {
    const isHere = verdict === 'qualified' || verdict === 'unchecked' || verdict === 'faulty';
    return isHere && since !== null && receivedAt !== null && receivedAt > since;
  });
}
