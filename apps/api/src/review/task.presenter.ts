import type { TaskRow } from '@onewindow/contracts';
import { type ActionOffer, light, principalFor, shanghaiToday, stalledDays, type TaskAction, taskActionsFor } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { presentPause, type StoredHalt } from '../cases/index.js';
import { Organisation, type OrganisationSnapshot } from '../organisation/index.js';
import type { StandingPrincipal } from '../delegation/index.js';
import { type Actor, Clock } from '../platform/index.js';
import type { CaseOfTask, DeskTask, ListedTask, ShownTask } from './listed-task.js';
import { PageMemory } from './page-memory.js';
import { PartsOfPage } from './parts-of-page.js';
import { deskOf, type LockedTask, officerOf, TaskStore, taskInput } from './task-store.js';

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
    private readonly parts: PartsOfPage,
  ) {}

  /** Rows of a list. @param principals for whom the actor stands in, where the list shows their work */
  async rows(actor: Actor, listed: readonly (ListedTask | DeskTask)[], principals: readonly StandingPrincipal[] = []): Promise<TaskRow[]> {
    const page = new PageMemory(shanghaiToday(this.clock.now()), await this.calendars.current());
    const organisation = await this.organisation.snapshot({ departments: listed.map(({ departmentId }) => departmentId) });
    const officer = officerOf(actor);
    const apart = await this.parts.testFor(actor, listed);
    return listed.map((task) => {
      const caseIsAccepted = task.caseStatus === (task.kind === 'issue' ? 'decided' : 'accepted');
      const principal = principals.length === 0 ? null : principalFor(officer, principals, { ...deskOf(task), status: task.status });
      const partConflict = apart(task, officer) ?? (principal ? apart(task, principal) : null);
      const facts = { caseIsAccepted, laterWorkBegun: false, hasEarlierStep: true, ownConflict: task.ownConflict, partConflict };
      const input = taskInput(actor, task, facts, page.today);
      const actions = page.actions({ ...input, principal }, () => taskActionsFor({ ...input, principal }, LIST_ACTIONS));
      return present(task, task, actions, organisation, page);
    });
  }

  /** The task of a command or of the open screen, with every action. */
  async row(actor: Actor, locked: LockedTask): Promise<TaskRow> {
    const { task, row } = locked;
    const now = this.clock.now();
    const page = new PageMemory(shanghaiToday(now), await this.calendars.current());
    const organisation = await this.organisation.snapshot({ departments: [task.departmentId] });
    return present(task, row, this.tasks.actions(actor, locked, now), organisation, page);
  }
}

function present(
  task: ShownTask,
  dates: Pick<CaseOfTask, 'acceptedOn' | 'statutoryProvisional' | 'promisedProvisional' | 'halts'>,
  actions: readonly ActionOffer<TaskAction>[],
  organisation: OrganisationSnapshot,
  page: PageMemory,
): TaskRow {
  const { today, calendar } = page;
  const { acceptedOn: start, halts: pauses } = dates;
  const { statutoryDue, promisedDue, stepDue, stepStartedOn, stepProvisional } = task;
  const clocks = {
    statutory: page.clock({ start, due: statutoryDue, provisional: dates.statutoryProvisional, pauses }),
    promised: page.clock({ start, due: promisedDue, provisional: dates.promisedProvisional, pauses }),
    step: page.clock({ start: stepStartedOn, due: stepDue, provisional: stepProvisional, pauses }),
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
    department: organisation.departmentRef(task.departmentId),
    holder: task.holderId ? { id: task.holderId, name: task.holderName ?? '', staffNo: task.holderNo ?? '' } : null,
    pooledAt: task.pooledAt?.toISOString() ?? null,
    claimedAt: task.claimedAt?.toISOString() ?? null,
    clocks,
    light: task.paused ? 'paused' : light(remainings, calendar.lights),
    paused: task.paused ? presentPause(pauses, today, calendar) : null,
    stalledDays: task.idleSince === null ? 0 : stalledDays({ since: task.idleSince, today, pauses: unsettled(pauses), calendar }),
    version: task.version,
    actions: [...actions],
  };
}

/** R5.7: the pauses that the stored idle day does not know of yet. */
function unsettled(halts: readonly StoredHalt[] | null): readonly StoredHalt[] {
  return halts?.filter((halt) => halt.settled === undefined) ?? [];
}
