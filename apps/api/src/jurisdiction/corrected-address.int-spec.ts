import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALLOWANCE, type AnyHall, LAKE, RIVER, startAnyHall, type Step } from '../../test/any-hall-world.js';
import { handIn, person, publishItem } from '../../test/hall-factory.js';
import type { TestClient } from '../../test/test-client.js';

let world: AnyHall;
beforeAll(async () => {
  world = await startAnyHall();
});
afterAll(() => world.app.close());

describe('an address that a review had corrected', () => {
  it('is followed by later steps, the record, and a word to the office that has the case', async () => {
    const { app, hall, elsewhere, atLake, atRiver, accept } = world;
    const [review, decision] = ALLOWANCE.route.steps as [Step, Step];
    const verify = { ...review, key: 'verify', name: '街道复核', after: ['review'] };
    const definition = { ...ALLOWANCE, route: { steps: [review, verify, { ...decision, after: ['verify'] }] } };
    const item = await publishItem(app, { departmentCode: hall.departmentCode, name: '高龄津贴', definition });
    const { clerk } = elsewhere;
    const at = (street: string) => `临江区${street}码头街 9 号`;
    const body = { itemVersionId: item.versionId, applicant: person(305), form: { address: at('望湖街道') } };
    const { id } = await clerk.api.openDraft({ body });
    await accept(id, (await handIn(clerk, id, 'application')).version);
    const pooled = async (office: TestClient) =>
      (await office.api.listTasks({ query: { tab: 'pool' } })).items.find(({ caseId }) => caseId === id);
    const task = { id: (await pooled(atLake))?.id ?? '' };
    await atLake.api.claimTask({ params: task });
    const correct = async (address: string) => {
      const { version: expectedVersion } = await atLake.api.getTask({ params: task });
      const points = [{ kind: 'field' as const, key: 'address', reason: '与户口簿不符' }];
      const asked = await atLake.api.requestCorrections({ params: task, body: { expectedVersion, dueOn: '2026-03-12', points } });
      const taken = { expectedVersion: (await clerk.api.getCase({ params: { id } })).version, materials: [], fields: { address } };
      await clerk.api.takeInCorrections({ params: { id: asked.id }, body: taken });
      return (await atLake.api.myNotifications()).items[0]?.words;
    };
    expect(await correct('广州市某处')).toMatch(/改正后的地址：.+现按望湖街道办理，由承办人判断/);
    expect(await correct('云山区松涛街道码头街 9 号')).toContain('云山区不归本区办理');
    expect((await clerk.api.getCase({ params: { id } })).jurisdiction?.place?.code).toBe(LAKE);
    expect(await correct(at('江滨街道'))).toContain('地址改到江滨街道：不归本街道的，拒签转去');
    const moved = await clerk.api.getCase({ params: { id } });
    expect(moved).toMatchObject({ department: { id: hall.departmentId }, jurisdiction: { place: { code: RIVER, name: '江滨街道' } } });
    const { items } = await clerk.api.getCaseEvents({ params: { id } });
    expect(items.map(({ words }) => words)).toContain('所在区划定为江滨街道：审查中补正了地址');
    // It stays where it is at work; the step after it opens at the other street.
    const { version } = await atLake.api.getTask({ params: task });
    await atLake.api.completeTask({ params: task, body: { expectedVersion: version, opinion: '符合条件' } });
    expect([await pooled(atLake), await pooled(atRiver)]).toMatchObject([undefined, { stepName: '街道复核' }]);
  });

  it('leaves the decision with the office that leads the case, wherever it points', async () => {
    const { app, hall, elsewhere, atLake, accept } = world;
    const definition = { ...ALLOWANCE, jurisdiction: { level: 'street' as const, fields: ['address'] } };
    const item = await publishItem(app, { departmentCode: hall.departmentCode, name: '街道办的津贴', definition });
    const { clerk } = elsewhere;
    const body = { itemVersionId: item.versionId, applicant: person(306), form: { address: '临江区望湖街道码头街 9 号' } };
    const { id } = await clerk.api.openDraft({ body });
    const accepted = await accept(id, (await handIn(clerk, id, 'application')).version);
    const lead = accepted.department.id;
    const task = { id: (await atLake.api.listTasks({ query: { tab: 'pool' } })).items.find(({ caseId }) => caseId === id)?.id ?? '' };
    const { version: expectedVersion } = await atLake.api.claimTask({ params: task });
    const points = [{ kind: 'field' as const, key: 'address', reason: '与户口簿不符' }];
    const asked = await atLake.api.requestCorrections({ params: task, body: { expectedVersion, dueOn: '2026-03-12', points } });
    const fields = { address: '临江区江滨街道码头街 9 号' };
    const version = (await clerk.api.getCase({ params: { id } })).version;
    await clerk.api.takeInCorrections({ params: { id: asked.id }, body: { expectedVersion: version, materials: [], fields } });
    const [decision] = await app.database.query(`SELECT department_id AS lead FROM review_task WHERE case_id = $1 AND kind = 'decision'`, [
      id,
    ]);
    expect(decision).toEqual({ lead });
  });
});
