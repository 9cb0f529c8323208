import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import {
  assertNoPersonalData,
  deliveryPlace,
  handOverProblems,
  isAtWindow,
  maskIdentityNumber,
  maskPersonName,
  NO_CASE_FACTS,
  nextCaseStatus,
  pickupMethodProblem,
  requireCaseAction,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { IDENTITY_PURPOSE } from '../../applicants/index.js';
import { type Case, CaseNotFound, CaseStore } from '../../cases/index.js';
import { isHandedOutBy } from '../../case-view/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, type CommandTx, newId, Sealer } from '../../platform/index.js';
import { readCollectorNumber, readSignature, requireApplicant } from '../collector.js';
import { type Delivery, deliveryFacts, readDelivery } from '../delivery.js';
import { paperOf, paperProblem } from '../paper.presenter.js';
import { HandOverHindered } from '../result-problems.js';
import { CASE_FACTS, CHILDREN_TO_HAND_OVER, INSERT_PICKUP, IS_RELEASED, type KnownFacts } from '../result.statements.js';

type Input = InputOf<typeof endpoints.handOver>;
type Answer = ResponseOf<typeof endpoints.handOver>;
/** Binds a collector's sealed number to its column. */
const COLLECTOR_PURPOSE = 'pickup.collector';

/** The one act at the window: who hands out what way, and to whom. */
interface Handing {
  readonly ctx: CommandContext;
  readonly hallId: string;
  readonly body: Input['body'];
  readonly sealedNumber: string;
  readonly maskedNumber: string;
  readonly signature: Buffer;
  readonly delivery: Delivery;
}

/** 出件: the result is handed to a person who was checked, against a signature that is kept (R6.1); the case is concluded. */
@Injectable()
export class HandOver {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly sealer: Sealer,
    private readonly organisation: Organisation,
    private readonly versions: ItemVersions,
  ) {}

  run(ctx: CommandContext, { params, body }: Input): Promise<Answer> {
    return this.runner.run(ctx, async (tx) => {
      assertNoPersonalData(body.collector.authority, 'collector.authority');
      // Behind the lock in one packet.
      const [row, [known]] = await Promise.all([
        this.cases.lock(tx, ctx.actor, params.id, body.expectedVersion),
        tx.query(CASE_FACTS, [params.id]),
      ]);
      const hallId = ctx.actor.hallId;
      if (!known || hallId === null) throw new CaseNotFound();
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      if (isAtWindow(row.status) && !isHandedOutBy(ctx.actor, row, definition)) throw new CaseNotFound();
      const collectedWithBundle = definition.onlyInBundle === true && !(await isReleased(tx, row.id));
      await this.requireNothingHinders({ ctx, hallId, body }, row, known, collectedWithBundle);
      const unoffered = pickupMethodProblem(body.method, definition.delivery);
      if (unoffered) throw new HandOverHindered(unoffered);
      const delivery = readDelivery(body);
      const number = readCollectorNumber(body.collector.identityNumber, shanghaiToday(tx.now));
      if (body.collector.relation === 'self') {
        const person = { number, name: body.collector.name };
        requireApplicant(person, { ...known, kind: known.applicantKind }, (one) => this.sealer.blindIndex(one, IDENTITY_PURPOSE));
      }
      const handing: Handing = {
        ...{ ctx, hallId, body, delivery },
        sealedNumber: this.sealer.seal(number, COLLECTOR_PURPOSE),
        maskedNumber: maskIdentityNumber(number),
        signature: readSignature(body.collector.signaturePng),
      };
      await this.handOut(tx, handing, row, known);
      // 一件事: one signature for everything; the bundle's row is locked, so nothing of it changes meanwhile.
      if (definition.bundle) await this.handOutChildren(tx, handing, row);
      return answerOf(handing, row, tx.now);
    });
  }

  private async handOutChildren(tx: CommandTx, handing: Handing, parent: Case): Promise<void> {
    for (const { id } of await tx.query(CHILDREN_TO_HAND_OVER, [parent.id])) {
      const row = await this.cases.lockForSystem(tx, id);
      const [known] = await tx.query(CASE_FACTS, [id]);
      if (!known) throw new CaseNotFound();
      await this.requireNothingHinders(handing, row, known, false);
      await this.handOut(tx, handing, row, known);
    }
  }

  private async handOut(tx: CommandTx, handing: Handing, row: Case, known: KnownFacts): Promise<void> {
    const { ctx, hallId, body, sealedNumber, maskedNumber, signature, delivery } = handing;
    const { collector, method } = body;
    const authority = collector.relation === 'agent' ? (collector.authority ?? null) : null;
    const person = [collector.relation, collector.name, sealedNumber, maskedNumber, authority, signature];
    const { carrier, trackingNo, address, cabinet, box } = delivery;
    const where = [carrier, trackingNo, address, cabinet, box];
    tx.write(INSERT_PICKUP, [newId(), row.id, known.resultId, hallId, tx.now, method, ...person, ctx.actor.staffId, ...where]);
    const status = nextCaseStatus(row.status, 'handOver');
    const data = { collector: maskPersonName(collector.name), method, relation: collector.relation, ...deliveryFacts(delivery) };
    await this.cases.save(tx, row, { status, concludedAt: tx.now }, ctx, [
      { action: 'handOver', fromStatus: row.status, toStatus: status, data },
    ]);
  }

  /** R6.2: why the paper can't be handed out in this hall; asks for names only when it was moved, or was made out to another hall. */
  private async awayFrom(hallId: string, row: Case, known: KnownFacts): Promise<string | null> {
    const paper = paperOf(known, row.hallId);
    if (paper === null || (paper.hallId === hallId && paper.state !== 'onTheWay')) return null;
    return paperProblem(paper, hallId, await this.organisation.snapshot({ halls: [paper.hallId] }));
  }

  private async requireNothingHinders(
    { ctx, hallId, body }: Pick<Handing, 'ctx' | 'hallId' | 'body'>,
    row: Case,
    known: KnownFacts,
    collectedWithBundle: boolean,
  ): Promise<void> {
    const { collector } = body;
    const isPaid = row.feeCents === 0 || row.feeReceiptNo !== null;
    const { openDeferred } = known;
    const facts = { ...NO_CASE_FACTS, decision: row.decision, openDeferred, feeUnpaid: !isPaid, collectedWithBundle };
    requireCaseAction('handOver', { status: row.status, roles: ctx.actor.roles, facts });
    const [problem] = handOverProblems({
      hasResult: known.resultId !== null,
      paperAway: await this.awayFrom(hallId, row, known),
      feeDue: row.feeCents,
      feePaid: isPaid ? row.feeCents : 0,
      collectorChecked: collector.identityChecked,
      authorityChecked: collector.relation === 'agent' ? Boolean(collector.authority) : null,
      hasSignature: collector.signaturePng !== '',
      openDeferred,
      isDenial: row.decision === 'deny',
    });
    if (problem) throw new HandOverHindered(problem);
  }
}

async function isReleased(tx: CommandTx, caseId: string): Promise<boolean> {
  const [found] = await tx.query(IS_RELEASED, [caseId]);
  return found?.released ?? true;
}

function answerOf({ ctx, body, maskedNumber, delivery }: Handing, row: Case, now: Date): Answer {
  const { collector, method } = body;
  return {
    caseId: row.id,
    caseNo: row.caseNo ?? '',
    status: row.status,
    version: row.version,
    pickup: {
      at: now.toISOString(),
      method,
      place: deliveryPlace(method, delivery),
      address: delivery.address,
      collectorName: collector.name,
      collectorIdentityMasked: maskedNumber,
      relation: collector.relation,
      handedOverBy: { id: ctx.actor.staffId, name: ctx.actor.name, staffNo: ctx.actor.staffNo },
    },
  };
}
