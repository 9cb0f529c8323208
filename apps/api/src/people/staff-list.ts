import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import type { Role } from '@onewindow/domain';
import { Database, decodeCursor, pageOf, sql } from '../platform/index.js';

export interface StaffRow {
  readonly id: string;
  readonly staffNo: string;
  readonly name: string;
  readonly roles: Role[];
  readonly department: { id: string; code: string; name: string; shortName: string } | null;
  readonly hall: { id: string; code: string; name: string } | null;
  readonly active: boolean;
  readonly lockedUntil: Date | null;
  readonly mustChangePassword: boolean;
}

const COLUMNS = `p.id, p.staff_no AS "staffNo", p.name, p.roles, p.active, p.locked_until AS "lockedUntil", p.must_change_password AS "mustChangePassword",
  CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'code', d.code, 'name', d.name, 'shortName', d.short_name) END AS department,
  CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id, 'code', h.code, 'name', h.name) END AS hall`;
const SOURCE = `staff p LEFT JOIN department d ON d.id = p.department_id LEFT JOIN hall h ON h.id = p.hall_id`;

export const READ_STAFF = sql<StaffRow>(`SELECT ${COLUMNS} FROM ${SOURCE} WHERE p.id = $1`);
/** $1 last staff number seen, $2 part of a name or number, $3 department, $4 rows. */
const LIST_STAFF = sql<StaffRow>(
  `SELECT ${COLUMNS} FROM ${SOURCE}
   WHERE p.staff_no > $1 AND ($2::text IS NULL OR strpos(lower(p.name || ' ' || p.staff_no), lower($2)) > 0)
     AND ($3::uuid IS NULL OR p.department_id = $3)
   ORDER BY p.staff_no LIMIT $4`,
);

type StaffView = ResponseOf<typeof endpoints.setStaffActive>;

export function presentStaff(row: StaffRow): StaffView {
  return { ...row, lockedUntil: row.lockedUntil?.toISOString() ?? null };
}

/** The list of staff, by staff number. */
@Injectable()
export class StaffList {
  constructor(private readonly database: Database) {}

  async read({ query }: InputOf<typeof endpoints.listStaff>): Promise<ResponseOf<typeof endpoints.listStaff>> {
    const [after] = query.cursor === undefined ? [''] : decodeCursor(query.cursor, ['string']);
    const found = await this.database.query(LIST_STAFF, [after, query.q ?? null, query.departmentId ?? null, query.limit + 1]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.staffNo]);
    return { items: rows.map(presentStaff), nextCursor };
  }
}
