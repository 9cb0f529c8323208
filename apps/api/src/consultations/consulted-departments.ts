import type { TaskConsultations } from '@onewindow/contracts';
import { consultationProblem, type ConsultationContext, isTaskStanding, regionContains } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Department, Organisation } from '../organisation/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import type { LockedTask } from '../review/index.js';
import { DepartmentRefused, DepartmentUnknown } from './consultation-problems.js';

/** Where somebody could answer a consultation. */
const STAFFED = sql<{ id: string }>(
  `SELECT DISTINCT department_id AS id FROM staff WHERE active AND department_id IS NOT NULL AND 'approver' = ANY(roles)`,
);

type Reader = Pick<CommandTx, 'query'>;
type Asking = Pick<LockedTask, 'row' | 'task' | 'all'>;

/** Which departments may be asked from a task, and what speaks against the others (R5.2). */
@Injectable()
export class ConsultedDepartments {
  constructor(private readonly organisation: Organisation) {}

  /** Every department in reach, by its code. */
  async offered(reader: Reader, asking: Asking): Promise<TaskConsultations['departments']> {
    const [departments, staffed] = await Promise.all([this.inReach(asking), this.staffed(reader)]);
    const context = contextOf(asking);
    return departments.map(({ id, code, name, shortName }) => {
      const problem = consultationProblem({ id, staffed: staffed.has(id) }, context);
      return { id, code, name, shortName, problem: problem?.reason ?? null };
    });
  }

  /** The departments of these ids, each once. @throws DepartmentUnknown, DepartmentRefused */
  async checked(reader: Reader, asking: Asking, ids: readonly string[]): Promise<Department[]> {
    const [departments, staffed] = await Promise.all([this.inReach(asking, ids), this.staffed(reader)]);
    const byId = new Map(departments.map((one) => [one.id, one]));
    const context = contextOf(asking);
    return [...new Set(ids)].map((id) => {
      const department = byId.get(id);
      if (!department) throw new DepartmentUnknown(id);
      const problem = consultationProblem({ id, staffed: staffed.has(id) }, context);
      if (problem) throw new DepartmentRefused(department.shortName, id, problem);
      return department;
    });
  }

  private async inReach({ row }: Asking, named: readonly string[] = []): Promise<Department[]> {
    const { departments } = await this.organisation.snapshot({ departments: named });
    return departments.filter(
      ({ regionCode }) => regionContains(regionCode, row.districtCode) || regionContains(row.districtCode, regionCode),
    );
  }

  private async staffed(reader: Reader): Promise<ReadonlySet<string>> {
    return new Set((await reader.query(STAFFED)).map(({ id }) => id));
  }
}

function contextOf({ task, all }: Asking): ConsultationContext {
  const owing = all.filter(({ kind, status }) => kind === 'consultation' && isTaskStanding(status));
  return { ownDepartmentId: task.departmentId, askedDepartmentIds: owing.map(({ departmentId }) => departmentId) };
}
