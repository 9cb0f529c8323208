import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { maskIdentityNumber, parseCaseNo } from '@onewindow/domain';
import {
  acceptedShopCase,
  completeShopDraft,
  type HallAtWork,
  handIn,
  openHall,
  openShopDraft,
  person,
  SHOP_FORM,
} from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(async () => {
  await app.close();
});

describe('from the draft to acceptance', () => {
  it('opens a draft with everything in it: numbers sealed, shown masked, actions offered', async () => {
    const draft = await openShopDraft(hall, 21);
    expect(draft).toMatchObject({
      caseNo: null,
      status: 'draft',
      version: 1,
      title: '临江悦泉沐浴',
      applicantName: '王小明',
      applicant: { name: '王小明', identityMasked: maskIdentityNumber(person(21).identityNumber), phoneMasked: '138****8021' },
      form: { ...SHOP_FORM, phone: '138****8021' },
      answers: { place: 'bath', air: false },
      statutoryLimit: 20,
      promisedLimit: 5,
      clocks: { statutory: null, promised: null, step: null },
      notices: [],
      result: null,
    });
    expect(draft.hindrances).toEqual([
      { kind: 'material', key: 'application', label: '申请表', reason: '未交' },
      { kind: 'material', key: 'identity', label: '身份证明', reason: '未交' },
    ]);
    expect(draft.actions.find(({ action }) => action === 'accept')).toMatchObject({ allowed: false });
    expect(draft.actions.find(({ action }) => action === 'receive')).toEqual({ action: 'receive', allowed: true });
    expect(draft.route.map(({ key, status }) => [key, status])).toEqual([
      ['review', 'future'],
      ['decision', 'future'],
    ]);
    const stored = await app.database.query(`SELECT form::text || coalesce(title, '') AS text FROM cases WHERE id = $1`, [draft.id]);
    expect(JSON.stringify(stored)).not.toContain('13800138021');
  });

  it('accepts a complete draft: number, dates by R1, tasks, one notice, two events', async () => {
    app.clock.set('2026-02-13T02:00:00.000Z');
    const accepted = await acceptedShopCase(hall, 22);
    expect(accepted.status).toBe('accepted');
    expect(parseCaseNo(accepted.caseNo ?? '')).toMatchObject({ ok: true, value: { region: '440199', date: '2026-02-13' } });
    // R1.3: 2026-02-13 +5 → 2026-02-27, +20 → 2026-03-19.
    expect(accepted.clocks.promised).toMatchObject({ due: '2026-02-27', remaining: 5, provisional: false });
    expect(accepted.clocks.statutory).toMatchObject({ due: '2026-03-19' });
    expect(accepted.acceptedOn).toBe('2026-02-13');
    expect(accepted.hindrances).toEqual([]);
    expect(accepted.route.map(({ key, status }) => [key, status])).toEqual([
      ['review', 'pooled'],
      ['decision', 'waiting'],
    ]);
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['acceptance']);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: accepted.id } });
    expect(items.map(({ action }) => action)).toEqual(['openDraft', 'attachFile', 'attachFile', 'receive', 'accept', 'task.open']);
    expect(items.at(3)?.words).toMatch(/^收件，编号 440199 20260213 \d{6} \d$/);
    expect(items.at(4)?.words).toBe('受理，承诺 02-27 前办结');
    expect(items.at(0)).toMatchObject({ actor: { name: '林晓雯' }, place: '临江区政务服务中心 1 号窗口' });
    const again = await hall.clerk.api.getCase({ params: { id: accepted.id } });
    expect(again).toEqual(accepted);
    app.clock.set('2026-03-02T01:00:00.000Z');
  });

  it('receives first and accepts later; the receipt is issued with the receipt of the papers', async () => {
    const draft = await openShopDraft(hall, 23);
    const received = await hall.clerk.api.receiveCase({ params: { id: draft.id }, body: { expectedVersion: draft.version } });
    expect(received).toMatchObject({ status: 'received', notices: [{ kind: 'receipt' }], clocks: { promised: null } });
    await handIn(hall.clerk, draft.id, 'application');
    const { version, material } = await handIn(hall.clerk, draft.id, 'identity');
    expect(material).toMatchObject({ verdict: 'qualified', files: [{ mediaType: 'image/png' }] });
    const accepted = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    expect(accepted.notices.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance']);
    expect(accepted.caseNo).toBe(received.caseNo);
  });

  it('accepts an instant item without tasks', async () => {
    const draft = await hall.clerk.api.openDraft({
      body: { itemVersionId: hall.registration.versionId, applicant: person(24), form: { placeName: '家', area: 1, phone: '13800138024' } },
    });
    const { version } = await handIn(hall.clerk, draft.id, 'application');
    const accepted = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    expect(accepted).toMatchObject({ status: 'accepted', kind: 'instant', route: [], clocks: { statutory: null, promised: null } });
    expect(accepted.actions.find(({ action }) => action === 'decide')).toEqual({ action: 'decide', allowed: true });
    expect(accepted.title).toBe('王**');
  });

  it('gives 100 parallel accepts 100 numbers', async () => {
    const drafts = await Promise.all(Array.from({ length: 100 }, (_, index) => completeShopDraft(hall, 100 + index)));
    const accepted = await Promise.all(
      drafts.map((draft) => hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: draft.version } })),
    );
    expect(new Set(accepted.map(({ caseNo }) => caseNo)).size).toBe(100);
  });
});
