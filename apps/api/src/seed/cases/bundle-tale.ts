import { maskApplicantName, nextCaseStatus, nextTaskStatus, shanghaiToday } from '@onewindow/domain';
import { CHILDREN_OF_BUNDLES } from '../../case-view/index.js';
import { type Case, INSERT_FILE, fileValues } from '../../cases/index.js';
import type { KnownVersion } from '../../catalogue/index.js';
import { type CommandContext, type CommandTx, newId, sql } from '../../platform/index.js';
import { acceptStep } from '../../reception/index.js';
import { TASKS_OF_CASE, type TaskWithHolder } from '../../review/index.js';
import type { Agenda } from './agenda.js';
import type { ApplicantSeed } from './applicants.js';
import type { Seat } from './cast.js';
import type { World } from './case-tale.js';
import { draftRow, sealedForm } from './live-case.js';
import { opinionFor } from './phrases.js';
import type { BundleServices } from './story-services.js';

const HAND_IN = sql(
  `INSERT INTO case_material (case_id, code, verdict, trust_level, received_at, judged_by) VALUES ($1, $2, $3, $4, $5, $6)`,
);

/** One bundle of the demonstration. */
export interface BundlePlan {
  readonly version: KnownVersion;
  readonly applicant: ApplicantSeed;
  readonly seat: Seat;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly form: Readonly<Record<string, never>> | Readonly<Record<string, unknown>>;
  readonly acceptedAt: Date;
  /** What became of the children, in the order of time. */
  readonly children: readonly {
    readonly key: string;
    readonly at: Date;
    readonly outcome: 'claimed' | 'grant' | { readonly deny: string };
  }[];
}

/** Tells a bundle: one acceptance at the counter, then each child at its own department, followed as the worker would. */
export class BundleTale {
  private row!: Case;

  constructor(
    private readonly world: Omit<World, 'agenda' | 'bulk'> & { agenda: Agenda; bundles: BundleServices },
    private readonly plan: BundlePlan,
  ) {}

  plot(): void {
    const { agenda } = this.world;
    agenda.add(this.plan.acceptedAt, (tx) => this.accept(tx));
    for (const { key, at, outcome } of this.plan.children) agenda.add(at, (tx) => this.work(tx, key, outcome));
  }

  private async accept(tx: CommandTx): Promise<void> {
    const { version, applicant: who, seat, answers, form } = this.plan;
    const { counter, bundles } = this.world;
    const { actor, ip } = seat.ctx;
    const applicant = await counter.register.upsert(tx, who.input, shanghaiToday(tx.now), { staffId: actor.staffId, ip });
    const row = draftRow(version, applicant, seat, null, tx.now);
    const { subjectField } = version.definition;
    const subject = subjectField === null ? undefined : form[subjectField];
    Object.assign(row, { answers, form: sealedForm(version, form as never, counter.sealer) });
    row.title = typeof subject === 'string' ? subject : maskApplicantName(applicant.kind, applicant.name);
    this.row = row;
    const opened = { action: 'openDraft', toStatus: 'draft', data: { itemName: row.itemName, versionId: version.id } };
    await counter.cases.insert(tx, row, seat.ctx, opened);
    const materials = await this.handIn(tx, row);
    const caseNo = await bundles.opening.takeNumber(tx, row.districtCode);
    const received = nextCaseStatus(row.status, 'receive');
    const receiving = { status: received, caseNo, receivedAt: tx.now };
    Object.assign(row, receiving);
    const step = acceptStep({ row, supplement: null, calendar: await counter.calendars.current(), now: tx.now });
    const changes = { ...receiving, ...step.changes };
    Object.assign(row, changes);
    await counter.cases.save(tx, row, changes, seat.ctx, [
      { action: 'receive', fromStatus: 'draft', toStatus: received, data: { caseNo, itemName: row.itemName } },
      step.event,
    ]);
    const issuedBy = { staffId: actor.staffId, name: actor.name };
    const common = { row, definition: version.definition, applicantKind: applicant.kind, issuedBy };
    await counter.notices.issue(tx, { ...common, kind: 'acceptance', materials });
    const author = { actorId: actor.staffId, actorName: actor.name, actorNo: actor.staffNo, place: null, ip };
    await bundles.opening.accept(tx, author, row, version);
  }

  private async handIn(tx: CommandTx, row: Case) {
    const { version, seat } = this.plan;
    const materials = [];
    for (const { code, name, kind, licenceType } of version.definition.materials) {
      const verdict = licenceType === undefined ? ('qualified' as const) : ('reused' as const);
      await tx.query(HAND_IN, [row.id, code, verdict, licenceType === undefined ? 'B' : 'A', tx.now, seat.ctx.actor.staffId]);
      materials.push({ code, verdict, defect: null });
      for (const paper of await this.world.papers.papersFor({ code, name, kind })) {
        await tx.query(INSERT_FILE, fileValues(row.id, { id: newId(), materialCode: code, ...paper }, seat.ctx, tx.now));
      }
    }
    return materials;
  }

