import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplePdf } from '@onewindow/contracts';
import { makeCreditCode, makeIdentityNumber, maskIdentityNumber } from '@onewindow/domain';
import { type HallAtWork, openHall, openShopDraft, person, publishItem, REGISTRATION, handIn, SHOP_FORM } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { CommandRunner, FileStore, JobRegistry } from '../platform/index.js';
import { LicenceWriter, type NewLicence } from './index.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

const COMPANY = makeCreditCode('91', '440199', 58_001);
const LEGAL = makeIdentityNumber('440106', '1984-05-05', 2);

const licence = (more: Partial<NewLicence>): NewLicence => ({
  type: 'business-licence',
  name: '营业执照',
  number: COMPANY,
  holder: { identityType: 'creditCode', identityNumber: COMPANY, name: '临江悦泉沐浴有限公司' },
  issuer: '临江区市场监督管理局',
  issuedOn: '2020-03-01',
  validFrom: '2020-03-01',
  validUntil: null,
  revokedOn: null,
  fields: { name: '临江悦泉沐浴有限公司', businessScope: '沐浴服务' },
  file: null,
  resultId: null,
  ...more,
});
const add = (...licences: NewLicence[]) =>
  app.get(CommandRunner).runSystem(async (tx) => {
    for (const one of licences) await app.get(LicenceWriter).add(tx, one);
  });
const identify = (identityNumber: string, identityType: 'idCard' | 'creditCode' = 'idCard') =>
  hall.clerk.api.identifyApplicant({ body: { identityType, identityNumber } });

describe('licences of who stands there', () => {
  it('come with their state of the day, the valid ones first, numbers of persons masked (R7, R10.2)', async () => {
    const card = { type: 'id-card', name: '居民身份证', issuer: '公安局' };
    const holder = { identityType: 'idCard' as const, identityNumber: LEGAL, name: '陈嘉敏' };
    await add(
      licence({ type: 'health', name: '卫生许可证', number: '临卫公证字〔2022〕第 0001 号', validUntil: '2026-03-01' }),
      licence({ type: 'tech', name: '高新证书', number: 'GR1', revokedOn: '2025-12-01' }),
      licence({ type: 'fire', name: '消防证', number: 'F1', validFrom: '2026-06-01' }),
      licence({}),
      licence({ ...card, number: LEGAL, holder, validUntil: '2026-03-02', fields: { name: '陈嘉敏' } }),
    );
    const { licences } = await identify(COMPANY, 'creditCode');
    expect(licences.map(({ type, state }) => [type, state])).toEqual([
      ['business-licence', 'valid'],
      ['fire', 'notYetValid'],
      ['health', 'expired'],
      ['tech', 'revoked'],
    ]);
    const own = await identify(LEGAL);
    expect(own.licences).toEqual([
      expect.objectContaining({ type: 'id-card', number: maskIdentityNumber(LEGAL), holderIdentityMasked: maskIdentityNumber(LEGAL) }),
    ]);
    expect(JSON.stringify(own)).not.toContain(LEGAL);
    // Its last day still counts.
    expect(own.licences[0]?.state).toBe('valid');
  });

  it('of a company include its legal representative’s', async () => {
    const draft = await hall.clerk.api.openDraft({
      body: {
        itemVersionId: hall.shop.versionId,
        applicant: {
          ...{ kind: 'legal', name: '临江悦泉沐浴有限公司', identityType: 'creditCode', identityNumber: COMPANY },
          legalRepresentative: { name: '陈嘉敏', identityNumber: LEGAL },
        },
      },
    });
    const { licences } = await hall.clerk.api.getApplicantProfile({ params: { id: draft.id } });
    expect(licences.map(({ type, holder }) => [type, holder])).toEqual(
      expect.arrayContaining([
        ['business-licence', 'applicant'],
        ['id-card', 'representative'],
      ]),
    );
  });

  it('show their document to the clerk of the case, and to nobody for another’s', async () => {
    const bytes = Buffer.from(samplePdf(900));
    const kept = await app.get(FileStore).put(bytes);
    const who = person(401);
    const holder = { identityType: 'idCard' as const, identityNumber: who.identityNumber, name: who.name };
    const file = { name: '居民身份证.pdf', mediaType: 'application/pdf', ...kept };
    await add(licence({ type: 'id-card', name: '居民身份证', number: who.identityNumber, holder, file }));
    const mine = await openShopDraft(hall, 401);
    const other = await openShopDraft(hall, 402);
    const { licences } = await hall.clerk.api.getApplicantProfile({ params: { id: mine.id } });
    const id = licences[0]?.id ?? '';
    const shown = await hall.clerk.raw('GET', `/api/cases/${mine.id}/licences/${id}/file`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    // R7: what leaves the registry to be looked at is a copy across which it says so.
    const sent = await fetch(`${app.baseUrl}/api/cases/${mine.id}/licences/${id}/file`, { headers: { cookie: hall.clerk.cookieHeader } });
    expect(Buffer.from(await sent.arrayBuffer()).equals(bytes)).toBe(false);
    expect(await hall.clerk.raw('GET', `/api/cases/${other.id}/licences/${id}/file`)).toMatchObject({
      status: 404,
      body: { code: 'licence.not-found' },
    });
    const [record] = await app.database.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE action = 'applicant.looked-up' AND detail ? 'licenceId' ORDER BY id LIMIT 1`,
    );
    expect(record?.detail).toEqual({ caseId: mine.id, licenceId: id });
  });
});

describe('a licence that this system issued', () => {
  it('becomes one of its holder, once, with its document and what it prints; certificates do not', async () => {
    const definition = {
      ...REGISTRATION,
      form: { type: 'object' as const, properties: { placeName: { type: 'string' as const, title: '场所名称', maxLength: 60 } } },
      result: { ...REGISTRATION.result, kind: 'licence' as const, licenceType: 'shop-licence', validYears: 4, fields: ['placeName'] },
    };
    const item = await publishItem(app, { departmentCode: hall.departmentCode, definition, name: '即办许可' });
    const conclude = async (itemVersionId: string, who: number, form: object) => {
      const draft = await hall.clerk.api.openDraft({ body: { itemVersionId, applicant: person(who), form: { ...form } } });
      const { version } = await handIn(hall.clerk, draft.id, 'application');
      const accepted = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
      return await hall.clerk.api.decideCase({
        params: { id: draft.id },
        body: { expectedVersion: accepted.version, decision: 'grant' },
      });
    };
    const decided = await conclude(item.versionId, 411, { placeName: '悦泉' });
    await conclude(hall.registration.versionId, 411, { placeName: '悦泉', area: 20, phone: SHOP_FORM.phone });
    await app.drain();
    const { licences } = await identify(person(411).identityNumber);
    expect(licences).toEqual([
      expect.objectContaining({
        ...{ type: 'shop-licence', number: decided.result?.number, state: 'valid', holder: 'applicant' },
        fields: { name: '王小明', placeName: '悦泉' },
        file: expect.objectContaining({ mediaType: 'application/pdf' }),
      }),
    ]);
    // Delivered again, it changes nothing.
    const finish = await app.get(JobRegistry).find('register-licence')?.({ resultId: decided.result?.id });
    await app.get(CommandRunner).runSystem(async (tx) => finish?.(tx));
    expect((await identify(person(411).identityNumber)).licences).toHaveLength(1);
  });
});
