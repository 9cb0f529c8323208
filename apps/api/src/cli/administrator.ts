import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { hashPassword } from '../people/index.js';
import { newId } from '../platform/index.js';
import { StartRefused } from '../platform/process/run.js';

export interface AdministratorInput {
  readonly staffNo: string;
  readonly name: string;
  /** Six digits, or a region that is there; the district that is there when it is left out. */
  readonly regionCode: string | undefined;
  /** What the district is called when it has to be made. */
  readonly regionName: string;
}

/** A new administrator, as it is told once. */
export interface Administrator {
  readonly password: string;
  readonly region: { readonly code: string; readonly name: string };
}

/** The district that people of an empty installation belong to; the rest of the regions come by import. */
async function ensureRegion(client: pg.Client, { regionCode, regionName }: AdministratorInput): Promise<Administrator['region']> {
  const { rows } = await client.query<Administrator['region']>(
    `SELECT code, name FROM region WHERE CASE WHEN $1::text IS NULL THEN level = 'district' ELSE code = $1 END ORDER BY code LIMIT 1`,
    [regionCode ?? null],
  );
  if (rows[0]) return rows[0];
  if (regionCode === undefined) throw new StartRefused('库里还没有区划：用 --region 给出本区的六位区划代码。');
  if (regionCode.length !== 6) throw new StartRefused(`没有区划 ${regionCode}：先建区，用六位区划代码，街道和社区随大厅导入。`);
  await client.query(`INSERT INTO region (code, name, level, parent_code, district_code) VALUES ($1, $2, 'district', NULL, $1)`, [
    regionCode,
    regionName,
  ]);
  return { code: regionCode, name: regionName };
}

/**
 * Makes an administrator, recorded in the audit trail.
 * @param client a connection of the owner
 * @returns with the first password, which has to be changed at the first sign-in
 * @throws StartRefused when the staff number is taken or the region is not known
 */
export async function createAdministrator(client: pg.Client, input: AdministratorInput): Promise<Administrator> {
  const { staffNo, name } = input;
  const password = `${randomBytes(9).toString('base64url')}a1`;
  const hash = await hashPassword(password);
  await client.query('BEGIN');
  try {
    const region = await ensureRegion(client, input);
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO staff (id, staff_no, name, password_hash, roles, region_code, must_change_password, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, true, now()) ON CONFLICT (staff_no) DO NOTHING RETURNING id`,
      [newId(), staffNo, name, hash, ['system_admin', 'security_admin'], region.code],
    );
    if (!rows[0]) throw new StartRefused(`工号 ${staffNo} 已经有人：换一个工号，或由安全管理员重置密码。`);
    await client.query(
      `INSERT INTO audit_entry (id, at, action, subject_type, subject_id, detail) VALUES ($1, now(), 'staff.created', 'staff', $2, $3)`,
      [newId(), rows[0].id, { staffNo, by: 'admin:create' }],
    );
    await client.query('COMMIT');
    return { password, region };
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
