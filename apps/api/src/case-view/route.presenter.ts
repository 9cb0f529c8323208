import type { RouteStepView } from '@onewindow/contracts';
import {
  actingName,
  currentRounds,
  endsBySilence,
  evaluate,
  expandRoute,
  isInReview,
  type IsoDate,
  isTaskOpen,
  isTaskPassed,
  partKeys,
  partLabel,
  type RouteStep,
  silenceCountsOn,
} from '@onewindow/domain';
import type { HallCalendar } from '../calendar/index.js';
import { type Case, presentClock } from '../cases/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import { departmentDoing, type OrganisationSnapshot, type StaffRef } from '../organisation/index.js';
import { withAskedSteps } from './asked-steps.js';
import type { TaskRead } from './case-reads.js';

export interface RouteInput {
  row: Pick<Case, 'answers' | 'form' | 'departmentId' | 'placeCode' | 'status' | 'halts'>;
  version: KnownVersion;
  tasks: readonly TaskRead[];
  organisation: OrganisationSnapshot;
  staff: ReadonlyMap<string, StaffRef>;
  today: IsoDate;
  calendar: HallCalendar;
}

/** The route with where the case is: of each step the task of its latest round, else whether it will come or is passed over (R5.1). */
export function presentRoute({ row, version, tasks, organisation, staff, today, calendar }: RouteInput): RouteStepView[] {
  const subject = { answers: row.answers, form: row.form };
  // A return opened a new round: what counted before it is history, and its steps are to come again (R5.8).
  const rounds = currentRounds(expandRoute(version.definition.route), tasks, subject);
  const isHistory = (task: TaskRead): boolean =>
    isInReview(row.status) && (task.status === 'cancelled' || task.round < (rounds.get(task.stepKey) ?? 1));
  const lead = organisation.departmentRef(row.departmentId);
  const { route } = version.definition;
  const end = (task: TaskRead): Pick<RouteStepView, 'holder' | 'outcome' | 'clock' | 'silenceOn' | 'finishedAt' | 'since'> => {
    const isOpen = isTaskOpen(task.status);
    const clock = { start: task.stepStartedOn, due: task.stepDue, provisional: task.stepProvisional, pauses: row.halts };
    return {
      holder: whoDid(task, staff),
      outcome: task.outcome,
      clock: isOpen ? presentClock(clock, today, calendar) : null,
      silenceOn: isOpen && task.stepDue !== null && endsBySilence(route, task.stepKey) ? silenceCountsOn(task.stepDue) : null,
      finishedAt: task.doneAt?.toISOString() ?? null,
      since: isOpen ? ((task.claimedAt ?? task.pooledAt)?.toISOString() ?? null) : null,
    };
  };
  // Rounds come in order, so the last one is the current.
  const currentOf = (key: string): TaskRead | undefined => {
    const latest = tasks.findLast((one) => one.stepKey === key);
    return latest && !isHistory(latest) ? latest : undefined;
  };
  // R5.3: a reroute counts a round as well, and nobody did anything twice by it.
  const isAgain = ({ stepKey, round }: TaskRead): boolean =>
    tasks.some((one) => one.stepKey === stepKey && one.round < round && one.pooledAt !== null && one.status !== 'refused');
  const partsOf = (step: RouteStep): RouteStepView['parts'] =>
    partKeys(step).map((key) => {
      const task = currentOf(key);
      const { holder = null, finishedAt = null } = task ? end(task) : {};
      return { label: partLabel(key), status: task?.status ?? 'future', taskId: task?.id ?? null, holder, finishedAt };
    });
  const steps = route.steps.map((step): RouteStepView => {
    // Of several parts the one that is at work, or the last that was done, stands for the step.
    const keys = partKeys(step);
    const own = keys.flatMap((key) => currentOf(key) ?? []);
    const task = own.find(({ status }) => !isTaskPassed(status)) ?? own.at(-1);
    const planned = departmentDoing(organisation, row, step);
    const departmentId = task?.departmentId ?? planned?.id;
    return {
      key: step.key,
      name: step.name,
      kind: step.kind,
      department: departmentId === undefined ? lead : organisation.departmentRef(departmentId),
      after: [...step.after],
      status: task?.status ?? (evaluate(step.when, subject) ? 'future' : 'skipped'),
      taskId: task?.id ?? null,
      ...(task ? end(task) : { holder: null, outcome: null, clock: null, finishedAt: null }),
      ...(task && isAgain(task) ? { round: task.round } : {}),
      ...(keys.length > 1 ? { parts: partsOf(step) } : {}),
    };
  });
  return withAskedSteps(steps, tasks, (task, after) => ({
    key: task.stepKey,
    name: '协办',
    kind: 'consultation',
    department: organisation.departmentRef(task.departmentId),
    after,
    status: task.status,
    taskId: task.id,
    ...end(task),
  }));
}

/** Whose the task is or was; 周明（林晓代） where a delegate completed it in that one's name. */
function whoDid({ holderId, completedBy }: TaskRead, staff: ReadonlyMap<string, StaffRef>): StaffRef | null {
  const holder = holderId === null ? undefined : staff.get(holderId);
  const doer = completedBy === null || completedBy === holderId ? undefined : staff.get(completedBy);
  return holder && doer ? { ...holder, name: actingName(holder.name, doer.name) } : (holder ?? null);
}
