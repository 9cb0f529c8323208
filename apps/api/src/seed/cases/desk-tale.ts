import {
  evaluate,
  expandRoute,
  inOrder,
  nextCaseStatus,
  nextTaskStatus,
  type RouteStep,
  shanghaiToday,
  stepsBefore,
} from '@onewindow/domain';
import type { CommandContext, CommandTx } from '../../platform/index.js';
import { ISSUE_STEP, TASKS_OF_CASE, type TaskWithHolder } from '../../review/index.js';
import type { Ending, StepStatus } from './case-plan.js';
import { ConsultTale } from './consult-tale.js';
import type { LiveCase } from './live-case.js';
import { DENIALS, NOT_OURS, opinionFor } from './phrases.js';
import { draftOf, sendUp } from '../desk/drafted.js';

type ReviewEnding = Extract<Ending, { at: 'review' }>;

/** Silence counts from the day after the consultation's fifth working day (R5.2). */
const DEEMED_AFTER = 6;

/** Tells what the departments do with an accepted case. */
export class DeskTale extends ConsultTale {
  private stepsOf(live: LiveCase): RouteStep[] {
    return inOrder(expandRoute(live.version.definition.route)).filter((step) => evaluate(step.when, { answers: live.answers }));
  }

  protected claim(live: LiveCase, stepKey: string, at: Date): void {
    this.onTask(live, stepKey, at, async (tx, task, _all, ctx) => {
      // Assigned as its step opened.
      if (task.status === 'claimed') return;
      const status = nextTaskStatus(task.status, 'claim', task.kind);
      const holder = { holderId: ctx.actor.staffId, claimedAt: tx.now, idleSince: shanghaiToday(tx.now) };
      await this.world.desk.tasks.save(tx, task, { status, ...holder });
      const data = { step: task.stepKey, stepName: task.stepName };
      await this.world.counter.cases.note(tx, live.row, ctx, [{ action: 'task.claim', taskId: task.id, data }]);
    });
  }

  private complete(live: LiveCase, stepKey: string, at: Date): void {
    this.onTask(live, stepKey, at, async (tx, task, all, ctx) => {
      const { route } = live.version.definition;
      const usual = opinionFor(stepKey, this.turn);
      // Of what waits for its decision, officers have drafted some.
      const draft = this.plan.ending.at === 'review' ? draftOf(route, task, this.turn, usual, DENIALS.place) : null;
      const opinion = draft?.opinion ?? usual;
      const outcome = task.kind === 'consultation' && this.turn % 4 === 0 ? 'agreeWithConditions' : 'agree';
      await this.world.desk.tasks.save(tx, task, {
        status: nextTaskStatus(task.status, 'complete', task.kind),
        outcome,
        opinion,
        points: task.points.map((point) => ({ ...point, state: 'met' as const })),
        doneAt: tx.now,
        completedBy: ctx.actor.staffId,
        idleSince: shanghaiToday(tx.now),
      });
      const done = {
        action: 'task.complete',
        taskId: task.id,
        data: { step: task.stepKey, stepName: task.stepName, outcome, opinion },
      };
      const opened = await this.world.desk.route.advance(tx, live.row, live.version.definition, all);
      await this.world.counter.cases.note(tx, live.row, ctx, [
        done,
        ...(draft ? [await sendUp(tx, task, ctx.actor.staffId, draft)] : []),
        ...opened,
      ]);
    });
  }

  /** The holder has begun: some points ticked, half an opinion. */
  private beginOpinion(live: LiveCase, stepKey: string, at: Date): void {
    this.onTask(live, stepKey, at, async (tx, task) => {
      const points = task.points.map((point, index) => (index < task.points.length / 2 ? { ...point, state: 'met' as const } : point));
      const opinion = opinionFor(stepKey, this.turn).slice(0, 18);
      await this.world.desk.tasks.save(tx, task, { points, opinion, draftSavedAt: tx.now, idleSince: shanghaiToday(tx.now) });
    });
  }

  /** R5.3: not this department's; the hall is asked to find the right one. */
  private refuse(live: LiveCase, stepKey: string, at: Date): void {
    this.onTask(live, stepKey, at, async (tx, task, all, ctx) => {
      const done = { doneAt: tx.now, completedBy: ctx.actor.staffId, idleSince: shanghaiToday(tx.now) };
      const status = nextTaskStatus(task.status, 'refuse', task.kind);
      const event = { action: 'task.refuse', taskId: task.id, data: { step: task.stepKey, stepName: task.stepName, reason: NOT_OURS } };
      const rerouted = await this.world.desk.route.openReroute(tx, live.row, task, all);
      await this.world.desk.tasks.save(tx, task, { status, outcome: 'refused', opinion: NOT_OURS, ...done });
      await this.world.counter.cases.note(tx, live.row, ctx, [event, rerouted]);
    });
  }

  /** Passes these steps, the last of them `by` working days after the receipt. */
  private pass(live: LiveCase, steps: readonly RouteStep[], by: number, deemed: readonly string[] = []): void {
    const answered = steps.filter((step) => !deemed.includes(step.key));
    answered.forEach((step, index) => {
      const after = Math.round((by * (index + 1)) / answered.length);
      this.claim(live, step.key, this.when(Math.max(0, after - 1)));
      this.complete(live, step.key, this.when(after));
    });
    for (const key of deemed) this.deem(live, key, this.when(Math.max(by, DEEMED_AFTER), 0.01));
  }

