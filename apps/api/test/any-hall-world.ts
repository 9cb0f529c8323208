import { type CaseDetail } from '@onewindow/contracts';
import { Organisation } from '../src/organisation/index.js';
import { handIn, type HallAtWork, openHall, person, publishItem, SHOP_PERMIT } from './hall-factory.js';
import { createDepartment, createHall, REGION_CODE } from './people-factory.js';
import { startApp, type TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

export const LAKE = '440199001000';
export const RIVER = '440199002000';

export type Step = (typeof SHOP_PERMIT)['route']['steps'][number];
const STEPS = SHOP_PERMIT.route.steps;
/** Received in any hall, reviewed by the street of the address, decided by the district. */
export const ALLOWANCE: typeof SHOP_PERMIT = {
  ...SHOP_PERMIT,
  applicantKinds: ['natural'],
  questions: [],
  materials: SHOP_PERMIT.materials.slice(0, 1),
  form: {
    type: 'object',
    properties: {
      household: { type: 'object', title: '户籍地址', format: 'address' },
      address: { type: 'string', title: '居住地址', format: 'address', maxLength: 120 },
    },
    required: [],
  },
  subjectField: null,
  route: { steps: STEPS.map((step) => (step.key === 'review' ? { ...step, level: 'street' as const } : step)) },
  result: { ...SHOP_PERMIT.result, name: '津贴决定书', fields: [] },
  scope: 'region',
  jurisdiction: { level: 'district', fields: ['household', 'address'] },
};

/** Two streets with an office each, a hall at the lake, and an item that every hall of the district receives. */
export interface AnyHall {
  app: TestApp;
  /** The district's hall. */
  hall: HallAtWork;
  elsewhere: { hallId: string; clerk: TestClient };
  atLake: TestClient;
  atRiver: TestClient;
  /** A draft with its paper, received in the street of the lake. */
  draftOf: (who: number, form: Record<string, unknown>, address?: string) => Promise<CaseDetail>;
  accept: (id: string, version: number, clerk?: TestClient) => Promise<CaseDetail>;
}

export async function startAnyHall(): Promise<AnyHall> {
  const app = await startApp();
  const hall = await openHall(app);
  const offices: Record<string, string> = {};
  const { database } = app;
  await database.query(
    `INSERT INTO region (code, name, level, parent_code, district_code)
     VALUES ($1, '望湖街道', 'street', $3, '440199'), ($2, '江滨街道', 'street', $3, '440199'),
            ('440198', '云山区', 'district', NULL, '440198'), ('440198001', '松涛街道', 'street', '440198', '440198')`,
    [LAKE, RIVER, REGION_CODE],
  );
  for (const [code, name] of [
    [LAKE, '望湖街道民政办'],
    [RIVER, '江滨街道民政办'],
  ] as const) {
    const id = await createDepartment(database, name);
    await database.query('UPDATE department SET region_code = $2, line = $3 WHERE id = $1', [id, code, hall.departmentCode]);
    offices[code] = id;
  }
  app.get(Organisation).refresh();
  const { hallId } = await createHall(database);
  await database.query('UPDATE hall SET name = $2, region_code = $3 WHERE id = $1', [hallId, '望湖街道便民服务中心', LAKE]);
  app.get(Organisation).refresh();
  const elsewhere = { hallId, clerk: await hall.staff(['clerk'], { hallId, name: '温静怡' }) };
  const { versionId } = await publishItem(app, { departmentCode: hall.departmentCode, name: '高龄津贴', definition: ALLOWANCE });
  const atLake = await hall.staff(['approver', 'chief'], { departmentId: offices[LAKE] ?? null, name: '谭静文' });
  const atRiver = await hall.staff(['approver', 'chief'], { departmentId: offices[RIVER] ?? null, name: '赖志明' });
  const { clerk } = elsewhere;
  return {
    app,
    hall,
    elsewhere,
    atLake,
    atRiver,
    draftOf: async (who, form, address = '广州市某处') => {
      const draft = await clerk.api.openDraft({
        body: { itemVersionId: versionId, applicant: { ...person(who), address }, form: form as Record<string, never> },
      });
      const { version } = await handIn(clerk, draft.id, 'application');
      return { ...draft, version };
    },
    accept: (id, version, by = clerk) => by.api.acceptCase({ params: { id }, body: { expectedVersion: version } }),
  };
}

export const household = (street: string) => ({ household: { region: REGION_CODE, street, detail: '1 号', words: '' } });
