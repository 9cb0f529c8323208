import {
  checklistFor,
  dueDate,
  formatCaseNo,
  type IsoDate,
  latestSupplementDay,
  makeIdentityNumber,
  MATERIAL_VERDICT_LABELS,
  nextCaseStatus,
  shanghaiToday,
  supplementExpectedOn,
} from '@onewindow/domain';
import { sealAgent } from '../../applicants/index.js';
import type { Case, EventInput } from '../../cases/index.js';
import type { KnownVersion } from '../../catalogue/index.js';
import { deferredOf, promisedOf } from '../../deferral/index.js';
import { placeColumns } from '../../jurisdiction/index.js';
import { type CommandTx, newId } from '../../platform/index.js';
import { DISTRICT } from '../organisation/units.js';
import type { PaperBox } from '../papers/paper-box.js';
import type { Agenda } from './agenda.js';
import type { BulkRows } from './bulk-rows.js';
import { NOT_REUSED, promise } from './absent-papers.js';
import type { CasePlan } from './case-plan.js';
import type { Cast } from './cast.js';
import { answersFor, formFor, sourcesOf } from './form-values.js';
import { draftRow, LiveCase, sealedForm } from './live-case.js';
import type { CounterServices, DeskServices } from './story-services.js';
import type { WorkingTimes } from './working-times.js';

/** What all tales share. */
export interface World {
  readonly agenda: Agenda;
  readonly cast: Cast;
  readonly times: WorkingTimes;
  readonly counter: CounterServices;
  readonly desk: DeskServices;
  readonly papers: PaperBox;
  readonly bulk: BulkRows;
  readonly random: () => number;
}

/** Two who act for others all day. */
export const AGENTS = [
  { name: '许立群', identityNumber: makeIdentityNumber(DISTRICT, '1985-07-12', 331), authority: '授权委托书，限办理和领取' },
  { name: '汤小曼', identityNumber: makeIdentityNumber(DISTRICT, '1992-03-05', 442), authority: '授权委托书，限提交材料和领取' },
] as const;

/** Tells what the counter does with a case: drafts, papers, receipt, acceptance, and the ends before a review. */
export class CounterTale {
  protected last = new Date(0);

  constructor(
    protected readonly world: World,
    protected readonly plan: CasePlan,
    protected readonly version: KnownVersion,
    protected readonly turn: number,
  ) {}

  /** An instant of the story, `after` working days after the receipt; later than everything told before. */
  protected when(after: number, part = 0.1 + this.world.random() * 0.8): Date {
    const wanted = this.world.times.at(Math.max(0, this.plan.days - after), part);
    const soonest = new Date(this.last.getTime() + (3 + this.pick(14)) * 60_000);
    const next = wanted > soonest ? wanted : soonest;
    // Late in a story that ends today, what is left of the day is shared out: nothing is told of the future.
    this.last = next < this.world.times.now ? next : new Date((this.last.getTime() + this.world.times.now.getTime()) / 2);
    return this.last;
  }

  protected pick(below: number): number {
    return Math.floor(this.world.random() * below);
  }

  /** Opens the draft with applicant, form and papers. */
  protected open(): LiveCase {
    const { world, plan, version } = this;
    const seat = world.cast.clerk(plan.hall, plan.ending.at === 'draft' ? 0 : this.turn, '综合窗口');
    const given = { plan, today: world.times.today, pick: (below: number) => this.pick(below) };
    const answers = answersFor(given);
    const values = formFor(given, answers);
    const live = new LiveCase(version, plan.applicant.input.kind, seat, answers);
    world.agenda.add(this.when(0), async (tx) => {
      const today = shanghaiToday(tx.now);
      const { identityOverrideReason: _none, ...input } = plan.applicant.input;
      const applicant = await world.counter.register.upsert(tx, input, today, { staffId: seat.ctx.actor.staffId, ip: seat.ctx.ip });
      const row = draftRow(version, applicant, seat, plan.subject, tx.now);
      Object.assign(row, {
        answers,
        form: sealedForm(version, values, world.counter.sealer),
        formSources: sourcesOf(version.definition.form, values),
      });
      if (answers.byAgent === true || answers.proxy === true) Object.assign(row, this.agent(today));
      Object.assign(row, placeColumns(version, row, applicant, await world.counter.organisation.snapshot({}, tx)) ?? {});
      live.row = row;
      await world.counter.cases.insert(tx, row, seat.ctx, {
        action: 'openDraft',
        toStatus: 'draft',
        data: { itemName: row.itemName, versionId: version.id },
      });
      await this.handIn(tx, live);
    });
    return live;
  }

  private agent(today: IsoDate): Partial<Case> {
    const agent = AGENTS[this.turn % AGENTS.length] ?? AGENTS[0];
    return sealAgent(this.world.counter.sealer, agent, today);
  }

