import { makeIdentityNumber } from '@onewindow/domain';
import { IDENTITY_PURPOSE } from '../../applicants/index.js';
import { DEMONSTRATION_PASSWORD, hashPassword } from '../../people/index.js';
import { type CommandTx, newId, type Sealer, sql } from '../../platform/index.js';
import { demonstrationPeople, type PersonSeed } from './people.js';
import { DEPARTMENTS, DISTRICT, HALLS, REGIONS } from './units.js';

const INSERT_REGION = sql(`INSERT INTO region (code, name, level, parent_code, district_code) VALUES ($1, $2, $3, $4, $5)`);
const INSERT_HALL = sql(`INSERT INTO hall (id, code, name, region_code, address, phone) VALUES ($1, $2, $3, $4, $5, $6)`);
const INSERT_COUNTER = sql(`INSERT INTO counter (id, hall_id, number, name) VALUES ($1, $2, $3, $4)`);
const INSERT_DEPARTMENT = sql(
  `INSERT INTO department (id, code, name, short_name, document_prefix, credit_code, region_code, phone, line)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const INSERT_STAFF = sql(
  `INSERT INTO staff (id, staff_no, name, password_hash, roles, department_id, hall_id, region_code, identity_index, identity_sealed,
                      demonstration, demonstration_duty, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, $11, $12)`,
);

/** Regions, halls with their counters, departments, their people: all marked as demonstration. */
export async function plantOrganisation(tx: CommandTx, sealer: Sealer): Promise<void> {
  for (const { code, name, level, parentCode } of REGIONS) await tx.query(INSERT_REGION, [code, name, level, parentCode, DISTRICT]);
  const halls = await plantHalls(tx);
  const departments = await plantDepartments(tx);
  // One password for all, so one hash: it is no secret.
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  const people = demonstrationPeople();
  await Promise.all(
    people.map((person, index) => {
      const number = identityOf(index);
      const identity = [sealer.blindIndex(number, IDENTITY_PURPOSE), sealer.seal(number, 'staff.identity')];
      const departmentId = person.department === null ? null : departments.get(person.department);
      const hallId = person.hall === null ? null : halls.get(person.hall);
      const values = [
        newId(),
        person.staffNo,
        person.name,
        passwordHash,
        person.roles,
        departmentId,
        hallId,
        regionOf(person),
        ...identity,
      ];
      return tx.query(INSERT_STAFF, [...values, person.duty, tx.now]);
    }),
  );
}

async function plantHalls(tx: CommandTx): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const hall of HALLS) {
    const id = newId();
    ids.set(hall.code, id);
    await tx.query(INSERT_HALL, [id, hall.code, hall.name, hall.regionCode, hall.address, hall.phone]);
    for (let number = 1; number <= hall.reception + hall.issue; number += 1) {
      await tx.query(INSERT_COUNTER, [newId(), id, number, number <= hall.reception ? '综合窗口' : '出件窗口']);
    }
  }
  return ids;
}

async function plantDepartments(tx: CommandTx): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { code, name, shortName, documentPrefix, creditCode, phone, regionCode, line } of DEPARTMENTS) {
    const id = newId();
    ids.set(code, id);
    await tx.query(INSERT_DEPARTMENT, [id, code, name, shortName, documentPrefix, creditCode, regionCode, phone, line]);
  }
  return ids;
}

/** R5.6 knows the staff by a number of their own. */
function identityOf(index: number): string {
  return makeIdentityNumber('440105', `${1966 + (index % 32)}-${String(1 + (index % 12)).padStart(2, '0')}-15`, 100 + index * 7);
}

function regionOf({ hall }: PersonSeed): string {
  return HALLS.find(({ code }) => code === hall)?.regionCode ?? DISTRICT;
}
