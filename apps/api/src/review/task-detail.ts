import type { TaskDetail } from '@onewindow/contracts';
import { assignmentProblem, nobodyReason, type Role, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, CaseStore } from '../cases/index.js';
import { type CaseReads, CaseView, hasOwnConflict, readBeside, readCase } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import type { StandingPrincipal } from '../delegation/index.js';
import { type Actor, Clock, Database, hasRole, LookUps, sql } from '../platform/index.js';
import { type Receiver, receiverColumns } from './hand-task.js';
import { partConflictOf } from './step-parts.js';
import { TASKS_OF_CASE } from './task-columns.js';
import { TaskPresenter } from './task.presenter.js';
import { WorkActions } from './work-actions.js';
import { deskOf, type LockedTask, TaskStore } from './task-store.js';

const LATEST_EVENTS = 20;
const COLLEAGUES = sql<Receiver & { load: number }>(
  `SELECT ${receiverColumns('$3')}, (SELECT count(*)::int FROM review_task t WHERE t.holder_id = s.id AND t.status = 'claimed') AS load
   FROM staff s WHERE s.department_id = $1 AND s.active AND $2 = ANY(s.roles) ORDER BY load, s.staff_no`,
);

/** The open task: everything that stands beside the list. */
@Injectable()
export class TaskDetails {
  constructor(
    private readonly database: Database,
    private readonly lookUps: LookUps,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
    private readonly presenter: TaskPresenter,
    private readonly versions: ItemVersions,
    private readonly workActions: WorkActions,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, id: string): Promise<TaskDetail> {
    const reader = this.lookUps;
    const { task, all, calendar } = await this.tasks.getAmongAll(reader, actor, id);
    const { caseId } = task;
    const [row, principal, beside, events] = await Promise.all([
      this.cases.get(actor, caseId, reader),
      this.tasks.principalOn(reader, actor, task),
      readBeside(reader, caseId),
      this.view.latestEvents(reader, { id: caseId }, LATEST_EVENTS),
    ]);
    const [reads, { definition }] = await Promise.all([
      readCase(reader, row, { tasks: all, ...beside }),
      this.versions.get(row.itemVersionId),
    ]);
    // R5.6: neither the one who acts nor the one in whose name.
    const ownConflict = [actor, ...(principal ? [principal] : [])].some((one) => hasOwnConflict(one, row, reads.applicant));
    const locked: LockedTask = { row, task, all, ownConflict, route: definition.route, calendar, principal };
    const [detail, workActions] = await Promise.all([
      this.view.present(reader, row, actor, reads),
      this.workActions.of(actor, { ...locked, definition }),
    ]);
    const { actions: ownActions, ...caseDetail } = detail;
    const caseActions = [...ownActions, ...(principal ? await this.lentActions(actor, row, principal, reads) : [])];
    return {
      ...(await this.presenter.row(actor, locked)),
      round: task.round,
      points: task.points,
      opinion: task.opinion,
      outcome: task.outcome,
      draftSavedAt: task.draftSavedAt?.toISOString() ?? null,
      case: caseDetail,
      caseActions,
      actingFor: principal && { id: principal.id, name: principal.name },
      workActions,
      form: detail.form,
      materials: detail.materials,
      events,
      eventCount: row.eventCount,
    };
  }

  /** 代理授权: what the actor may do with the case in the principal's name, beyond their own right: the decision alone. */
  private async lentActions(actor: Actor, row: Case, { roles }: StandingPrincipal, reads: CaseReads): Promise<TaskDetail['caseActions']> {
    const extra = roles.filter((role) => !hasRole(actor, role));
    if (extra.length === 0) return [];
    const { actions } = await this.view.present(this.database, row, { ...actor, roles: [...actor.roles, ...extra] }, reads);
    return actions.filter(({ action }) => action === 'decide');
  }

  /** Who could take the task over, least loaded first, each with what speaks against it. */
  async colleagues(actor: Actor, id: string) {
    const task = await this.tasks.get(actor, id);
    const role: Role = task.role;
    const [row, found] = await Promise.all([
      this.cases.get(actor, task.caseId),
      this.database.query(COLLEAGUES, [task.departmentId, role, shanghaiToday(this.clock.now())]),
    ]);
    const [isInConflict, all, { definition }] = await Promise.all([
      this.tasks.conflictTest(this.database, row),
      this.database.query(TASKS_OF_CASE, [row.id]),
      this.versions.get(row.itemVersionId),
    ]);
    const items = found.map((person) => {
      const targetConflict = isInConflict(person.identityIndex);
      const apart = partConflictOf({ row, all, task, route: definition.route }, person);
      const problem = assignmentProblem({
        target: person,
        task: deskOf(task),
        targetConflict,
        partConflict: apart,
        targetLeave: person.leave,
      });
      return { id: person.id, name: person.name, staffNo: person.staffNo, load: person.load, problem: problem?.reason ?? null };
    });
    return { items, nobody: nobodyReason(items.map(({ problem }) => problem)) };
  }
}
