import type { TaskRow } from '@onewindow/contracts';
import {
  type ActionOffer,
  light,
  principalFor,
  shanghaiToday,
  stalledDays,
  type TaskAction,
  taskActionsFor,
  type WorkingCalendar,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { presentClock, presentPause, type StoredHalt } from '../cases/index.js';
import { Organisation } from '../organisation/index.js';
import type { StandingPrincipal } from '../delegation/index.js';
import { type Actor, Clock } from '../platform/index.js';
import type { TaskWithHolder } from './task-columns.js';
import { deskOf, type LockedTask, officerOf, TaskStore, taskInput } from './task-store.js';

/** A task of a list, with what of its case the rules need. */
export interface ListedTask extends TaskWithHolder {
  caseStatus: string;
  /** Day from which the case's clocks run. */
  acceptedOn: string | null;
  statutoryProvisional: boolean;
  promisedProvisional: boolean;
  halts: StoredHalt[] | null;
  ownConflict: boolean;
}

/** Of a row in a list only these are offered: the others depend on the whole route and stand in the open task. */
const LIST_ACTIONS: ReadonlySet<TaskAction> = new Set(['claim', 'release', 'refuse', 'transfer', 'reassign']);

/** Presents tasks; whitelists every field. */
@Injectable()
export class TaskPresenter {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
    private readonly tasks: TaskStore,
    private readonly clock: Clock,
  ) {}

  /** Rows of a list. @param principals for whom the actor stands in, where the list shows their work */
  async rows(actor: Actor, listed: readonly ListedTask[], principals: readonly StandingPrincipal[] = []): Promise<TaskRow[]> {
    const calendar = await this.calendars.current();
    const today = shanghaiToday(this.clock.now());
    return await Promise.all(
      listed.map((task) => {
        const caseIsAccepted = task.caseStatus === (task.kind === 'issue' ? 'decided' : 'accepted');
        const facts = { caseIsAccepted, laterWorkBegun: false, hasEarlierStep: true, ownConflict: task.ownConflict };
        const principal = principalFor(officerOf(actor), principals, { ...deskOf(task), status: task.status });
        const actions = taskActionsFor({ ...taskInput(actor, task, facts, today), principal }, LIST_ACTIONS);
        return this.present(task, task, calendar, actions);
      }),
    );
  }

  /** The task of a command or of the open screen, with every action. */
  async row(actor: Actor, locked: LockedTask): Promise<TaskRow> {
    const now = this.clock.now();
    return await this.present(locked.task, locked.row, await this.calendars.current(), this.tasks.actions(actor, locked, now));
  }

  private async present(
    task: TaskWithHolder,
    dates: Pick<ListedTask, 'acceptedOn' | 'statutoryProvisional' | 'promisedProvisional' | 'halts'>,
    calendar: WorkingCalendar,
    actions: readonly ActionOffer<TaskAction>[],
  ): Promise<TaskRow> {
    const today = shanghaiToday(this.clock.now());
    const department = await this.organisation.department(task.departmentId);
    const { acceptedOn: start, halts: pauses } = dates;
    const { statutoryDue, promisedDue, stepDue, stepStartedOn, stepProvisional } = task;
    const clocks = {
      statutory: presentClock({ start, due: statutoryDue, provisional: dates.statutoryProvisional, pauses }, today, calendar),
      promised: presentClock({ start, due: promisedDue, provisional: dates.promisedProvisional, pauses }, today, calendar),
      step: presentClock({ start: stepStartedOn, due: stepDue, provisional: stepProvisional, pauses }, today, calendar),
    };
    const remainings = [clocks.statutory, clocks.promised, clocks.step].flatMap((one) => (one ? [one.remaining] : []));
    return {
      id: task.id,
      caseId: task.caseId,
      caseNo: task.caseNo,
      title: task.title,
      itemName: task.itemName,
      stepName: task.stepName,
      kind: task.kind,
      status: task.status,
      department: { id: department.id, code: department.code, name: department.name, shortName: department.shortName },
      holder: task.holderId ? { id: task.holderId, name: task.holderName ?? '', staffNo: task.holderNo ?? '' } : null,
      pooledAt: task.pooledAt?.toISOString() ?? null,
      claimedAt: task.claimedAt?.toISOString() ?? null,
      clocks,
      light: task.paused ? 'paused' : light(remainings),
      paused: task.paused ? presentPause(pauses, today, calendar) : null,
      stalledDays: task.idleSince === null ? 0 : stalledDays({ since: task.idleSince, today, pauses: unsettled(pauses), calendar }),
      version: task.version,
      actions: [...actions],
    };
  }
}

/** R5.7: the pauses that the stored idle day does not know of yet. */
function unsettled(halts: readonly StoredHalt[] | null): readonly StoredHalt[] {
  return halts?.filter((halt) => halt.settled === undefined) ?? [];
}
