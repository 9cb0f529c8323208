import type { endpoints, InputOf } from '@onewindow/contracts';
import { assignmentProblem, mayReview } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { type Actor, Clock, type CommandTx } from '../platform/index.js';
import { deskOf, TaskPresenter } from '../review/index.js';
import { FAILURES } from './batch-failures.js';
import { type ChosenTask, type LoadedOfficer, ReassignFacts } from './reassign-facts.js';
import { partTest } from './part-facts.js';
import { type MovableTask, planBalanced, planFamiliar, type Plan } from './reassign-plan.js';
import { happenedTo } from './task-happenings.js';

export type ReassignTarget = InputOf<typeof endpoints.previewReassign>['body'];

/** Why a task stays where it is. */
export interface Refusal {
  code: string;
  reason: string;
}

interface ChosenWork {
  tasks: readonly ChosenTask[];
  officers: readonly LoadedOfficer[];
  refused: ReadonlyMap<string, Refusal>;
  /** Officers who may take at least one of the tasks. */
  takers: ReadonlySet<string>;
}

/** Who gets what, and what can't be moved. */
export interface ReassignmentPlan extends Plan, ChosenWork {}

/** What could go to whom, and what everybody has in hand now. */
export interface MovableWork extends ChosenWork {
  movable: readonly MovableTask[];
  loads: ReadonlyMap<string, number>;
}

/** Works out a reassignment from the state of this moment; changes nothing. */
@Injectable()
export class ReassignPlanner {
  constructor(
    private readonly facts: ReassignFacts,
    private readonly presenter: TaskPresenter,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /**
   * @param seenAt when the supervisor or chief looked: whatever was given to somebody else since then is left alone
   * @throws TaskNotFound, ReceiverUnfit
   */
  async plan(reader: Pick<CommandTx, 'query'>, actor: Actor, target: ReassignTarget, seenAt?: Date): Promise<ReassignmentPlan> {
    const { strategy } = target;
    const toStaffId = strategy === 'one' ? target.toStaffId : undefined;
    const { movable, loads, ...found } = await this.movable(reader, actor, target.taskIds, { toStaffId, seenAt });
    const { tasks, officers } = found;
    const plan =
      strategy === 'familiar'
        ? planFamiliar({ tasks: movable, loads, concluded: await this.facts.concluded(reader, tasks, officers, this.clock.now()) })
        : planBalanced({ tasks: movable, loads });
    return { ...plan, ...found };
  }

  /**
   * The chosen tasks that can go to others, each with who may take it; of the rest why not.
   * @throws TaskNotFound, ReceiverUnfit
   */
  async movable(
    reader: Pick<CommandTx, 'query'>,
    actor: Actor,
    taskIds: readonly string[],
    { toStaffId, seenAt }: { toStaffId?: string | undefined; seenAt?: Date | undefined } = {},
  ): Promise<MovableWork> {
    const tasks = await this.facts.tasks(reader, actor, taskIds);
    const officers = await this.facts.officers(reader, tasks, toStaffId, this.calendars.today());
    const refused = await this.immovable(reader, actor, tasks, seenAt);
    const partConflict = await partTest(reader, tasks);
    const takers = new Set<string>();
    const movable = tasks
      .filter(({ id }) => !refused.has(id))
      .map((task) => {
        const receivers = toStaffId ? officers.filter(({ id }) => id === toStaffId) : officers;
        const problems = receivers.map((officer) =>
          assignmentProblem({
            target: officer,
            task: deskOf(task),
            targetConflict: conflict(officer, task),
            partConflict: partConflict(task, officer),
            targetLeave: officer.leave,
          }),
        );
        const candidateIds = receivers.flatMap(({ id }, i) => (problems[i] === null ? [id] : []));
        for (const id of candidateIds) takers.add(id);
        if (candidateIds.length === 0) refused.set(task.id, toStaffId && problems[0] ? problems[0] : FAILURES.noReceiver);
        return { id: task.id, itemId: task.itemId, holderId: task.holderId, candidateIds };
      });
    return { tasks, officers, refused, takers, movable, loads: new Map(officers.map(({ id, load }) => [id, load])) };
  }

  /** What has ended, stands still with its case, or went to somebody else since the supervisor looked. */
  private async immovable(
    reader: Pick<CommandTx, 'query'>,
    actor: Actor,
    tasks: readonly ChosenTask[],
    seenAt: Date | undefined,
  ): Promise<Map<string, Refusal>> {
    const rows = await this.presenter.rows(actor, tasks);
    const refused = new Map<string, Refusal>();
    tasks.forEach((task, i) => {
      const offer = rows[i]?.actions.find(({ action }) => action === 'reassign');
      if (!offer?.allowed) refused.set(task.id, { ...FAILURES.notReassignable, ...(offer?.reason ? { reason: offer.reason } : {}) });
      else if (seenAt && task.claimedAt && task.claimedAt > seenAt) refused.set(task.id, FAILURES.holderChanged);
    });
    const words = await happenedTo(reader, [...refused.keys()], this.calendars.today());
    for (const [id, refusal] of refused) refused.set(id, { ...refusal, reason: words.get(id) ?? refusal.reason });
    return refused;
  }
}

function conflict(officer: LoadedOfficer, task: ChosenTask): boolean {
  const { applicantIndex, representativeIndex, agentIdentityIndex: agentIndex } = task;
  return !mayReview({ officerIdentityIndex: officer.identityIndex, applicantIndex, representativeIndex, agentIndex });
}