  protected review(live: LiveCase, { open, openedAfter, actedAfter, deemed, asked }: ReviewEnding): void {
    const route = expandRoute(live.version.definition.route);
    const isOpen = (key: string): boolean => key in open;
    const passed = this.stepsOf(live).filter((step) => !isOpen(step.key) && !stepsBefore(route, step.key).some(isOpen));
    // Beside an open first step, others may have been answered meanwhile.
    const by = openedAfter > 0 ? openedAfter : Math.min(this.plan.days, DEEMED_AFTER - 1);
    const opening = openedAfter > 0 ? null : this.when(0);
    const first = Object.entries(open).filter(([, status]) => status !== 'pooled' && opening !== null);
    for (const [key] of first) this.claim(live, key, this.when(0));
    this.pass(live, passed, by, deemed);
    for (const [key, status] of Object.entries(open)) this.settle(live, key, status, opening !== null, openedAfter, actedAfter);
    for (const one of asked) this.ask(live, one);
  }

  private settle(live: LiveCase, key: string, status: StepStatus, isClaimed: boolean, openedAfter: number, actedAfter: number): void {
    if (status === 'pooled') return;
    if (!isClaimed) this.claim(live, key, this.when(openedAfter));
    if (status === 'refused') {
      this.refuse(live, key, this.when(actedAfter));
      return;
    }
    if (actedAfter > openedAfter) this.beginOpinion(live, key, this.when(actedAfter));
  }

  /** Everything up to the decision, and what follows it at once: the notice, 出证 or the electronic result. */
  protected decide(live: LiveCase, decision: 'grant' | 'deny', reason: string | null, after: number): void {
    const steps = this.stepsOf(live);
    const before = steps.filter((step) => step.kind !== 'decision');
    const deciding = steps.find((step) => step.kind === 'decision');
    const lastReview = Math.max(0, after - 1);
    if (before.length > 0) this.pass(live, before, after > 0 ? Math.max(lastReview, Math.min(after, 1)) : 0);
    if (deciding) this.claim(live, deciding.key, this.when(after));
    this.world.agenda.add(this.when(after), async (tx) => {
      const { row, version, applicantKind, seat } = live;
      const all = await tx.query(TASKS_OF_CASE, [row.id]);
      const task = all.find((one) => one.kind === 'decision' && one.status === 'claimed');
      const ctx = task ? this.world.cast.officer(task.departmentId, 'chief', this.turn) : seat.ctx;
      const events = task ? [await this.completeDecision(tx, task, decision, ctx)] : [];
      const status = nextCaseStatus(row.status, 'decide');
      const today = shanghaiToday(tx.now);
      const decided = { status, decision, decisionReason: reason, decidedAt: tx.now, decidedOn: today, decidedBy: ctx.actor.staffId };
      const data = { decision, reason: reason ?? undefined };
      await this.world.counter.cases.save(tx, row, decided, ctx, [
        ...events,
        { action: 'decide', fromStatus: 'accepted', toStatus: status, data },
      ]);
      await this.world.desk.closing.afterDecision(tx, ctx, row, { definition: version.definition, applicantKind });
    });
  }

  private async completeDecision(tx: CommandTx, task: TaskWithHolder, decision: 'grant' | 'deny', ctx: CommandContext) {
    await this.world.desk.tasks.save(tx, task, {
      status: nextTaskStatus(task.status, 'complete', task.kind),
      outcome: decision,
      opinion: decision === 'grant' ? '同意。' : '不符合条件，不予许可。',
      points: task.points.map((point) => ({ ...point, state: 'met' as const })),
      doneAt: tx.now,
      completedBy: ctx.actor.staffId,
      idleSince: shanghaiToday(tx.now),
    });
    return {
      action: 'task.complete',
      taskId: task.id,
      data: { step: task.stepKey, stepName: task.stepName, outcome: decision },
    };
  }

  /** 出证 of a result on paper: from the pool to the window. */
  protected issue(live: LiveCase, after: number, place: string): void {
    this.claim(live, ISSUE_STEP, this.when(after));
    this.onTask(live, ISSUE_STEP, this.when(after), async (tx, task, _all, ctx) => {
      const { row, version, applicantKind } = live;
      const done = { doneAt: tx.now, completedBy: ctx.actor.staffId, idleSince: shanghaiToday(tx.now), outcome: 'issued' };
      await this.world.desk.tasks.save(tx, task, { status: nextTaskStatus(task.status, 'complete', task.kind), ...done });
      const status = nextCaseStatus(row.status, 'issue');
      const { name } = version.definition.result;
      const step = { step: task.stepKey, stepName: task.stepName, outcome: 'issued' };
      await this.world.counter.cases.save(tx, row, { status, readyAt: tx.now }, ctx, [
        { action: 'task.complete', taskId: task.id, data: step },
        { action: 'issue', fromStatus: 'decided', toStatus: status, data: { result: name, place } },
      ]);
      const issuedBy = { staffId: ctx.actor.staffId, name: ctx.actor.name };
      await this.world.desk.results.make(tx, { row, definition: version.definition, applicantKind, issuedBy, place });
    });
  }
}
