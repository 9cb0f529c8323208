import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemDefinitionInput } from '@onewindow/contracts';
import { type HallAtWork, handIn, openHall, person, publishItem, SHOP_FORM, SHOP_PERMIT } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

const FAILING = '91350100M000100Y44';
const REASON = '与执照原件一致，市场监管局网上可查';
const definition: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  form: {
    ...SHOP_PERMIT.form,
    properties: { ...SHOP_PERMIT.form.properties, owner: { type: 'string', title: '产权单位代码', format: 'creditCode' } },
  },
};

let app: TestApp;
let hall: HallAtWork;
let itemVersionId: string;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  ({ versionId: itemVersionId } = await publishItem(app, { departmentCode: hall.departmentCode, definition }));
});
afterAll(() => app.close());

async function completeDraft(who: number, owner: string): Promise<{ id: string; version: number }> {
  const answers = { place: 'bath', air: false };
  const body = { itemVersionId, applicant: person(who), answers, form: { ...SHOP_FORM, owner } };
  const { id } = await hall.clerk.api.openDraft({ body });
  await handIn(hall.clerk, id, 'application');
  const { version } = await handIn(hall.clerk, id, 'identity');
  return { id, version };
}

describe('R8.2: a credit code of another company that fails its check digit', () => {
  it('warns, is let through with a reason on record, and the event tells where and why, not which', async () => {
    const { id, version } = await completeDraft(71, FAILING);
    const refused = await hall.clerk.raw('POST', `/api/cases/${id}/accept`, { json: { expectedVersion: version } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'case.not-acceptable' } });
    const params = { id };
    const formOverrides = { [FAILING.toLowerCase()]: ` ${REASON} `, '91350100M000100Y45': '不在表里' };
    const saved = await hall.clerk.api.saveDraft({ params, body: { expectedVersion: version, formOverrides } });
    expect(saved.formOverrides).toEqual({ [FAILING]: REASON });
    expect(saved.hindrances).toEqual([]);
    const accepted = await hall.clerk.api.acceptCase({ params, body: { expectedVersion: saved.version } });
    expect(accepted).toMatchObject({ status: 'accepted', formOverrides: { [FAILING]: REASON } });
    const { items } = await hall.clerk.api.getCaseEvents({ params });
    const told = items.find(({ action }) => action === 'saveDraft');
    expect(told?.words).toBe(`暂存，产权单位代码校验位不符仍采用：${REASON}`);
    const events = await app.database.query<{ data: unknown }>('SELECT data FROM case_event WHERE case_id = $1', [id]);
    expect(JSON.stringify(events)).not.toContain(FAILING);
  });

  it('loses its override with its value, and is never let through without a reason or by an identity number', async () => {
    const { id, version } = await completeDraft(72, FAILING);
    const params = { id };
    const save = (expectedVersion: number, json: object) =>
      hall.clerk.raw('PATCH', `/api/cases/${id}/draft`, { json: { expectedVersion, ...json } });
    expect(await save(version, { formOverrides: { [FAILING]: '' } })).toMatchObject({ status: 400 });
    expect(await save(version, { formOverrides: { [FAILING]: '负责人 11010519491231002X 已核' } })).toMatchObject({
      status: 422,
      body: { code: 'case.identity-number-exposed' },
    });
    const saved = await hall.clerk.api.saveDraft({ params, body: { expectedVersion: version, formOverrides: { [FAILING]: REASON } } });
    const form = { ...SHOP_FORM, owner: '91350100M000100Y45' };
    const changed = await hall.clerk.api.saveDraft({ params, body: { expectedVersion: saved.version, form } });
    expect(changed.formOverrides).toEqual({});
    expect(changed.hindrances).toMatchObject([{ kind: 'field', key: 'owner' }]);
  });

  it('of the wrong length stays wrong', async () => {
    const { id, version } = await completeDraft(73, '91350100');
    const saved = await hall.clerk.api.saveDraft({
      params: { id },
      body: { expectedVersion: version, formOverrides: { '91350100': REASON } },
    });
    expect(saved.hindrances).toMatchObject([{ kind: 'field', key: 'owner' }]);
  });
});
