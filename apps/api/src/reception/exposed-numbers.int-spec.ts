import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemDefinitionInput } from '@onewindow/contracts';
import { type HallAtWork, openHall, person, publishItem, SHOP_FORM, SHOP_PERMIT } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

const NUMBER = '11010519491231002X';
const definition: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  form: {
    ...SHOP_PERMIT.form,
    properties: { ...SHOP_PERMIT.form.properties, creditCode: { type: 'string', title: '统一社会信用代码', format: 'creditCode' } },
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

describe('an identity number where everybody would read it (R10.2)', () => {
  it.each([
    ['creditCode', '统一社会信用代码', NUMBER],
    ['creditCode', '统一社会信用代码', NUMBER.toLowerCase()],
    ['placeName', '场所名称', '110105 19491231 002X'],
    ['note', '备注', `负责人王小明，证件号${NUMBER}，已核`],
    ['phone', '联系电话', NUMBER.replace('X', '') + 'x'],
  ])('is refused in %s, and the sentence names %s', async (key, label, typed) => {
    const draft = await hall.clerk.api.openDraft({ body: { itemVersionId, applicant: person(1) } });
    const save = (form: object) =>
      hall.clerk.raw('PATCH', `/api/cases/${draft.id}/draft`, {
        json: { expectedVersion: draft.version, form: { ...SHOP_FORM, ...form } },
      });
    const answer = await save({ [key]: typed });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'case.identity-number-exposed',
        title: expect.stringContaining(`“${label}”里填了身份证号`),
        errors: [{ path: `body.form.${key}`, message: `${label}：这里不填身份证号` }],
      },
    });
    expect(answer.text).not.toContain(NUMBER.slice(6, 14));
    const kept = await app.database.query<{ form: object }>('SELECT form FROM cases WHERE id = $1', [draft.id]);
    expect(kept).toEqual([{ form: {} }]);
    expect(await save({ creditCode: '91350100M000100Y43' })).toMatchObject({ status: 200 });
  });

  it('is refused when the draft is opened with it, and no draft begins', async () => {
    const before = await app.database.query('SELECT count(*) FROM cases');
    const answer = await hall.clerk.raw('POST', '/api/cases', { json: { itemVersionId, form: { creditCode: NUMBER } } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'case.identity-number-exposed' } });
    expect(await app.database.query('SELECT count(*) FROM cases')).toEqual(before);
  });

  it('is sealed where it belongs', async () => {
    const draft = await hall.clerk.api.openDraft({ body: { itemVersionId, form: { manager: NUMBER } } });
    expect(draft.form).toEqual({ manager: expect.stringMatching(/^110\*+002X$/) });
  });
});
