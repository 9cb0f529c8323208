import { deliveryPlace, maskIdentityNumber, maskPersonName, nextCaseStatus } from '@onewindow/domain';
import { type CommandTx, newId, sql } from '../../platform/index.js';
import { TASKS_OF_CASE } from '../../review/index.js';
import { HALLS } from '../organisation/units.js';
import { signaturePng } from '../papers/raster.js';
import type { CasePlan, Ending } from './case-plan.js';
import { AGENTS, issuing } from './case-tale.js';
import type { LiveCase } from './live-case.js';
import { DENIALS } from './phrases.js';
import { DeskTale } from './desk-tale.js';

type DoneEnding = Extract<Ending, { at: 'decided' | 'ready' | 'concluded' }>;
type EarlyEnd = Extract<Ending, { at: 'withdrawn' | 'terminated' }>;

const INSERT_PICKUP = sql(
  `INSERT INTO pickup (id, case_id, result_id, hall_id, at, method, relation, collector_name, collector_identity_sealed,
                       collector_identity_masked, authority, signature_png, handed_over_by, carrier, tracking_no, address)
   SELECT $1, $2, r.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM result r WHERE r.case_id = $2`,
);

const FIRST_PARCEL = 1_180_000_000_000;
const PARCEL_ADDRESS = '临江区望湖街道梧桐路 118 号';

const REASONS: Partial<Record<CasePlan['item'], string>> = DENIALS;

/** A case from its draft to wherever its plan ends. */
export class FullTale extends DeskTale {
  plot(): void {
    const live = this.open();
    const { ending } = this.plan;
    if (ending.at === 'draft') return;
    if (ending.at === 'received') this.receive(live);
    else if (ending.at === 'supplementing') this.supplement(live);
    else if (ending.at === 'declined') this.decline(live, ending.reason);
    else {
      this.accept(live);
      if (ending.at === 'review') this.review(live, ending);
      else if (ending.at === 'withdrawn' || ending.at === 'terminated') this.endEarly(live, ending);
      else this.finish(live, ending);
    }
  }

  private finish(live: LiveCase, ending: DoneEnding): void {
    const { decision, decidedAfter, issuedLater, collectedLater } = ending;
    this.decide(live, decision, decision === 'deny' ? (REASONS[this.plan.item] ?? '不符合规定条件。') : null, decidedAfter);
    const isOnPaper = !live.version.definition.result.electronic && decision === 'grant';
    if (ending.at === 'decided') {
      if (ending.issueTask === 'claimed') this.claim(live, 'issue', this.when(decidedAfter + 1));
      return;
    }
    const issuedAfter = decidedAfter + issuedLater;
    if (isOnPaper) this.issue(live, issuedAfter, this.shelf());
    if (ending.at === 'concluded') {
      const { minutesAgo } = ending;
      this.handOver(live, minutesAgo === null ? this.when(issuedAfter + collectedLater) : this.soonest(minutesAgo));
    }
  }

  /** Some minutes ago, but after everything told so far. */
  private soonest(minutesAgo: number): Date {
    const wanted = this.world.times.minutesAgo(minutesAgo);
    return wanted > this.last ? wanted : new Date(this.last.getTime() + 30_000);
  }

  private shelf(): string {
    const hall = HALLS.find(({ code }) => code === this.plan.hall)?.name ?? '';
    return `${hall} ${['A', 'B', 'C'][this.turn % 3] ?? 'A'} 柜 ${1 + ((this.turn * 5) % 24)} 格`;
  }

  private handOver(live: LiveCase, at: Date): void {
    const window = this.world.cast.clerk(this.plan.hall, this.turn, '出件窗口');
    this.world.agenda.add(at, async (tx) => {
      const { input } = this.plan.applicant;
      const self = input.kind === 'natural' ? input : input.legalRepresentative;
      const isAgent = this.turn % 3 === 0 || self?.identityNumber === undefined;
      const agent = AGENTS[this.turn % AGENTS.length] ?? AGENTS[0];
      const collector = isAgent ? agent : { name: self?.name ?? input.name, identityNumber: self?.identityNumber ?? '' };
      const ways = live.version.definition.delivery;
      const method = this.turn % 7 === 0 && ways.includes('post') ? 'post' : 'window';
      // R6.2: a parcel is known by its carrier and number.
      const parcel = method === 'post' ? { carrier: '中国邮政 EMS', trackingNo: String(FIRST_PARCEL + this.turn * 7_919) } : null;
      const relation = isAgent ? 'agent' : 'self';
      const status = nextCaseStatus(live.row.status, 'handOver');
      await tx.query(INSERT_PICKUP, [
        newId(),
        live.row.id,
        window.hallId,
        tx.now,
        method,
        relation,
        collector.name,
        this.world.counter.sealer.seal(collector.identityNumber, 'pickup.collector'),
        maskIdentityNumber(collector.identityNumber),
        isAgent ? agent.authority : null,
        signaturePng(this.turn),
        window.ctx.actor.staffId,
        ...(parcel ? [parcel.carrier, parcel.trackingNo, input.address || PARCEL_ADDRESS] : [null, null, null]),
      ]);
      const place = parcel && deliveryPlace(method, parcel);
      const data = { collector: maskPersonName(collector.name), method, relation, ...(place ? { place } : {}) };
      await this.world.counter.cases.save(tx, live.row, { status, concludedAt: tx.now }, window.ctx, [
        { action: 'handOver', fromStatus: 'ready', toStatus: status, data },
      ]);
    });
  }

  /** 撤件 by the clerk, 终止 by the chief: open tasks are cancelled with it. */
  private endEarly(live: LiveCase, { at, after, reason }: EarlyEnd): void {
    this.world.agenda.add(this.when(after), async (tx: CommandTx) => {
      const { row, seat } = live;
      const action = at === 'withdrawn' ? 'withdraw' : 'terminate';
      const ctx = at === 'withdrawn' ? seat.ctx : this.world.cast.officer(row.departmentId, 'chief', this.turn);
      const cancelled = await this.world.desk.route.cancelOpen(tx, await tx.query(TASKS_OF_CASE, [row.id]));
      const status = nextCaseStatus(row.status, action);
      const event = { action, fromStatus: row.status, toStatus: status, data: { reason } };
      await this.world.counter.cases.save(tx, row, { status, endReason: reason, concludedAt: tx.now }, ctx, [event, ...cancelled]);
      if (at === 'withdrawn') await this.world.counter.notices.issue(tx, { ...issuing(live), kind: 'withdrawal', reason });
    });
  }
}
