import { type ItemDefinition, topicOf } from '@onewindow/contracts';
import {
  DELEGABLE_ROLES,
  expandRoute,
  isAskedBy,
  isAskedConsultation,
  isInReview,
  type IsoDate,
  isTaskHeld,
  isTaskOpen,
  isTaskPassed,
  type Officer,
  openConsultations,
  planRetrieve,
  principalFor,
  publicNoticeProblem,
  requireTaskAction,
  returnTargets,
  type RouteDefinition,
  shanghaiToday,
  stepKeyOf,
  type TaskAction,
  type TaskActionInput,
  taskActionsFor,
  type TaskDesk,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { type Case, CaseStore, districtOf } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { Delegations, type StandingPrincipal } from '../delegation/index.js';
import { type Actor, type CommandTx, Database, hasRole } from '../platform/index.js';
import type { ReviewTask } from './review-task.entity.js';
import { conflicts, IDENTITIES, IDENTITIES_OF_CASE, IDENTITIES_OF_TASK } from './case-identities.js';
import { statesOf, subjectOf } from './route-states.js';
import { answerDue, isSilenceCounted } from './consultation-time.js';
import { isUntouched, unbegun } from './untouched-work.js';
import { partConflictOf } from './step-parts.js';
import {
  FIND_TASK,
  insertTasksStatement,
  TASK_COLUMNS,
  TASKS_BESIDE,
  TASKS_OF_CASE,
  type TaskWithHolder,
  taskValue,
  updateTaskStatement,
} from './task-columns.js';
import { TaskChanged, TaskNotFound } from './task-problems.js';

const rowOf = (task: Pick<ReviewTask, 'id'>): string => `task:${task.id}`;

/** A task with its case locked, and all that the rules ask about. */
export interface LockedTask {
  row: Case;
  task: TaskWithHolder;
  /** Every task of the case, this one included. */
  all: TaskWithHolder[];
  ownConflict: boolean;
  /** As the item version writes it. */
  route: RouteDefinition;
  calendar: WorkingCalendar;
  /** 代理授权: in whose name the actor may act here where their own does not reach. */
  principal?: StandingPrincipal | null;
}

/** A locked case with its tasks, for what is done to the case itself. */
export interface LockedCase extends Omit<LockedTask, 'task' | 'principal'> {
  definition: ItemDefinition;
  applicantKind: 'natural' | 'legal';
}

/** Reads and saves tasks. A task changes only while its case is locked, so a case has one order of events and no deadlock. */
@Injectable()
export class TaskStore {
  constructor(
    private readonly cases: CaseStore,
    private readonly database: Database,
    private readonly delegations: Delegations,
    private readonly calendars: WorkingCalendars,
    private readonly versions: ItemVersions,
  ) {}

  /** A task that lies or lay with the actor's department, or in the supervisor's district. @throws TaskNotFound */
  async get(actor: Actor, id: string): Promise<TaskWithHolder> {
    const [task] = await this.database.query(FIND_TASK, [id]);
    if (!task || !isInReach(actor, task)) throw new TaskNotFound();
    return task;
  }

  /** The same with all tasks of its case. @throws TaskNotFound */
  async getAmongAll(reader: Pick<CommandTx, 'query'>, actor: Actor, id: string): Promise<Pick<LockedTask, 'task' | 'all' | 'calendar'>> {
    const [all, calendar] = await Promise.all([reader.query(TASKS_BESIDE, [id]), this.calendars.current()]);
    const task = all.find((one) => one.id === id);
    if (!task || !isInReach(actor, task)) throw new TaskNotFound();
    return { task, all, calendar };
  }

  /** Locks the case of a task and reads all its tasks. @throws TaskNotFound, TaskChanged */
  async lock(tx: CommandTx, actor: Actor, id: string, expectedVersion?: number): Promise<LockedTask> {
    // On their way at once; the server answers one after the other, so what follows the lock sees what it waited for.
    const [row, all, [identities]] = await Promise.all([
      this.cases.lockOfTask(tx, id),
      tx.query(TASKS_BESIDE, [id]),
      tx.query(IDENTITIES_OF_TASK, [id]),
    ]);
    const task = all.find((one) => one.id === id);
    if (!row || !task || !isInReach(actor, task)) throw new TaskNotFound();
    if (expectedVersion !== undefined && expectedVersion !== task.version) {
      throw new TaskChanged(await this.cases.whoChanged(tx, task.caseId), { expectedVersion, version: task.version });
    }
    const [{ definition }, calendar] = [await this.versions.get(row.itemVersionId, tx), await this.calendars.current()];
    const ownConflict = conflicts(actor.identityIndex, row, identities);
    const locked = { row, task, all, ownConflict, route: definition.route, calendar };
    return await this.withPrincipal(tx, actor, locked);
  }

  /** Adds for whom the actor stands in on this task. Asks the database only where the task is neither the actor's nor offered to the actor's role. */
  async withPrincipal(reader: Pick<CommandTx, 'query'>, actor: Actor, locked: LockedTask): Promise<LockedTask> {
    const principal = await this.principalOn(reader, actor, locked.task);
    if (principal === null) return locked;
    const ownConflict = locked.ownConflict || (await this.conflictOf(reader, principal.identityIndex, locked.row));
    this.cases.workInNameOf(locked.row, principal.name);
    return { ...locked, ownConflict, principal };
  }

  /** For whom the actor would work this task; null: in the actor's own name, or not at all. */
  async principalOn(reader: Pick<CommandTx, 'query'>, actor: Actor, task: ReviewTask): Promise<StandingPrincipal | null> {
    const isOwn = task.holderId === actor.staffId || (task.holderId === null && hasRole(actor, task.role));
    if (isOwn || !hasRole(actor, ...DELEGABLE_ROLES) || actor.departmentId !== task.departmentId) return null;
    const principals = await this.delegations.principalsOf(reader, actor, this.calendars.today());
    return principalFor(officerOf(actor), principals, { ...deskOf(task), status: task.status });
  }

  /** Locks a case and reads all its tasks, in one packet. @throws CaseNotFound, CaseChanged */
  async lockCase(tx: CommandTx, actor: Actor, caseId: string, expectedVersion?: number): Promise<LockedCase> {
    const [row, all, [identities]] = await Promise.all([
      this.cases.lock(tx, actor, caseId, expectedVersion),
      tx.query(TASKS_OF_CASE, [caseId]),
      tx.query(IDENTITIES_OF_CASE, [caseId]),
    ]);
    const [{ definition }, calendar] = [await this.versions.get(row.itemVersionId, tx), await this.calendars.current()];
    const ownConflict = conflicts(actor.identityIndex, row, identities);
    return { row, all, ownConflict, route: definition.route, calendar, definition, applicantKind: identities?.kind ?? 'natural' };
  }

  /** Is this officer applicant or agent of the case (R5.6)? */
  async conflictOf(
    tx: Pick<CommandTx, 'query'>,
    identityIndex: string | null,
    row: Pick<Case, 'applicantId' | 'agentIdentityIndex'>,
  ): Promise<boolean> {
    return (await this.conflictTest(tx, row))(identityIndex);
  }

  /** The same question for any number of officers, with one look at the applicant. */
  async conflictTest(
    tx: Pick<CommandTx, 'query'>,
    row: Pick<Case, 'applicantId' | 'agentIdentityIndex'>,
  ): Promise<(identityIndex: string | null) => boolean> {
    const [identities] = await tx.query(IDENTITIES, [row.applicantId]);
    return (identityIndex) => conflicts(identityIndex, row, identities);
  }

  /** Writes new tasks in one statement. */
  async insert(tx: CommandTx, tasks: readonly ReviewTask[]): Promise<void> {
    if (tasks.length === 0) return;
    tx.write(
      insertTasksStatement(tasks.length),
      tasks.flatMap((task) => TASK_COLUMNS.map((p) => taskValue(task, p))),
      tasks.map(rowOf),
    );
    for (const task of tasks) {
      if (task.status !== 'waiting') tx.touch(topicOf.department(task.departmentId));
      if (task.holderId) tx.touch(topicOf.staff(task.holderId));
    }
  }

  /** Saves changes of a task, raises its version, and tells the department and both holders. */
  async save(tx: CommandTx, task: ReviewTask, changes: Partial<ReviewTask>): Promise<void> {
    if (task.holderId) tx.touch(topicOf.staff(task.holderId));
    Object.assign(task, changes, { version: task.version + 1 });
    if (task.holderId) tx.touch(topicOf.staff(task.holderId));
    tx.touch(topicOf.department(task.departmentId));
    const properties = [...(Object.keys(changes) as (keyof ReviewTask)[]).sort(), 'version' as const];
    tx.write(updateTaskStatement(properties), [task.id, ...properties.map((p) => taskValue(task, p))], [rowOf(task)]);
  }

  /** R11 `retrieve`: the officer whom the system gave the task works on it: from now on it is not taken back from under them. */
  async begin(tx: CommandTx, task: ReviewTask): Promise<void> {
    if (isUntouched(task)) await this.save(tx, task, { claimedAt: tx.now });
  }

  /** Refuses what R11 does not allow this actor on this task now. */
  require(actor: Actor, action: TaskAction, locked: LockedTask, now: Date): void {
    const input = taskInput(actor, locked.task, factsOf(actor, locked, shanghaiToday(now)), shanghaiToday(now));
    const { principal } = locked;
    // What the actor may do in their own right, they do in their own name.
    const isOwn = !principal || isOwnRight(action, input);
    requireTaskAction(action, isOwn ? input : { ...input, principal });
    if (isOwn) this.cases.workInOwnName(locked.row);
  }

  /** The actions of the actor's roles on this task, each with its reason when it can't be taken. */
  actions(actor: Actor, locked: LockedTask, now: Date): ReturnType<typeof taskActionsFor> {
    const input = taskInput(actor, locked.task, factsOf(actor, locked, shanghaiToday(now)), shanghaiToday(now));
    return taskActionsFor(locked.principal ? { ...input, principal: locked.principal } : input);
  }
}

/** Whose task it would be that the actor works: the principal's, where one stands in; else the actor's own. */
export function inWhoseName(actor: Pick<Actor, 'staffId'>, { principal }: Pick<LockedTask, 'principal'>): string {
  return principal?.id ?? actor.staffId;
}

function isOwnRight(action: TaskAction, input: TaskActionInput): boolean {
  return taskActionsFor(input).some((offer) => offer.action === action && offer.allowed);
}

function isInReach(actor: Actor, task: ReviewTask): boolean {
  if (hasRole(actor, 'supervisor') && task.districtCode === districtOf(actor)) return true;
  if (task.kind === 'reroute') return hasRole(actor, 'clerk') && actor.hallId === task.hallId;
  return hasRole(actor, 'approver', 'chief') && actor.departmentId === task.departmentId;
}

/** What the rules ask of a task, besides its state. */
type TaskOfDesk = Pick<ReviewTask, 'kind' | 'role' | 'departmentId' | 'hallId' | 'districtCode' | 'holderId' | 'completedBy'>;

/** The task as the domain sees it. */
export function deskOf(task: TaskOfDesk): TaskDesk {
  return {
    kind: task.kind,
    role: task.role === 'chief' ? 'chief' : 'approver',
    departmentId: task.kind === 'reroute' ? null : task.departmentId,
    hallId: task.hallId,
    regionCode: task.districtCode,
    holderId: task.holderId,
    completedById: task.completedBy,
  };
}

/** The actor as the domain sees an officer. */
export function officerOf(actor: Pick<Actor, 'staffId' | 'roles' | 'departmentId' | 'hallId' | 'regionCode'>): Officer {
  return { id: actor.staffId, roles: actor.roles, departmentId: actor.departmentId, hallId: actor.hallId, regionCode: actor.regionCode };
}

export function taskInput(
  actor: Actor,
  task: TaskOfDesk & Pick<TaskWithHolder, 'status' | 'claimedAt' | 'holderName'>,
  facts: TaskActionInput['facts'],
  today: IsoDate,
): TaskActionInput {
  const holder =
    task.holderId && task.claimedAt && isTaskHeld(task.status)
      ? { id: task.holderId, name: task.holderName ?? '同事', claimedAt: task.claimedAt.toISOString() }
      : null;
  return { status: task.status, kind: task.kind, actor: officerOf(actor), task: deskOf(task), holder, facts, today };
}

function factsOf(actor: Actor, locked: LockedTask, today: IsoDate): TaskActionInput['facts'] {
  const { row, task, all, ownConflict, principal } = locked;
  const route = expandRoute(locked.route);
  const isDone = task.doneAt !== null && isTaskPassed(task.status);
  return {
    // 出证 follows the decision (art 44): its task moves while the case is decided.
    caseIsAccepted: task.kind === 'issue' ? row.status === 'decided' : isInReview(row.status),
    laterWorkBegun:
      !isInReview(row.status) ||
      isAnswerUsed(task, all) ||
      (isDone && !planRetrieve(route, statesOf(unbegun(all)), subjectOf(row), task).ok),
    answerDaysOver: isDone && isSilenceCounted(task, row.halts, locked.route, today, answerDue(task, row.halts, locked.calendar, today)),
    hasEarlierStep: returnTargets(route, task.stepKey, subjectOf(row)).length > 0,
    ownConflict,
    openConsultations: openConsultations(all, task.id).length,
    hindrance: publicNoticeProblem(
      locked.route.steps.find(({ key }) => key === task.stepKey),
      row.halts,
      task.stepStartedOn,
    ),
    isLaterPart: stepKeyOf(task.stepKey) !== task.stepKey,
    partConflict:
      partConflictOf(locked, { id: actor.staffId, roles: actor.roles }) ?? (principal ? partConflictOf(locked, principal) : null),
  };
}

/** 协办: who asked has gone on with the answer; it can't be taken back any more. */
function isAnswerUsed(task: ReviewTask, all: readonly ReviewTask[]): boolean {
  if (!isAskedConsultation(task.stepKey)) return false;
  return !all.some((other) => isAskedBy(task.stepKey, other.id) && isTaskOpen(other.status));
}