  /** The papers of the checklist; a draft has only half of them, a supplemented case one that is wrong and one that is missing. */
  private async handIn(tx: CommandTx, live: LiveCase): Promise<void> {
    const { row, version, seat } = live;
    const { ending } = this.plan;
    const lines = checklistFor(version.definition.materials, { answers: row.answers, form: row.form }).filter((line) => line.required);
    const handedIn = ending.at === 'draft' ? lines.slice(0, Math.ceil(lines.length / 2)) : lines;
    const events: EventInput[] = [];
    for (const [at, { requirement }] of handedIn.entries()) {
      const isFaulty = ending.at === 'supplementing' && requirement.code === ending.faulty;
      // The last paper of a supplemented case was never brought, unless it is the faulty one.
      if (ending.at === 'supplementing' && at === lines.length - 1 && !isFaulty && lines.length > 2) continue;
      const asked = version.definition.materials.find((material) => material.code === requirement.code);
      const isShared = asked?.licenceType !== undefined;
      if (this.plan.deferred === requirement.code) {
        events.push(await this.defer(tx, live, requirement));
        continue;
      }
      if (this.plan.promised === requirement.code) {
        events.push(promise(live, { ...requirement, words: asked?.commitment ?? '' }));
        continue;
      }
      live.materials.push({
        caseId: row.id,
        code: requirement.code,
        verdict: isFaulty ? 'faulty' : isShared ? 'reused' : 'qualified',
        defect: isFaulty ? `${asked?.reviewPoints[0] ?? requirement.name}：不符合，请改正后重新提交` : null,
        trustLevel: isShared ? 'A' : requirement.kind === 'application' || requirement.kind === 'commitment' ? 'D' : 'B',
        receivedAt: tx.now,
        judgedBy: seat.ctx.actor.staffId,
        ...NOT_REUSED,
      });
      for (const paper of await this.world.papers.papersFor({ ...requirement })) {
        this.world.bulk.files.push({
          id: newId(),
          caseId: row.id,
          materialCode: requirement.code,
          ...paper,
          addedBy: seat.ctx.actor.staffId,
          addedAt: tx.now,
          libraryId: null,
        });
        const { sha256, mediaType, size } = paper;
        events.push({
          action: 'attachFile',
          data: { material: requirement.code, materialName: requirement.name, sha256, mediaType, size },
        });
      }
    }
    this.world.bulk.materials.push(...live.materials);
    await this.world.counter.cases.save(tx, row, {}, seat.ctx, events);
  }

  /** 容缺 to the last possible day (R4.3). */
  private async defer(
    tx: CommandTx,
    { row, version, materials, seat }: LiveCase,
    { code, name }: { code: string; name: string },
  ): Promise<EventInput> {
    const start = shanghaiToday(tx.now);
    const calendar = await this.world.counter.calendars.current();
    const dueOn = latestSupplementDay({ start, promisedLimit: version.definition.promisedLimit, calendar, today: start });
    const absent = { defect: null, trustLevel: null, receivedAt: null, judgedBy: seat.ctx.actor.staffId, ...NOT_REUSED };
    materials.push({ caseId: row.id, code, verdict: 'deferred', ...absent, dueOn });
    return { action: 'defer', data: { material: code, materialName: name, verdictName: MATERIAL_VERDICT_LABELS.deferred, dueOn } };
  }

  /** R8.4: the next number of the district's day; a few are lost, as in life. */
  private takeNumber(at: Date): string {
    const day = shanghaiToday(at);
    const serial = (this.world.bulk.serials.get(day) ?? 20 + this.pick(60)) + 1 + this.pick(6);
    this.world.bulk.serials.set(day, serial);
    return formatCaseNo({ region: DISTRICT, date: day, serial });
  }

  private receiving(row: Case, now: Date): { changes: Partial<Case>; event: EventInput } {
    const status = nextCaseStatus(row.status, 'receive');
    const caseNo = this.takeNumber(now);
    const { outageNo } = this.plan;
    // Taken on paper an hour and a half before it was entered.
    const receivedAt = outageNo === null ? now : new Date(now.getTime() - 90 * 60_000);
    const changes = { status, caseNo, receivedAt, ...(outageNo === null ? {} : { outageNo, outageAt: receivedAt }) };
    Object.assign(row, changes);
    const outage = outageNo === null ? {} : { outageNo, receivedAt: receivedAt.toISOString() };
    return {
      changes,
      event: { action: 'receive', fromStatus: 'draft', toStatus: status, data: { caseNo, itemName: row.itemName, ...outage } },
    };
  }