  private async work(tx: CommandTx, key: string, outcome: BundlePlan['children'][number]['outcome']): Promise<void> {
    const { counter, desk, bundles } = this.world;
    const children = await tx.query(CHILDREN_OF_BUNDLES, [[this.row.id]]);
    const child = children.find(({ childKey }) => childKey === key);
    if (!child?.childCaseId) throw new Error(`${this.row.itemName}: child ${key} is not open`);
    const row = await counter.cases.lockForSystem(tx, child.childCaseId);
    const review = await this.claim(tx, row, 'review');
    if (outcome === 'claimed') return;
    const subject = await desk.closing.subjectOf(tx, row);
    const all = await tx.query(TASKS_OF_CASE, [row.id]);
    await this.complete(tx, row, all, review, 'agree');
    const advanced = await desk.route.advance(tx, row, subject.definition, all);
    await counter.cases.note(tx, row, this.officer(review), advanced);
    const decision = await this.claim(tx, row, 'decision');
    const verdict = outcome === 'grant' ? 'grant' : 'deny';
    await this.complete(tx, row, await tx.query(TASKS_OF_CASE, [row.id]), decision, verdict);
    const chief = this.officer(decision);
    const reason = outcome === 'grant' ? null : outcome.deny;
    const status = nextCaseStatus(row.status, 'decide');
    const decided = { status, decision: verdict, decisionReason: reason, decidedAt: tx.now, decidedOn: shanghaiToday(tx.now) } as const;
    await counter.cases.save(tx, row, { ...decided, decidedBy: chief.actor.staffId }, chief, [
      { action: 'decide', fromStatus: 'accepted', toStatus: status, data: { decision: verdict, reason: reason ?? undefined } },
    ]);
    await desk.closing.afterDecision(tx, chief, row, subject);
    if (row.status === 'decided') await this.issue(tx, row);
    await bundles.follower.follow(tx, row.id);
    this.row = await counter.cases.lockForSystem(tx, this.row.id);
  }

  private async issue(tx: CommandTx, row: Case): Promise<void> {
    const { counter, desk } = this.world;
    const task = await this.claim(tx, row, 'issue');
    await this.complete(tx, row, await tx.query(TASKS_OF_CASE, [row.id]), task, 'issued');
    const ctx = this.officer(task);
    const { definition, applicantKind } = await desk.closing.subjectOf(tx, row);
    const status = nextCaseStatus(row.status, 'issue');
    const place = '区政务服务大厅 A 柜 6 格';
    await counter.cases.save(tx, row, { status, readyAt: tx.now }, ctx, [
      { action: 'issue', fromStatus: 'decided', toStatus: status, data: { result: definition.result.name, place } },
    ]);
    const issuedBy = { staffId: ctx.actor.staffId, name: ctx.actor.name };
    await desk.results.make(tx, { row, definition, applicantKind, issuedBy, place });
  }

  private async claim(tx: CommandTx, row: Case, stepKey: string): Promise<TaskWithHolder> {
    const task = (await tx.query(TASKS_OF_CASE, [row.id])).find((one) => one.stepKey === stepKey && one.status === 'pooled');
    if (!task) throw new Error(`${row.itemName}: step ${stepKey} is not open`);
    const ctx = this.officer(task);
    const status = nextTaskStatus(task.status, 'claim', task.kind);
    await this.world.desk.tasks.save(tx, task, {
      status,
      holderId: ctx.actor.staffId,
      claimedAt: tx.now,
      idleSince: shanghaiToday(tx.now),
    });
    const data = { step: task.stepKey, stepName: task.stepName };
    await this.world.counter.cases.note(tx, row, ctx, [{ action: 'task.claim', taskId: task.id, data }]);
    return task;
  }

  private async complete(tx: CommandTx, row: Case, all: TaskWithHolder[], claimed: TaskWithHolder, outcome: string): Promise<void> {
    const task = all.find(({ id }) => id === claimed.id) ?? claimed;
    const ctx = this.officer(task);
    const opinion = outcome === 'agree' ? opinionFor(task.stepKey, 0) : '';
    await this.world.desk.tasks.save(tx, task, {
      status: nextTaskStatus(task.status, 'complete', task.kind),
      outcome,
      opinion,
      points: task.points.map((point) => ({ ...point, state: 'met' as const })),
      doneAt: tx.now,
      completedBy: ctx.actor.staffId,
      idleSince: shanghaiToday(tx.now),
    });
    const data = { step: task.stepKey, stepName: task.stepName, outcome };
    await this.world.counter.cases.note(tx, row, ctx, [{ action: 'task.complete', taskId: task.id, data }]);
  }

  private officer(task: TaskWithHolder): CommandContext {
    return this.world.cast.officer(task.departmentId, task.role === 'chief' ? 'chief' : 'approver', 0);
  }
}
