import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@onewindow/contracts';
import fc from 'fast-check';
import { acceptedShopCase, type HallAtWork, openHall, openShopDraft, person, SHOP_FORM } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: HallAtWork;
let requests: { method: string; path: string; body: Record<string, unknown> }[];
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  const draft = await openShopDraft(hall, 1);
  const accepted = await acceptedShopCase(hall, 2);
  const legal = {
    kind: 'legal',
    name: '公司',
    identityType: 'creditCode',
    identityNumber: '91350100M000100Y43',
    legalRepresentative: { name: '陈' },
  };
  const agent = { name: '陈嘉', identityNumber: 'E12345678', phone: '13900139000', authority: '委托书' };
  const at = (id: string, tail: string) => `/api/cases/${id}${tail}`;
  requests = [
    {
      method: 'POST',
      path: '/api/cases',
      body: { itemVersionId: hall.shop.versionId, applicant: person(3), agent, answers: { place: 'bath' }, form: SHOP_FORM },
    },
    {
      method: 'POST',
      path: '/api/cases',
      body: { itemVersionId: hall.registration.versionId, applicant: legal, formSources: { phone: 'typed' } },
    },
    {
      method: 'PATCH',
      path: at(draft.id, '/draft'),
      body: { expectedVersion: 1, agent, answers: { place: 'shop', air: true }, form: SHOP_FORM },
    },
    { method: 'PUT', path: at(draft.id, '/materials/identity'), body: { verdict: 'faulty', defect: '不清', trustLevel: 'B' } },
    { method: 'POST', path: at(draft.id, '/supplement'), body: { expectedVersion: 1, text: '补' } },
    { method: 'POST', path: at(draft.id, '/decline'), body: { expectedVersion: 1, reason: '不归' } },
    { method: 'POST', path: at(accepted.id, '/withdraw'), body: { expectedVersion: 1, reason: '不办了', writtenRequest: true } },
    { method: 'POST', path: at(accepted.id, '/reveal'), body: { field: 'applicantPhone' } },
    { method: 'POST', path: '/api/cases/by-person', body: { identityNumber: person(1).identityNumber } },
    { method: 'POST', path: '/api/applicants/identify', body: { identityType: 'idCard', identityNumber: person(1).identityNumber } },
  ];
});
afterAll(async () => {
  await app.close();
});

/** Puts a value somewhere into a body: at one of its keys, or under a key of its own, as deep as it goes. */
function spoilt(body: Record<string, unknown>, pick: number, key: string, value: unknown): Record<string, unknown> {
  const keys = Object.keys(body);
  const at = keys[pick % (keys.length + 1)];
  if (at === undefined) return { ...body, [key]: value };
  const inner = body[at];
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return { ...body, [at]: isObject && pick % 3 > 0 ? spoilt(inner as Record<string, unknown>, Math.floor(pick / 3), key, value) : value };
}

const oddity = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '￿',
    '1e400',
    '',
    ' ',
    '440***********0218',
    "'; DROP TABLE cases; --",
    'x'.repeat(70_000),
    1e308,
    -0,
    [],
    {},
    null,
    { sealed: 'x', masked: 'y' },
  ),
);

describe('no input gives a 500', () => {
  it('whatever stands in a body, the answer is an answer or a problem with a code and a Chinese title', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.string({ maxLength: 20 }), oddity, async (which, pick, key, value) => {
        const request = requests[which % requests.length];
        if (!request) return;
        const answer = await hall.clerk.raw(request.method, request.path, { json: spoilt(request.body, pick, key, value) });
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400) return;
        const problem = answer.body as Problem;
        expect(problem.code).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/);
        expect(problem.title).toMatch(/[一-龥]/);
      }),
      { numRuns: 400 },
    );
  });

  it('nor in an address', async () => {
    const paths = [
      '/api/cases/%00',
      '/api/cases/by-no/%F0%9F%98%80',
      '/api/cases?q=%00',
      '/api/cases?q=%ED%A0%80',
      '/api/items?q=%00',
      '/api/item-versions/%2e%2e',
      '/api/cases?status=,,,',
      '/api/cases?cursor=%00',
      '/api/cases?limit=1e3',
      '/api/cases?from=0000-01-01&to=9999-12-31',
      '/api/cases?q=1&from=0001-01-01&to=9999-12-31',
    ];
    for (const path of paths) expect([path, (await hall.clerk.raw('GET', path)).status < 500]).toEqual([path, true]);
  });
});
