import { type ItemDefinition, topicOf } from '@onewindow/contracts';
import {
  evaluate,
  expandRoute,
  isAskedBy,
  isAskedConsultation,
  type IsoDate,
  isTaskOpen,
  isTaskPassed,
  isTaskPooled,
  laterOf,
  nextTaskStatus,
  openTaskStatus,
  planAdvance,
  rerouteKey,
  type RouteDefinition,
  type RouteStep,
  shanghaiDateOf,
  shanghaiToday,
  stepsBefore,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case, EventInput } from '../cases/index.js';
import { departmentDoing, Organisation } from '../organisation/index.js';
import type { CommandTx } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';
import { statesOf, subjectOf } from './route-states.js';
import { opening, taskOf } from './task-opening.js';
import { StepAssignments } from './step-assignments.js';
import { TaskStore } from './task-store.js';

/** Art 44: the licence is delivered within ten working days of the decision. */
const ISSUE_LIMIT = 10;
export const ISSUE_STEP = 'issue';
const CONSULT_NAME = '协办';

/** A consultation as an officer asks for it; the limit in working days. */
export interface AskedStep {
  key: string;
  departmentId: string;
  limit: number;
}

/** Moves a case along its route: opens steps, cancels what a return or an end leaves behind (R5). */
@Injectable()
export class RouteRunner {
  constructor(
    private readonly tasks: TaskStore,
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
    private readonly assignments: StepAssignments,
  ) {}

  /**
   * Creates the tasks of the route at acceptance: first steps in their pools, later ones waiting. The caller has set the case's dates.
   * @param silentSince the law's day of an acceptance by silence that is written down now (R2.4), see `advance`
   * @returns the events that tell which steps opened
   */
  async start(tx: CommandTx, row: Case, definition: ItemDefinition, silentSince?: IsoDate): Promise<EventInput[]> {
    const subject = subjectOf(row);
    const route = expandRoute(definition.route);
    const openable = new Set(planAdvance(route, [], subject).open.map((step) => step.key));
    const calendar = await this.calendars.current();
    // R5.1: a step whose condition is not met is passed over; a task of it would wait for ever and hold the decision up.
    const steps = route.steps.filter((step) => evaluate(step.when, subject));
    const tasks = await Promise.all(
      steps.map((step) => this.newTask(tx, row, step, 1, openable.has(step.key), { calendar, from: lateStart(step, silentSince) })),
    );
    const events = tasks.filter((task) => isTaskPooled(task.status)).map(opened);
    for (const [at, step] of steps.entries()) events.push(...(await this.assignments.assign(tx, step, tasks[at], [])));
    await this.tasks.insert(tx, tasks);
    return events;
  }

  /**
   * Opens the steps that can begin now that a task has passed, or that what conditions look at has changed (R5.1, R5.8); what is no longer asked
   * for is cancelled. `all` is every task of the case, changed in place.
   * @param silentSince the law's day of a silence that is written down now (R5.2): clocks start as if no worker had ever been late
   */
  async advance(tx: CommandTx, row: Case, definition: ItemDefinition, all: ReviewTask[], silentSince?: IsoDate): Promise<EventInput[]> {
    const route = expandRoute(definition.route);
    const plan = planAdvance(route, statesOf(all), subjectOf(row));
    const events = plan.drop.length > 0 ? await this.cancelOpen(tx, all, new Set(plan.drop)) : [];
    for (const { key, round } of plan.lift) {
      const going = all.find((task) => task.stepKey === key && isTaskOpen(task.status));
      // R1.5: what waits in a new round has no day of its own any more; what is open goes on.
      if (going) await this.tasks.save(tx, going, { round, ...(going.status === 'waiting' ? { stepStartedOn: null } : {}) });
    }
    const calendar = await this.calendars.current();
    for (const { key, round } of plan.open) {
      const waiting = all.find((task) => task.stepKey === key && task.round === round && task.status === 'waiting');
      const step = route.steps.find((one) => one.key === key);
      if (!step) continue;
      const from = lateStart(step, silentSince && openingDay(route, key, all, silentSince));
      events.push(...(await this.open(tx, row, step, { round, waiting, all, calendar, from })));
    }
    return events;
  }

  /** Opens 出证 in the lead department's pool after a decision whose result is on paper. */
  async openIssue(tx: CommandTx, row: Case): Promise<EventInput> {
    const calendar = await this.calendars.current();
    const step = { key: ISSUE_STEP, name: '出证', kind: 'issue' as const, role: 'approver' as const, limit: ISSUE_LIMIT, points: [] };
    const task = taskOf(row, { ...step, departmentId: row.departmentId }, 1, tx.now);
    // The review's clocks ended with the decision; delivery has its own.
    Object.assign(task, { statutoryDue: null, promisedDue: null, status: openTaskStatus(task.status) });
    // No pause of the review reaches beyond the decision.
    Object.assign(
      task,
      opening(task, { acceptedOn: row.acceptedOn, statutoryDue: null, promisedDue: null, halts: null }, tx.now, calendar),
    );
    await this.tasks.insert(tx, [task]);
    return opened(task);
  }

