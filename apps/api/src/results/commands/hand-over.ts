import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import {
  handOverProblems,
  maskIdentityNumber,
  maskPersonName,
  NO_CASE_FACTS,
  nextCaseStatus,
  requireCaseAction,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { IDENTITY_PURPOSE } from '../../applicants/index.js';
import { type Case, CaseNotFound, CaseStore } from '../../cases/index.js';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, newId, Sealer } from '../../platform/index.js';
import { readCollectorNumber, readSignature, requireApplicant } from '../collector.js';
import { paperOf, paperProblem } from '../paper.presenter.js';
import { HandOverHindered } from '../result-problems.js';
import { CASE_FACTS, INSERT_PICKUP, type KnownFacts } from '../result.statements.js';

type Input = InputOf<typeof endpoints.handOver>;
type Answer = ResponseOf<typeof endpoints.handOver>;
/** Binds a collector's sealed number to its column. */
const COLLECTOR_PURPOSE = 'pickup.collector';

/** 出件: the result is handed to a person who was checked, against a signature that is kept (R6.1); the case is concluded. */
@Injectable()
export class HandOver {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly sealer: Sealer,
    private readonly organisation: Organisation,
  ) {}

  run(ctx: CommandContext, { params, body }: Input): Promise<Answer> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lock(tx, ctx.actor, params.id, body.expectedVersion);
      const hallId = ctx.actor.hallId;
      const [known] = await tx.query(CASE_FACTS, [row.id]);
      if (!known || hallId === null) throw new CaseNotFound();
      const { collector, method } = body;
      this.requireNothingHinders(ctx, row, known, collector, await this.awayFrom(hallId, row, known));
      const number = readCollectorNumber(collector.identityNumber, shanghaiToday(tx.now));
      const applicant = { kind: known.applicantKind, identityIndex: known.identityIndex, representativeIndex: known.representativeIndex };
      if (collector.relation === 'self') requireApplicant(number, applicant, (one) => this.sealer.blindIndex(one, IDENTITY_PURPOSE));
      const signature = readSignature(collector.signaturePng);
      const masked = maskIdentityNumber(number);
      const status = nextCaseStatus(row.status, 'handOver');
      const data = { collector: maskPersonName(collector.name), method, relation: collector.relation };
      const pickup = [
        newId(),
        row.id,
        known.resultId,
        hallId,
        tx.now,
        method,
        collector.relation,
        collector.name,
        this.sealer.seal(number, COLLECTOR_PURPOSE),
        masked,
        collector.relation === 'agent' ? (collector.authority ?? null) : null,
        signature,
        ctx.actor.staffId,
      ];
      tx.write(INSERT_PICKUP, pickup);
      await this.cases.save(tx, row, { status, concludedAt: tx.now }, ctx, [
        { action: 'handOver', fromStatus: row.status, toStatus: status, data },
      ]);
      return {
        caseId: row.id,
        caseNo: row.caseNo ?? '',
        status,
        version: row.version,
        pickup: {
          at: tx.now.toISOString(),
          method,
          collectorName: collector.name,
          collectorIdentityMasked: masked,
          relation: collector.relation,
          handedOverBy: { id: ctx.actor.staffId, name: ctx.actor.name, staffNo: ctx.actor.staffNo },
        },
      };
    });
  }

  /** R6.2: why the paper can't be handed out in this hall; asks for names only when it was moved, or was made out to another hall. */
  private async awayFrom(hallId: string, row: Case, known: KnownFacts): Promise<string | null> {
    const paper = paperOf(known, row.hallId);
    if (paper === null || (paper.hallId === hallId && paper.state !== 'onTheWay')) return null;
    return paperProblem(paper, hallId, await this.organisation.snapshot({ halls: [paper.hallId] }));
  }

  private requireNothingHinders(
    ctx: CommandContext,
    row: Case,
    known: KnownFacts,
    collector: Input['body']['collector'],
    paperAway: string | null,
  ): void {
    const isPaid = row.feeCents === 0 || row.feeReceiptNo !== null;
    const facts = { ...NO_CASE_FACTS, decision: row.decision, openDeferred: known.openDeferred, feeUnpaid: !isPaid };
    requireCaseAction('handOver', { status: row.status, roles: ctx.actor.roles, facts });
    const [problem] = handOverProblems({
      hasResult: known.resultId !== null,
      paperAway,
      feeDue: row.feeCents,
      feePaid: isPaid ? row.feeCents : 0,
      collectorChecked: collector.identityChecked,
      authorityChecked: collector.relation === 'agent' ? Boolean(collector.authority) : null,
      hasSignature: collector.signaturePng !== '',
      openDeferred: known.openDeferred,
      isDenial: row.decision === 'deny',
    });
    if (problem) throw new HandOverHindered(problem);
  }
}
