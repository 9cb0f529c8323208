import type { TaskDetail } from '@onewindow/contracts';
import { assignmentProblem, type Role } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { CaseView } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type Actor, Database, sql } from '../platform/index.js';
import { type Receiver, RECEIVER_COLUMNS } from './hand-task.js';
import { TASKS_OF_CASE } from './task-columns.js';
import { TaskPresenter } from './task.presenter.js';
import { WorkActions } from './work-actions.js';
import { deskOf, type LockedTask, TaskStore } from './task-store.js';

const LATEST_EVENTS = 20;
const COLLEAGUES = sql<Receiver & { load: number }>(
  `SELECT ${RECEIVER_COLUMNS}, (SELECT count(*)::int FROM review_task t WHERE t.holder_id = s.id AND t.status = 'claimed') AS load
   FROM staff s WHERE s.department_id = $1 AND s.active AND $2 = ANY(s.roles) ORDER BY load, s.staff_no`,
);

/** The open task: everything that stands beside the list. */
@Injectable()
export class TaskDetails {
  constructor(
    private readonly database: Database,
    private readonly tasks: TaskStore,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
    private readonly presenter: TaskPresenter,
    private readonly versions: ItemVersions,
    private readonly workActions: WorkActions,
  ) {}

  async get(actor: Actor, id: string): Promise<TaskDetail> {
    const task = await this.tasks.get(actor, id);
    const row = await this.cases.get(actor, task.caseId);
    const [all, ownConflict, detail, events, { definition }] = await Promise.all([
      this.database.query(TASKS_OF_CASE, [row.id]),
      this.tasks.conflictOf(this.database, actor.identityIndex, row),
      this.view.present(this.database, row, actor),
      this.view.events(this.database, row, actor),
      this.versions.get(row.itemVersionId),
    ]);
    const locked: LockedTask = { row, task, all, ownConflict };
    const { actions: caseActions, ...caseDetail } = detail;
    return {
      ...(await this.presenter.row(actor, locked)),
      round: task.round,
      points: task.points,
      opinion: task.opinion,
      outcome: task.outcome,
      draftSavedAt: task.draftSavedAt?.toISOString() ?? null,
      case: caseDetail,
      caseActions,
      workActions: await this.workActions.of(actor, { ...locked, definition }),
      form: detail.form,
      materials: detail.materials,
      events: events.slice(-LATEST_EVENTS),
      eventCount: row.eventCount,
    };
  }

  /** Who could take the task over, least loaded first, each with what speaks against it. */
  async colleagues(actor: Actor, id: string) {
    const task = await this.tasks.get(actor, id);
    const role: Role = task.role;
    const [row, found] = await Promise.all([
      this.cases.get(actor, task.caseId),
      this.database.query(COLLEAGUES, [task.departmentId, role]),
    ]);
    const isInConflict = await this.tasks.conflictTest(this.database, row);
    const items = found.map((person) => {
      const problem = assignmentProblem({ target: person, task: deskOf(task), targetConflict: isInConflict(person.identityIndex) });
      return { id: person.id, name: person.name, staffNo: person.staffNo, load: person.load, problem: problem?.reason ?? null };
    });
    return { items };
  }
}