  /** 收件 alone, or with what follows it in the same command. */
  protected receive(live: LiveCase): void {
    this.world.agenda.add(this.when(0), async (tx) => {
      const { changes, event } = this.receiving(live.row, tx.now);
      await this.world.counter.cases.save(tx, live.row, changes, live.seat.ctx, [event]);
      await this.world.counter.notices.issue(tx, { ...issuing(live), kind: 'receipt', materials: live.materials });
    });
  }

  protected supplement(live: LiveCase): void {
    this.world.agenda.add(this.when(0), async (tx) => {
      const received = this.receiving(live.row, tx.now);
      const status = nextCaseStatus(live.row.status, 'supplement');
      const calendar = await this.world.counter.calendars.current();
      const { due: supplementBy } = supplementExpectedOn({ servedOn: shanghaiToday(tx.now), calendar });
      const changes = { ...received.changes, status, supplementCount: 1, supplementBy };
      Object.assign(live.row, changes);
      const lacking = live.version.definition.materials.filter(({ code }) =>
        live.materials.every((one) => one.code !== code || one.verdict === 'faulty'),
      );
      const asked = checklistFor(lacking, { answers: live.row.answers, form: live.row.form }).filter((line) => line.required);
      const materials = asked.map(({ requirement }) => {
        const defect = live.materials.find((one) => one.code === requirement.code)?.defect;
        return `${requirement.name}（${defect ?? '未交'}）`;
      });
      const event = { action: 'supplement', fromStatus: 'received', toStatus: status, data: { materials } };
      await this.world.counter.cases.save(tx, live.row, changes, live.seat.ctx, [received.event, event]);
      await this.world.counter.notices.issue(tx, { ...issuing(live), kind: 'supplement', materials: live.materials });
    });
  }

  protected decline(live: LiveCase, reason: string): void {
    this.world.agenda.add(this.when(0), async (tx) => {
      const received = this.receiving(live.row, tx.now);
      const status = nextCaseStatus(live.row.status, 'decline');
      const changes = { ...received.changes, status, endReason: reason, concludedAt: tx.now };
      Object.assign(live.row, changes);
      const event = { action: 'decline', fromStatus: 'received', toStatus: status, data: { reason } };
      await this.world.counter.cases.save(tx, live.row, changes, live.seat.ctx, [received.event, event]);
      await this.world.counter.notices.issue(tx, { ...issuing(live), kind: 'decline', reason });
    });
  }

  /** 受理: the clocks begin, the route opens, the notice is served. */
  protected accept(live: LiveCase): void {
    this.world.agenda.add(this.when(0), async (tx) => {
      const { row, version } = live;
      const received = this.receiving(row, tx.now);
      const today = shanghaiToday(tx.now);
      const calendar = await this.world.counter.calendars.current();
      const dueOf = (limit: number | null) => (limit === null ? null : dueDate({ start: today, limit, calendar, today }));
      const [statutory, promised] = [dueOf(row.statutoryLimit), dueOf(row.promisedLimit)];
      const status = nextCaseStatus(row.status, 'accept');
      const changes = {
        ...received.changes,
        status,
        acceptedAt: tx.now,
        acceptedOn: today,
        statutoryDue: statutory?.due ?? null,
        promisedDue: promised?.due ?? null,
        statutoryProvisional: statutory?.provisional ?? false,
        promisedProvisional: promised?.provisional ?? false,
      };
      Object.assign(row, changes);
      const data = { acceptedOn: today, statutoryDue: statutory?.due, promisedDue: promised?.due };
      const event = { action: 'accept', fromStatus: 'received', toStatus: status, data };
      const opened = await this.world.desk.route.start(tx, row, version.definition);
      await this.world.counter.cases.save(tx, row, changes, live.seat.ctx, [received.event, event, ...opened]);
      await this.world.counter.notices.issue(tx, { ...issuing(live), kind: 'acceptance', materials: live.materials });
      const deferred = deferredOf(row, version.definition, live.materials);
      const commitments = promisedOf(row, version.definition, live.materials).map(({ name, words }) => ({ name, words }));
      if (deferred.length === 0 && commitments.length === 0) return;
      await this.world.counter.deferrals.bind(tx, row, version.definition, live.materials);
      if (deferred.length > 0)
        await this.world.counter.notices.issue(tx, { ...issuing(live), kind: 'deferral', materials: live.materials, deferred });
      await this.world.counter.notices.issue(tx, { ...issuing(live), kind: 'commitment', deferred, commitments });
    });
  }
}

/** What every notice says: the case as it is, and who serves it. */
export function issuing({ row, version, applicantKind, seat }: LiveCase) {
  return { row, definition: version.definition, applicantKind, issuedBy: { staffId: seat.ctx.actor.staffId, name: seat.ctx.actor.name } };
}
