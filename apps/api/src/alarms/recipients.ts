import { Injectable } from '@nestjs/common';
import { type CommandTx, sql } from '../platform/index.js';

interface Found {
  place: string;
  id: string;
}

/** Chiefs of the departments; where a department has none, its approvers. */
const OF_DEPARTMENTS = sql<Found>(
  `SELECT s.department_id AS place, s.id FROM staff s
    WHERE s.active AND s.department_id = ANY($1::uuid[])
      AND ('chief' = ANY(s.roles) OR ('approver' = ANY(s.roles) AND NOT EXISTS (
        SELECT 1 FROM staff o WHERE o.active AND o.department_id = s.department_id AND 'chief' = ANY(o.roles))))
    ORDER BY s.staff_no`,
);
/** Managers of the halls; where none of them is a clerk, too, who can open the case and ring the applicant, the clerks as well. */
const OF_HALLS = sql<Found>(
  `SELECT s.hall_id AS place, s.id FROM staff s
    WHERE s.active AND s.hall_id = ANY($1::uuid[])
      AND ('hall_manager' = ANY(s.roles) OR ('clerk' = ANY(s.roles) AND NOT EXISTS (
        SELECT 1 FROM staff o WHERE o.active AND o.hall_id = s.hall_id AND 'hall_manager' = ANY(o.roles) AND 'clerk' = ANY(o.roles))))
    ORDER BY s.staff_no`,
);
/** Who supervises the districts. */
const SUPERVISORS = sql<Found>(
  `SELECT left(s.region_code, 6) AS place, s.id FROM staff s
    WHERE s.active AND 'supervisor' = ANY(s.roles) AND left(s.region_code, 6) = ANY($1::text[]) ORDER BY s.staff_no`,
);
const ACTIVE = sql<{ id: string }>('SELECT id FROM staff WHERE active AND id = ANY($1::uuid[])');

const ADMINISTRATORS = sql<{ id: string }>(`SELECT id FROM staff WHERE active AND 'system_admin' = ANY(roles) ORDER BY staff_no`);

/** Who answers for a place, and so is reminded of what waits there. */
@Injectable()
export class Recipients {
  ofDepartments(tx: CommandTx, departmentIds: Iterable<string>): Promise<ReadonlyMap<string, string[]>> {
    return this.byPlace(tx, OF_DEPARTMENTS, departmentIds);
  }

  ofHalls(tx: CommandTx, hallIds: Iterable<string>): Promise<ReadonlyMap<string, string[]>> {
    return this.byPlace(tx, OF_HALLS, hallIds);
  }

  supervisors(tx: CommandTx, districtCodes: Iterable<string>): Promise<ReadonlyMap<string, string[]>> {
    return this.byPlace(tx, SUPERVISORS, districtCodes);
  }

  /** Who looks after the installation. */
  async administrators(tx: CommandTx): Promise<string[]> {
    return (await tx.query(ADMINISTRATORS)).map(({ id }) => id);
  }

  /** Of these people, who still works here. */
  async active(tx: CommandTx, ids: Iterable<string>): Promise<ReadonlySet<string>> {
    return new Set((await tx.query(ACTIVE, [[...new Set(ids)]])).map(({ id }) => id));
  }

  private async byPlace(tx: CommandTx, statement: typeof OF_HALLS, places: Iterable<string>): Promise<ReadonlyMap<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const { place, id } of await tx.query(statement, [[...new Set(places)]])) {
      const people = found.get(place);
      if (people) people.push(id);
      else found.set(place, [id]);
    }
    return found;
  }
}
