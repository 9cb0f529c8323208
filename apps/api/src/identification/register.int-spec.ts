import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCreditCode, maskIdentityNumber } from '@onewindow/domain';
import { type HallAtWork, openHall, openShopDraft, person } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { RegistryEntries } from '../applicants/index.js';
import { CommandRunner } from '../platform/index.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

describe('the register', () => {
  const code = makeCreditCode('91', '440199', 4_711);
  beforeAll(async () => {
    await app.get(CommandRunner).runSystem((tx) =>
      app.get(RegistryEntries).keep(tx, {
        ...{ kind: 'legal', identityType: 'creditCode', identityNumber: code, name: '临江云图科技有限公司', address: '望湖路 8 号' },
        ...{ phone: '13822016021', registeredOn: '2020-05-06', fields: { businessScope: '软件开发' } },
        representative: { name: '陈嘉敏', identityNumber: person(331).identityNumber },
      }),
    );
  });
  const identify = () => hall.clerk.api.identifyApplicant({ body: { identityType: 'creditCode', identityNumber: code } });

  it('knows a company that was never here, with numbers masked', async () => {
    const found = await identify();
    expect(found.applicant).toBeNull();
    expect(found.registry).toEqual({
      ...{ kind: 'legal', identityType: 'creditCode', identityMasked: code, name: '临江云图科技有限公司', address: '望湖路 8 号' },
      ...{ phoneMasked: '138****6021', state: 'registered', registeredOn: '2020-05-06', fields: { businessScope: '软件开发' } },
      representative: { name: '陈嘉敏', identityMasked: maskIdentityNumber(person(331).identityNumber) },
    });
    expect(JSON.stringify(found)).not.toContain('13822016021');
    expect(JSON.stringify(found)).not.toContain(person(331).identityNumber);
  });

  it('gives the numbers that nobody typed, and only to the person it names', async () => {
    const applicant = { kind: 'legal', name: '临江云图科技有限公司', identityType: 'creditCode', identityNumber: code, fromRegistry: true };
    const open = (legalRepresentative: object) =>
      hall.clerk.raw('POST', '/api/cases', {
        json: { itemVersionId: hall.shop.versionId, applicant: { ...applicant, legalRepresentative } },
      });
    expect((await open({ name: '陈嘉敏' })).body).toMatchObject({
      applicant: {
        phoneMasked: '138****6021',
        legalRepresentative: { name: '陈嘉敏', identityMasked: maskIdentityNumber(person(331).identityNumber) },
      },
    });
    expect((await open({ name: '李四' })).body).toMatchObject({
      applicant: { legalRepresentative: { name: '李四', identityMasked: null } },
    });
  });

  it('is heard when one number has two names', async () => {
    await hall.clerk.api.openDraft({
      body: {
        itemVersionId: hall.shop.versionId,
        applicant: { kind: 'legal', name: '临江云图科技公司', identityType: 'creditCode', identityNumber: code },
      },
    });
    expect((await identify()).unlikeNames).toEqual(['临江云图科技有限公司', '临江云图科技公司']);
  });
});

describe('two of one name', () => {
  it('are told apart by their numbers: neither sees the other’s cases', async () => {
    const one = await openShopDraft(hall, 341);
    const two = await openShopDraft(hall, 342);
    expect(one.applicant?.name).toBe(two.applicant?.name);
    const found = await hall.clerk.api.identifyApplicant({ body: { identityType: 'idCard', identityNumber: person(341).identityNumber } });
    expect(found.earlierCases.map(({ id }) => id)).toEqual([one.id]);
    expect(found.namesakes).toBeGreaterThanOrEqual(1);
    expect(found.applicant?.identityMasked).not.toBe(two.applicant?.identityMasked);
  });
});
