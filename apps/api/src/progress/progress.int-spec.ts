import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase, type HallAtWork, openHall, openShopDraft, person } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: HallAtWork;

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

async function tokenOf(caseId: string): Promise<string> {
  const [row] = await app.database.query<{ token: string }>('SELECT progress_token AS token FROM cases WHERE id = $1', [caseId]);
  return row?.token ?? '';
}

describe('progress by QR code, without login (R10.3)', () => {
  it('shows how far a case is and by when, and nothing of any person', async () => {
    const { id, caseNo } = await acceptedShopCase(hall, 301);
    const citizen = app.client();
    const answer = await citizen.raw('GET', `/api/progress/${await tokenOf(id)}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      caseNo,
      itemName: '公共场所卫生许可（新办）',
      status: 'accepted',
      statusWords: '审查中',
      promisedDue: '2026-03-09',
      promisedRemaining: 5,
      steps: [
        { name: '收件', state: 'done' },
        { name: '受理', state: 'done' },
        { name: '审查', state: 'current', words: '卫生健康局' },
        { name: '决定', state: 'future', day: '2026-03-09' },
        { name: '领证', state: 'future' },
      ],
    });
    for (const secret of [person(301).name, person(301).identityNumber, person(301).phone, '泉沐浴', '梧桐路'])
      expect(answer.text).not.toContain(secret);
  });

  it('knows neither drafts nor other tokens', async () => {
    const draft = await openShopDraft(hall, 302);
    const citizen = app.client();
    await expect(citizen.api.getProgress({ params: { token: await tokenOf(draft.id) } })).rejects.toMatchObject({
      status: 404,
      code: 'progress.not-found',
    });
    await expect(citizen.api.getProgress({ params: { token: 'A'.repeat(32) } })).rejects.toMatchObject({ status: 404 });
    expect((await citizen.raw('GET', '/api/progress/short')).status).toBe(400);
  });

  it('tells an early end', async () => {
    const draft = await openShopDraft(hall, 303);
    await hall.clerk.api.declineCase({ params: { id: draft.id }, body: { expectedVersion: draft.version, reason: '不属于本机关职权' } });
    const progress = await app.client().api.getProgress({ params: { token: await tokenOf(draft.id) } });
    expect(progress).toMatchObject({ status: 'declined', statusWords: '不予受理', promisedRemaining: null });
    expect(progress.steps.at(-1)).toMatchObject({ name: '不予受理', state: 'done' });
    expect(JSON.stringify(progress)).not.toContain('不属于本机关职权');
  });
});