  /** 协办: opens a consultation beside the route, in the pool of the department that is asked. Its key names the task that asks. */
  async openConsultation(tx: CommandTx, row: Case, { key, departmentId, limit }: AskedStep): Promise<ReviewTask> {
    const step = { key, name: CONSULT_NAME, kind: 'consultation' as const, role: 'approver' as const, points: [] };
    const task = taskOf(row, { ...step, departmentId, limit }, 1, tx.now);
    Object.assign(task, { status: openTaskStatus(task.status), ...opening(task, row, tx.now, await this.calendars.current()) });
    await this.tasks.insert(tx, [task]);
    return task;
  }

  /** R5.3: a reroute in the receiving hall's pool; a clerk there finds the right department. It keeps the refused step's clock (R1.5). */
  async openReroute(tx: CommandTx, row: Case, refused: ReviewTask, all: readonly ReviewTask[]): Promise<EventInput> {
    const step = {
      key: rerouteKey(refused.stepKey),
      name: '改派部门',
      kind: 'reroute' as const,
      role: 'clerk' as const,
      limit: refused.stepLimit,
      points: [],
    };
    const round = all.filter((task) => task.stepKey === step.key).length + 1;
    const task = taskOf(row, { ...step, departmentId: refused.departmentId }, round, tx.now);
    const { stepStartedOn, stepDue, stepProvisional, nearestDue: nearest, paused } = refused;
    Object.assign(task, {
      status: openTaskStatus(task.status),
      pooledAt: tx.now,
      idleSince: shanghaiToday(tx.now),
      stepStartedOn,
      stepDue,
      stepProvisional,
      nearestDue: nearest,
      paused,
    });
    await this.tasks.insert(tx, [task]);
    tx.touch(topicOf.hall(row.hallId));
    return opened(task);
  }

  /**
   * R5.8: the next round of one step, in its pool. `elsewhere` carries a refused step's clock over to another department (R1.5); a new round
   * restarts it.
   */
  async openRound(
    tx: CommandTx,
    row: Case,
    step: RouteStep,
    round: number,
    all: ReviewTask[],
    elsewhere?: { departmentId: string; from: IsoDate | null },
  ): Promise<EventInput[]> {
    const task = await this.newTask(tx, row, step, round, true, {
      calendar: await this.calendars.current(),
      // The start is kept, not the dates: a pause or a changed calendar may have moved them since the refusal.
      from: elsewhere?.from ?? shanghaiToday(tx.now),
      all,
    });
    if (elsewhere) Object.assign(task, doneBy(row, elsewhere.departmentId));
    const events = [opened(task), ...(await this.assignments.assign(tx, step, task, all))];
    await this.tasks.insert(tx, [task]);
    all.push(task);
    return events;
  }

  /** Cancels every open task, when the case ends or everything after a step is taken back; questions of a task that ended go with it. */
  async cancelOpen(tx: CommandTx, tasks: readonly ReviewTask[], only?: ReadonlySet<string>): Promise<EventInput[]> {
    const cancelled = await this.cancel(
      tx,
      tasks.filter((task) => isTaskOpen(task.status) && (!only || only.has(task.stepKey))),
    );
    return [...cancelled, ...(await this.cancelUnasked(tx, tasks))];
  }

  /** 协办: cancels the open consultations whose asking task is not open any more: nobody waits for the answer. */
  async cancelUnasked(tx: CommandTx, tasks: readonly ReviewTask[]): Promise<EventInput[]> {
    const isWaitedFor = ({ stepKey }: ReviewTask) => tasks.some((one) => isTaskOpen(one.status) && isAskedBy(stepKey, one.id));
    return await this.cancel(
      tx,
      tasks.filter((task) => isTaskOpen(task.status) && isAskedConsultation(task.stepKey) && !isWaitedFor(task)),
    );
  }

  private async cancel(tx: CommandTx, open: readonly ReviewTask[]): Promise<EventInput[]> {
    await Promise.all(
      open.map((task) => this.tasks.save(tx, task, { status: nextTaskStatus(task.status, 'cancel', task.kind), doneAt: tx.now })),
    );
    return open
      .filter((task) => task.pooledAt !== null)
      .map((task) => ({ action: 'task.cancel', taskId: task.id, data: { step: task.stepKey, stepName: task.stepName } }));
  }

