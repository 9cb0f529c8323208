import type { Role } from '@onewindow/domain';
import { newId } from '../src/platform/database/new-id.js';
import { hashPassword } from '../src/people/passwords.js';
import type { TestDatabase } from './databases.js';

export const TEST_PASSWORD = 'ceshi-mima-2026';
let hashed: Promise<string> | undefined;
let counter = 0;

export const REGION_CODE = '440199000000';

/** The least that staff stand on: a district. Doing it twice is harmless. */
export async function createRegion(database: TestDatabase): Promise<void> {
  await database.query(
    `INSERT INTO region (code, name, level, parent_code, district_code) VALUES ($1, '临江区', 'district', NULL, $2) ON CONFLICT DO NOTHING`,
    [REGION_CODE, REGION_CODE.slice(0, 6)],
  );
}

/** A department; its code numbers itself. */
export async function createDepartment(database: TestDatabase, name = '卫生健康局'): Promise<string> {
  await createRegion(database);
  const id = newId();
  await database.query(
    `INSERT INTO department (id, code, name, short_name, document_prefix, credit_code, region_code, phone)
     VALUES ($1, $2, $3, $4, '临卫', '91350100M000100Y43', $5, '020-81234567')`,
    [id, `D${(counter += 1)}`, `临江区${name}`, name, REGION_CODE],
  );
  return id;
}

/** A hall with counters numbered from 1. */
export async function createHall(database: TestDatabase, counters = 2): Promise<{ hallId: string; counterIds: string[] }> {
  await createRegion(database);
  const hallId = newId();
  await database.query(
    `INSERT INTO hall (id, code, name, region_code, address, phone) VALUES ($1, $2, '临江区政务服务中心', $3, '临江大道 1 号', '020-81230000')`,
    [hallId, `H${(counter += 1)}`, REGION_CODE],
  );
  const counterIds: string[] = [];
  for (let number = 1; number <= counters; number += 1) {
    const id = newId();
    await database.query(`INSERT INTO counter (id, hall_id, number, name) VALUES ($1, $2, $3, '综合窗口')`, [id, hallId, number]);
    counterIds.push(id);
  }
  return { hallId, counterIds };
}

export interface StaffInput {
  readonly roles: readonly Role[];
  readonly departmentId?: string;
  readonly hallId?: string;
  readonly name?: string;
  readonly active?: boolean;
  readonly phoneIndex?: string;
  readonly identityIndex?: string;
  readonly mustChangePassword?: boolean;
}

/** A person of the staff with the test password. */
export async function createStaff(database: TestDatabase, input: StaffInput): Promise<{ id: string; staffNo: string; name: string }> {
  await createRegion(database);
  hashed ??= hashPassword(TEST_PASSWORD);
  const id = newId();
  const staffNo = `LJ-${String((counter += 1)).padStart(5, '0')}`;
  const name = input.name ?? `职员${counter}`;
  await database.query(
    `INSERT INTO staff (id, staff_no, name, password_hash, roles, department_id, hall_id, region_code, active, phone_index, identity_index, must_change_password, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now())`,
    [
      id,
      staffNo,
      name,
      await hashed,
      [...input.roles],
      input.departmentId ?? null,
      input.hallId ?? null,
      REGION_CODE,
      input.active ?? true,
      input.phoneIndex ?? null,
      input.identityIndex ?? null,
      input.mustChangePassword ?? false,
    ],
  );
  return { id, staffNo, name };
}
