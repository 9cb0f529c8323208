import type { ReassignPreview as Presented } from '@onewindow/contracts';
import { assignmentProblem, isInPool } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { deskOf } from '../review/index.js';
import { type DepartmentRef, departmentRefOf } from './department-refs.js';
import type { LoadedOfficer } from './reassign-facts.js';
import { ReassignPlanner, type ReassignmentPlan, type ReassignTarget } from './reassign-planner.js';

type Group = Presented['departments'][number];

/** 改派前: the effect on each officer's load, and what stays where it is. */
@Injectable()
export class ReassignPreview {
  constructor(
    private readonly database: Database,
    private readonly planner: ReassignPlanner,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, target: ReassignTarget): Promise<Presented> {
    const asOf = this.clock.now().toISOString();
    return await this.present(await this.planner.plan(this.database, actor, target), target.strategy, asOf);
  }

  private async present(plan: ReassignmentPlan, strategy: ReassignTarget['strategy'], asOf: string): Promise<Presented> {
    const departments = await Promise.all(departmentIdsOf(plan).map((id) => departmentRefOf(this.organisation, id)));
    return {
      asOf,
      moving: plan.assigned.size,
      departments: groupsOf(plan, departments),
      excluded: plan.tasks.flatMap(({ id, caseNo, title }) => {
        const refusal = plan.refused.get(id);
        return refusal ? [{ taskId: id, caseNo, title, reason: refusal.reason }] : [];
      }),
      notTaking: strategy === 'one' ? [] : notTaking(plan),
    };
  }
}

/** Departments of the tasks that move, in the order of the tasks. */
function departmentIdsOf({ tasks, assigned }: ReassignmentPlan): string[] {
  return [...new Set(tasks.filter(({ id }) => assigned.has(id)).map(({ departmentId }) => departmentId))];
}

/** Departments of the tasks in the order of their codes, each with those who give or take. An officer stands in one of them alone. */
function groupsOf(plan: ReassignmentPlan, departments: readonly DepartmentRef[]): Group[] {
  const ids = departments.map(({ id }) => id);
  const sorted = [...departments].sort((a, b) => (a.code < b.code ? -1 : 1));
  return sorted.map((department) => {
    const officers = membersOf(department.id, ids, plan).map((officer) => {
      const after = plan.loads.get(officer.id) ?? officer.load;
      return { staff: refOf(officer), before: officer.load, delta: after - officer.load, after };
    });
    const taking = officers.filter(({ staff }) => plan.takers.has(staff.id));
    return {
      department,
      moving: plan.tasks.filter(({ id, departmentId }) => departmentId === department.id && plan.assigned.has(id)).length,
      average: taking.length === 0 ? 0 : Math.round((taking.reduce((sum, { after }) => sum + after, 0) / taking.length) * 10) / 10,
      officers: officers.sort((a, b) => b.before - a.before || (a.staff.staffNo < b.staff.staffNo ? -1 : 1)),
    };
  });
}

/** The officers of a group; someone of another department (a clerk who reroutes, a holder who has moved on) stands where their task lies. */
function membersOf(departmentId: string, groups: readonly string[], plan: ReassignmentPlan): LoadedOfficer[] {
  return plan.officers.filter((officer) => {
    const touched = plan.tasks.find(
      ({ id, holderId }) => plan.assigned.has(id) && (holderId === officer.id || plan.assigned.get(id) === officer.id),
    );
    if (!touched && !plan.takers.has(officer.id)) return false;
    const own = officer.departmentId !== null && groups.includes(officer.departmentId);
    return departmentId === (own ? officer.departmentId : (touched?.departmentId ?? groups[0]));
  });
}

const NOT_TAKING: Partial<Record<string, string>> = {
  'task.target-inactive': '已停用',
  'task.target-is-holder': '所选办件在其名下',
  'task.target-outside': '没有所选环节的审批角色',
  'task.target-recusal': '是申请人或代理人，须回避',
  'task.target-on-leave': '不在岗，有人代办',
};

/** People of the pools concerned who take none of the tasks. */
function notTaking({ tasks, refused, officers, takers }: ReassignmentPlan): Presented['notTaking'] {
  // What is refused for want of a receiver counts here: its people are just those who can't take it.
  const asked = tasks.filter(({ id }) => refused.get(id)?.code === undefined || refused.get(id)?.code === 'task.no-receiver');
  return officers.flatMap((officer) => {
    if (takers.has(officer.id)) return [];
    const task = asked.find((one) => isInPool(officer, deskOf(one)));
    if (!task) return [];
    const given = { target: officer, task: deskOf(task), targetLeave: officer.leave };
    // In their pool, and yet not a taker: by elimination it is recusal when the rule without it has no objection.
    const problem = assignmentProblem({ ...given, targetConflict: false }) ?? assignmentProblem({ ...given, targetConflict: true });
    return problem ? [{ staff: refOf(officer), reason: NOT_TAKING[problem.code] ?? problem.reason }] : [];
  });
}

function refOf({ id, name, staffNo }: LoadedOfficer): { id: string; name: string; staffNo: string } {
  return { id, name, staffNo };
}
