import { type ItemDefinition, topicOf } from '@onewindow/contracts';
import {
  type ConditionSubject,
  evaluate,
  isAskedBy,
  isAskedConsultation,
  type IsoDate,
  isTaskPassed,
  laterOf,
  nextTaskStatus,
  openableSteps,
  openTaskStatus,
  type RouteStep,
  shanghaiDateOf,
  shanghaiToday,
  stepsBefore,
  type StepState,
  type TaskStatus,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case, EventInput } from '../cases/index.js';
import { departmentDoing, Organisation, UnitUnknown } from '../organisation/index.js';
import type { CommandTx } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';
import { opening, taskOf } from './task-opening.js';
import { TaskStore } from './task-store.js';

/** Art 44: the licence is delivered within ten working days of the decision. */
const ISSUE_LIMIT = 10;
export const ISSUE_STEP = 'issue';
/** A reroute's step key names the step that was refused. */
export const REROUTE_PREFIX = 'reroute.';
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
  ) {}

  /**
   * Creates the tasks of the route at acceptance: first steps in their pools, later ones waiting. The caller has set the case's dates.
   * @returns the events that tell which steps opened
   */
  async start(tx: CommandTx, row: Case, definition: ItemDefinition): Promise<EventInput[]> {
    const subject = subjectOf(row);
    const openable = new Set(openableSteps(definition.route, [], subject).map((step) => step.key));
    const calendar = await this.calendars.current();
    // R5.1: a step whose condition is not met is passed over; a task of it would wait for ever and hold the decision up.
    const steps = definition.route.steps.filter((step) => evaluate(step.when, subject));
    const tasks = await Promise.all(steps.map((step) => this.newTask(tx, row, step, 1, openable.has(step.key), calendar)));
    await this.tasks.insert(tx, tasks);
    return tasks.filter((task) => task.status === 'pooled').map(opened);
  }

  /**
   * Opens the steps that can begin now that a task has passed (R5.1, R5.8). `all` is every task of the case, changed in place.
   * @param silentSince the law's day of a silence that is written down now (R5.2): clocks start as if no worker had ever been late
   */
  async advance(tx: CommandTx, row: Case, definition: ItemDefinition, all: ReviewTask[], silentSince?: IsoDate): Promise<EventInput[]> {
    const steps = new Map(definition.route.steps.map((step) => [step.key, step]));
    const events: EventInput[] = [];
    const calendar = await this.calendars.current();
    for (const { key, round } of openableSteps(definition.route, statesOf(all), subjectOf(row))) {
      const waiting = all.find((task) => task.stepKey === key && task.round === round && task.status === 'waiting');
      const step = steps.get(key);
      const from = silentSince && openingDay(definition.route, key, all, silentSince);
      if (waiting) {
        await this.tasks.save(tx, waiting, { status: openTaskStatus(waiting.status), ...opening(waiting, row, tx.now, calendar, from) });
        events.push(opened(waiting));
      } else if (step) {
        const task = await this.newTask(tx, row, step, round, true, calendar, from);
        await this.tasks.insert(tx, [task]);
        all.push(task);
        events.push(opened(task));
      }
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
    Object.assign(task, opening(task, { statutoryDue: null, promisedDue: null, halts: null }, tx.now, calendar));
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
      key: `${REROUTE_PREFIX}${refused.stepKey}`,
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

  /** R5.8: the next round of one step, in its pool. `keepsClockOf` carries a refused step's clock over (R1.5); a new round restarts it. */
  async openRound(
    tx: CommandTx,
    row: Case,
    step: RouteStep,
    round: number,
    elsewhere?: { departmentId: string; keepsClockOf: ReviewTask },
  ): Promise<EventInput> {
    const task = await this.newTask(tx, row, step, round, true, await this.calendars.current());
    if (elsewhere) {
      const { stepStartedOn, stepDue, stepProvisional, nearestDue: nearest } = elsewhere.keepsClockOf;
      Object.assign(task, { departmentId: elsewhere.departmentId, stepStartedOn, stepDue, stepProvisional, nearestDue: nearest });
    }
    await this.tasks.insert(tx, [task]);
    return opened(task);
  }

  /** Cancels every open task, when the case ends or everything after a step is taken back; questions of a task that ended go with it. */
  async cancelOpen(tx: CommandTx, tasks: readonly ReviewTask[], only?: ReadonlySet<string>): Promise<EventInput[]> {
    const cancelled = await this.cancel(
      tx,
      tasks.filter((task) => isOpen(task.status) && (!only || only.has(task.stepKey))),
    );
    return [...cancelled, ...(await this.cancelUnasked(tx, tasks))];
  }

  /** 协办: cancels the open consultations whose asking task is not open any more: nobody waits for the answer. */
  async cancelUnasked(tx: CommandTx, tasks: readonly ReviewTask[]): Promise<EventInput[]> {
    const isWaitedFor = ({ stepKey }: ReviewTask) => tasks.some((one) => isOpen(one.status) && isAskedBy(stepKey, one.id));
    return await this.cancel(
      tx,
      tasks.filter((task) => isOpen(task.status) && isAskedConsultation(task.stepKey) && !isWaitedFor(task)),
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

  private async newTask(
    tx: CommandTx,
    row: Case,
    step: RouteStep,
    round: number,
    opens: boolean,
    calendar: WorkingCalendar,
    from?: IsoDate,
  ): Promise<ReviewTask> {
    const department = departmentDoing(await this.organisation.snapshot({ departments: [row.departmentId] }, tx), row, step);
    if (!department) throw new UnitUnknown('department', step.departmentCode);
    const task = taskOf(row, { ...step, departmentId: department.id, points: step.points ?? [] }, round, tx.now);
    if (opens) Object.assign(task, { status: openTaskStatus(task.status), ...opening(task, row, tx.now, calendar, from) });
    return task;
  }
}

/** What conditions of the route look at. */
export function subjectOf(row: Pick<Case, 'answers' | 'form'>): ConditionSubject {
  return { answers: row.answers, form: row.form };
}

/** The tasks as the route sees them; 出证 and reroutes are not steps of the item's route. */
export function statesOf(all: readonly ReviewTask[]): StepState[] {
  return all
    .filter((task) => task.kind !== 'issue' && task.kind !== 'reroute')
    .map(({ stepKey, round, status }) => ({ stepKey, round, status }));
}

/** R5.2: when silence passed on the law's day, a step begins on the day on which the last of what it waits for has passed. */
function openingDay(route: ItemDefinition['route'], key: string, all: readonly ReviewTask[], silentSince: IsoDate): IsoDate {
  const before = new Set(stepsBefore(route, key));
  const passed = all.filter((task) => before.has(task.stepKey) && isTaskPassed(task.status));
  return passed.reduce((latest, { doneAt }) => laterOf(latest, doneAt ? shanghaiDateOf(doneAt) : latest), silentSince);
}

function isOpen(status: TaskStatus): boolean {
  return status === 'waiting' || status === 'pooled' || status === 'claimed';
}

function opened(task: ReviewTask): EventInput {
  return {
    action: 'task.open',
    taskId: task.id,
    data: { step: task.stepKey, stepName: task.stepName, round: task.round, due: task.stepDue },
  };
}