  private async open(tx: CommandTx, row: Case, step: RouteStep, { round, waiting, all, calendar, from }: Opening): Promise<EventInput[]> {
    if (!waiting) {
      const task = await this.newTask(tx, row, step, round, true, { calendar, from, all });
      const events = [opened(task), ...(await this.assignments.assign(tx, step, task, all))];
      await this.tasks.insert(tx, [task]);
      all.push(task);
      return events;
    }
    const before = partBefore(step, all);
    const where = before && before.departmentId !== waiting.departmentId ? doneBy(row, before.departmentId) : {};
    const since = waiting.stepStartedOn ?? from ?? before?.stepStartedOn ?? undefined;
    const changes = { status: openTaskStatus(waiting.status), ...where, ...opening(waiting, row, tx.now, calendar, since) };
    const task = { ...waiting, ...changes };
    const assigned = await this.assignments.assign(tx, step, task, all);
    const { status, holderId, claimedAt } = task;
    await this.tasks.save(tx, waiting, assigned.length > 0 ? { ...changes, status, holderId, claimedAt } : changes);
    return [opened(waiting), ...assigned];
  }

  private async newTask(
    tx: CommandTx,
    row: Case,
    step: RouteStep,
    round: number,
    opens: boolean,
    { calendar, from, all = [] }: { calendar: WorkingCalendar; from?: IsoDate | undefined; all?: readonly ReviewTask[] },
  ): Promise<ReviewTask> {
    const before = partBefore(step, all);
    const departmentId = before?.departmentId ?? departmentBefore(step, all) ?? (await this.departmentOf(tx, row, step));
    const task = taskOf(row, { ...step, departmentId, points: step.points ?? [] }, round, tx.now);
    const since = from ?? before?.stepStartedOn ?? undefined;
    if (opens) Object.assign(task, { status: openTaskStatus(task.status), ...opening(task, row, tx.now, calendar, since) });
    return task;
  }

  private async departmentOf(tx: CommandTx, row: Case, step: RouteStep): Promise<string> {
    const department = departmentDoing(await this.organisation.snapshot({ departments: [row.departmentId] }, tx), row, step);
    // One that came with an import a moment ago is read anew.
    return (department ?? (await this.organisation.departmentByCode(step.departmentCode))).id;
  }
}

interface Opening {
  round: number;
  waiting: ReviewTask | undefined;
  all: ReviewTask[];
  calendar: WorkingCalendar;
  from: IsoDate | undefined;
}

/** The part just before this one: both share a department and the step's clock (R1.5, R5.6). */
function partBefore(step: RouteStep, all: readonly ReviewTask[]): ReviewTask | undefined {
  if (!step.part) return undefined;
  const own = all.filter((task) => task.stepKey === step.after[0] && isTaskPassed(task.status));
  return own.reduce<ReviewTask | undefined>((last, task) => (last && last.round > task.round ? last : task), undefined);
}

/** R5.3: a further round goes to the department to which the step was rerouted, not back to the one that refused it. */
function departmentBefore(step: RouteStep, all: readonly ReviewTask[]): string | undefined {
  const own = all.filter((task) => task.stepKey === step.key && task.status !== 'refused');
  return own.reduce<ReviewTask | undefined>((last, task) => (last && last.round > task.round ? last : task), undefined)?.departmentId;
}

/** R11: another department's officers find the case by such a task. */
export function doneBy(row: Case, departmentId: string): Pick<ReviewTask, 'departmentId' | 'isForeign'> {
  return { departmentId, isForeign: departmentId !== row.departmentId };
}

/** Nobody's silence counts before he was asked: a consulted department has its whole limit from the day on which the question reaches it. */
function lateStart({ kind }: RouteStep, lawsDay: IsoDate | undefined): IsoDate | undefined {
  return kind === 'consultation' ? undefined : lawsDay;
}

/** R5.2: when silence passed on the law's day, a step begins on the day on which the last of what it waits for has passed. */
function openingDay(route: RouteDefinition, key: string, all: readonly ReviewTask[], silentSince: IsoDate): IsoDate {
  const before = new Set(stepsBefore(route, key));
  const passed = all.filter((task) => before.has(task.stepKey) && isTaskPassed(task.status));
  return passed.reduce((latest, { doneAt }) => laterOf(latest, doneAt ? shanghaiDateOf(doneAt) : latest), silentSince);
}

function opened(task: ReviewTask): EventInput {
  return {
    action: 'task.open',
    taskId: task.id,
    data: { step: task.stepKey, stepName: task.stepName, round: task.round, due: task.stepDue },
  };
}
