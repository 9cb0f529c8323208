import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { districtOf } from '../cases/index.js';
import { Organisation, UnitUnknown } from '../organisation/index.js';
import { type Actor, Database, hasRole, sql } from '../platform/index.js';
import { departmentRefOf } from './department-refs.js';

interface OfficerRow {
  id: string;
  name: string;
  staffNo: string;
  departmentId: string;
  load: number;
}

/** Tasks in the hands of the officer under the alias `s`. */
export const LOAD = `(SELECT count(*)::int FROM review_task t WHERE t.holder_id = s.id AND t.status = 'claimed')`;
const OFFICERS = sql<OfficerRow>(
  `SELECT s.id, s.name, s.staff_no AS "staffNo", s.department_id AS "departmentId", ${LOAD} AS load
   FROM staff s WHERE s.active AND s.department_id = ANY($1::uuid[]) AND s.roles && ARRAY['approver', 'chief']
   ORDER BY load, s.staff_no`,
);

/** Who can take work over, least loaded first within the department. */
@Injectable()
export class Officers {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
  ) {}

  /** @throws UnitUnknown for a department that is not the chief's own or not of the supervisor's district */
  async list(actor: Actor, { departmentId }: InputOf<typeof endpoints.officers>['query']): Promise<ResponseOf<typeof endpoints.officers>> {
    const within = await this.departmentsOf(actor);
    if (departmentId && !within.includes(departmentId)) throw new UnitUnknown('department', departmentId);
    const found = await this.database.query(OFFICERS, [departmentId ? [departmentId] : within]);
    const items = await Promise.all(
      found.map(async ({ departmentId: own, ...officer }) => ({ ...officer, department: await departmentRefOf(this.organisation, own) })),
    );
    return { items: items.sort((a, b) => compare(a.department.code, b.department.code)) };
  }

  private async departmentsOf(actor: Actor): Promise<string[]> {
    if (!hasRole(actor, 'supervisor')) return actor.departmentId === null ? [] : [actor.departmentId];
    const { departments } = await this.organisation.snapshot();
    const districts = await Promise.all(departments.map(({ regionCode }) => this.organisation.districtOf(regionCode)));
    return departments.filter((_, i) => districts[i] === districtOf(actor)).map(({ id }) => id);
  }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
