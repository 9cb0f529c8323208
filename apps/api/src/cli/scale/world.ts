import { type IsoDate, makeIdentityNumber, maskIdentityNumber } from '@onewindow/domain';
import type { ItemDefinition } from '@onewindow/contracts';
import type pg from 'pg';
import { type Applicant, IDENTITY_PURPOSE, SEALED_COLUMNS } from '../../applicants/index.js';
import { newId, type Sealer } from '../../platform/index.js';
import { StartRefused } from '../../platform/process/run.js';
import type { Random } from './random.js';

export interface ScaleItem {
  itemId: string;
  versionId: string;
  name: string;
  departmentId: string;
  definition: ItemDefinition;
}
export interface Officer {
  id: string;
  name: string;
  staffNo: string;
  hallId: string | null;
  departmentId: string | null;
  roles: string[];
}

/** The catalogue and the people that stand in the database: made-up cases are real ones of this hall. */
export interface World {
  items: ScaleItem[];
  clerks: Officer[];
  /** By `department/role`. */
  officers: Map<string, Officer[]>;
  departmentIds: Map<string, string>;
  districtCode: string;
  hallNames: Map<string, string>;
}

/** Reads what the cases refer to. @throws StartRefused when the demonstration hall is not there */
export async function readWorld(client: pg.Client): Promise<World> {
  const { rows: items } = await client.query<ScaleItem>(
    `SELECT i.id AS "itemId", v.id AS "versionId", i.name, i.department_id AS "departmentId", v.definition
     FROM item i JOIN item_version v ON v.id = i.published_version_id WHERE v.definition->>'kind' = 'promised' AND v.definition->>'onlyInBundle' IS NULL AND i.closed_reason IS NULL ORDER BY i.code`,
  );
  const { rows: staff } = await client.query<Officer>(
    `SELECT id, name, staff_no AS "staffNo", hall_id AS "hallId", department_id AS "departmentId", roles FROM staff WHERE active ORDER BY staff_no`,
  );
  const { rows: departments } = await client.query<{ id: string; code: string }>('SELECT id, code FROM department');
  const { rows: halls } = await client.query<{ id: string; name: string }>('SELECT id, name FROM hall');
  const { rows: regions } = await client.query<{ districtCode: string }>('SELECT district_code AS "districtCode" FROM region LIMIT 1');
  const clerks = staff.filter((one) => one.roles.includes('clerk') && one.hallId);
  if (items.length === 0 || clerks.length === 0) throw new StartRefused('库里还没有演示大厅：先用 npm start 启动一次，再停下来灌入数据。');
  const officers = new Map<string, Officer[]>();
  for (const one of staff) {
    for (const role of one.roles)
      officers.set(`${one.departmentId}/${role}`, [...(officers.get(`${one.departmentId}/${role}`) ?? []), one]);
  }
  return {
    items,
    clerks,
    officers,
    departmentIds: new Map(departments.map((one) => [one.code, one.id])),
    districtCode: regions[0]?.districtCode ?? '440199',
    hallNames: new Map(halls.map((one) => [one.id, one.name])),
  };
}

const FAMILY = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧建国文辉力红玲飞鹏宇欣雨晨佳';

/** A made-up person with a valid number, sealed as the product seals it. */
export function makeApplicant(serial: number, random: Random, sealer: Sealer, at: Date): Applicant {
  const day: IsoDate = `${random.between(1945, 2004)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  // The serial runs through region and sequence, so that no two of a load are the same person.
  const number = makeIdentityNumber(String(110000 + (Math.floor(serial / 1000) % 9000)), day, serial % 1000);
  const name = `${random.pick([...FAMILY])}${random.pick([...GIVEN])}${random.next() < 0.6 ? random.pick([...GIVEN]) : ''}`;
  return {
    id: newId(),
    kind: 'natural',
    name,
    identityType: 'idCard',
    identitySealed: sealer.seal(number, SEALED_COLUMNS.applicantIdentity),
    identityIndex: sealer.blindIndex(number, IDENTITY_PURPOSE),
    identityMasked: maskIdentityNumber(number),
    phoneSealed: null,
    phoneIndex: null,
    phoneMasked: null,
    address: null,
    representativeName: null,
    representativeIdentitySealed: null,
    representativeIdentityIndex: null,
    representativeIdentityMasked: null,
    creditGrade: random.pick(['A', 'B', 'B', 'B', 'C'] as const),
    identityOverrideReason: null,
    createdAt: at,
    updatedAt: at,
  };
}
