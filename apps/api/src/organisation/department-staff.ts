import type { DepartmentStaff } from '@onewindow/domain';
import { type CommandTx, sql } from '../platform/index.js';

const NOBODY: DepartmentStaff = { approvers: 0, plainApprovers: 0, chiefs: 0 };
const COUNTS = sql<DepartmentStaff & { departmentId: string }>(
  `SELECT department_id AS "departmentId",
          count(*) FILTER (WHERE 'approver' = ANY(roles))::int AS approvers,
          count(*) FILTER (WHERE 'approver' = ANY(roles) AND NOT 'chief' = ANY(roles))::int AS "plainApprovers",
          count(*) FILTER (WHERE 'chief' = ANY(roles))::int AS chiefs
     FROM staff WHERE active AND department_id = ANY($1::uuid[]) GROUP BY department_id`,
);

/** R5.1: who works in these departments and could do their steps; a department without people counts none. */
export async function departmentStaff(
  reader: Pick<CommandTx, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DepartmentStaff>> {
  const found = await reader.query(COUNTS, [ids]);
  const counted = new Map(found.map(({ departmentId, ...counts }) => [departmentId, counts]));
  return new Map(ids.map((id) => [id, counted.get(id) ?? NOBODY]));
}
