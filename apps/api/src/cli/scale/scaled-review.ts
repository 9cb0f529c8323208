import {
  addCalendarDays,
  type ConditionSubject,
  evaluate,
  expandRoute,
  inOrder,
  type IsoDate,
  isTaskOpen,
  LEAD_DEPARTMENT,
  planAdvance,
  planReturn,
  type RouteDefinition,
  type RouteStep,
  stepsBefore,
} from '@onewindow/domain';
import { type Case, SYSTEM_AUTHOR } from '../../cases/index.js';
import { opening, type ReviewTask, taskOf } from '../../review/index.js';
import type { ScaleInput } from './scale-input.js';
import { byOfficer, dayOf, HOUR, type Tell } from './scaled-words.js';
import type { Officer } from './world.js';

/** Of a hundred reviews, so many go back to an earlier step; of a hundred consultations, so many end by silence. */
const RETURNED = 5;
const SILENT = 15;
const POOLED_SHARE = 0.35;

/**
 * Walks a made-up case along its route by the rules that real ones follow: parallel steps side by side, consultations answered or silent, some
 * steps returned and done in a second round. An open case stops somewhere on its way, and never later than now.
 */
export class ScaledReview {
  readonly tasks: ReviewTask[] = [];
  private readonly route: RouteDefinition;
  private readonly subject: ConditionSubject;
  private wasReturned = false;

  constructor(
    private readonly input: ScaleInput,
    private readonly row: Case,
    private readonly now: Date,
    private readonly tell: Tell,
  ) {
    this.route = expandRoute(input.item.definition.route);
    this.subject = { answers: row.answers, form: row.form };
  }

  /** @returns when its last step was done */
  walk(): Date {
    let at = this.input.receivedAt;
    for (const step of this.steps()) this.tasks.push(this.task(step, 1, at));
    const most = this.input.open ? this.input.random.between(0, Math.max(0, this.tasks.length - 1)) : Number.POSITIVE_INFINITY;
    this.advance(at);
    for (let done = 0; done < most; done += 1) {
      const next = this.tasks.find(({ status }) => status === 'pooled');
      const ends = next && this.workedAt(next, at);
      if (!next || !ends || (this.input.open && (ends > this.now || next.kind === 'decision'))) break;
      this.work(next, at, ends);
      at = ends;
      this.advance(at);
    }
    for (const task of this.tasks) if (task.status === 'pooled' && this.input.random.next() >= POOLED_SHARE) this.claim(task, at);
    return at;
  }

  private steps(): RouteStep[] {
    return inOrder(this.route).filter((step) => evaluate(step.when, this.subject));
  }

  private advance(at: Date): void {
    for (const { key, round } of planAdvance(this.route, this.tasks, this.subject).open) {
      const step = this.route.steps.find((one) => one.key === key);
      if (!step) continue;
      let task = this.tasks.find((one) => one.stepKey === key && one.round === round && one.status === 'waiting');
      if (!task) this.tasks.push((task = this.task(step, round, at)));
      Object.assign(task, { status: 'pooled', ...opening(task, this.row, at, this.input.calendar, dayOf(at)) });
    }
  }

  /** A consultation's silence ends the day after its due date; other work takes a day or two. */
  private workedAt(task: ReviewTask, from: Date): Date {
    const { random } = this.input;
    if (task.kind === 'consultation' && random.between(1, 100) <= SILENT) {
      task.outcome = 'deemedNoObjection';
      const after: IsoDate = addCalendarDays(task.stepDue ?? dayOf(from), 1);
      return new Date(Math.max(from.getTime() + HOUR, Date.parse(`${after}T00:30:00+08:00`)));
    }
    return new Date(from.getTime() + random.between(2, 40) * HOUR);
  }

  private work(task: ReviewTask, from: Date, at: Date): void {
    const facts = { step: task.stepKey, stepName: task.stepName };
    if (task.outcome === 'deemedNoObjection') {
      Object.assign(task, { status: 'deemed', doneAt: at });
      this.tell(at, SYSTEM_AUTHOR, { action: 'task.deem', taskId: task.id, data: facts });
      return;
    }
    const officer = this.claim(task, new Date((from.getTime() + at.getTime()) / 2));
    const [earlier] = stepsBefore(this.route, task.stepKey);
    if (task.kind === 'review' && earlier !== undefined && !this.wasReturned && this.input.random.between(1, 100) <= RETURNED) {
      this.sendBack(task, earlier, officer, at);
      return;
    }
    const outcome = task.kind === 'decision' ? 'grant' : 'agree';
    Object.assign(task, { status: 'done', doneAt: at, completedBy: officer.id, outcome, opinion: '材料齐全，符合条件，建议准予。' });
    this.tell(at, byOfficer(officer), { action: 'task.complete', taskId: task.id, data: { ...facts, outcome } });
    if (task.kind !== 'decision') return;
    Object.assign(this.row, { status: 'decided', decision: 'grant', decidedAt: at, decidedOn: dayOf(at), decidedBy: officer.id });
    this.tell(at, byOfficer(officer), { action: 'decide', fromStatus: 'accepted', toStatus: 'decided', data: { decision: 'grant' } });
  }

  private claim(task: ReviewTask, at: Date): Officer {
    const { world, random } = this.input;
    const officers = world.officers.get(`${task.departmentId}/${task.role}`) ?? [];
    const officer = random.pick(officers.length > 0 ? officers : world.clerks);
    Object.assign(task, { status: 'claimed', holderId: officer.id, claimedAt: at });
    const data = { step: task.stepKey, stepName: task.stepName };
    this.tell(at, byOfficer(officer), { action: 'task.claim', taskId: task.id, data });
    return officer;
  }

  /** R5.8: back to an earlier step; what was open behind it ends, and the next round begins there. */
  private sendBack(task: ReviewTask, toKey: string, officer: Officer, at: Date): void {
    this.wasReturned = true;
    const plan = planReturn(this.route, this.tasks, task.stepKey, toKey);
    const step = this.route.steps.find(({ key }) => key === toKey);
    Object.assign(task, { status: 'returned', doneAt: at, completedBy: officer.id, outcome: 'returned', opinion: '说明不清，请复核。' });
    const data = { step: task.stepKey, stepName: task.stepName, toStepName: step?.name, reason: '说明不清，请复核' };
    this.tell(at, byOfficer(officer), { action: 'task.return', taskId: task.id, data });
    for (const open of this.tasks) {
      if (plan.cancel.includes(open.stepKey) && isTaskOpen(open.status)) Object.assign(open, { status: 'cancelled', doneAt: at });
    }
    if (!step) return;
    const again = this.task(step, plan.round, at);
    Object.assign(again, { status: 'pooled', ...opening(again, this.row, at, this.input.calendar, dayOf(at)) });
    this.tasks.push(again);
  }

  private task(step: RouteStep, round: number, at: Date): ReviewTask {
    const { item, world } = this.input;
    const own = step.departmentCode === LEAD_DEPARTMENT ? item.departmentId : world.departmentIds.get(step.departmentCode);
    return taskOf(this.row, { ...step, departmentId: own ?? item.departmentId, points: step.points ?? [] }, round, at);
  }
}
