import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personalDataPath } from '@onewindow/domain';
import { handIn, type HallAtWork, openHall, openShopDraft, pngFile, publishItem, SHOP_PERMIT } from '../../test/hall-factory.js';
import { pdfOf } from '../../test/pdf-answer.js';
import { startApp, type TestApp } from '../../test/start-app.js';

let app: TestApp;
let hall: HallAtWork;

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

const ask = (answers: Record<string, string | boolean>) => ({ itemVersionId: hall.shop.versionId, answers });
const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString() === '%PDF-';
const serialOf = (number: string): number => Number(/〕(\d+) 号$/.exec(number)?.[1]);

describe('the situation', () => {
  it('comes to exactly the materials, fields and steps of the answers', async () => {
    const params = { id: hall.shop.versionId };
    const without = await hall.clerk.api.situationOf({ params, body: { answers: { place: 'bath', air: false } } });
    expect(without.materials.map(({ code }) => code)).toEqual(['application', 'identity', 'letter', 'plan']);
    const withAir = await hall.clerk.api.situationOf({ params, body: { answers: { place: 'bath', air: true } } });
    expect(withAir.materials).toContainEqual({ code: 'airReport', required: true });
    expect(withAir).toMatchObject({ steps: ['review', 'decision'], unanswered: [], fields: Object.keys(SHOP_PERMIT.form.properties) });
    expect((await hall.clerk.api.situationOf({ params, body: { answers: {} } })).unanswered).toEqual(['place', 'air']);
  });

  it('refuses answers that no question asks for, and versions that are not there', async () => {
    const path = `/api/item-versions/${hall.shop.versionId}/situation`;
    expect(await hall.clerk.raw('POST', path, { json: { answers: { moon: 'full', place: 'boat' } } })).toMatchObject({
      status: 422,
      body: { code: 'situation.answers-unfit', errors: [{ path: 'body.answers.moon' }, { path: 'body.answers.place' }] },
    });
    const nowhere = '/api/item-versions/018f0000-0000-7000-8000-000000000001/situation';
    expect(await hall.clerk.raw('POST', nowhere, { json: { answers: {} } })).toMatchObject({ status: 404 });
    expect(await hall.clerk.raw('POST', path, { json: { answers: { place: ['x'] } } })).toMatchObject({ status: 400 });
  });

  it('is kept with the case, and the case keeps its version when the item changes', async () => {
    const item = await publishItem(app, { departmentCode: hall.departmentCode, name: '沐浴场所登记' });
    const onItem = { ...hall, shop: item };
    const draft = await openShopDraft(onItem, 401);
    const toAccept = await openShopDraft(onItem, 402);
    await handIn(hall.clerk, toAccept.id, 'application');
    const { version } = await handIn(hall.clerk, toAccept.id, 'identity');
    await hall.clerk.api.acceptCase({ params: { id: toAccept.id }, body: { expectedVersion: version } });
    const materials = SHOP_PERMIT.materials.map((material) => ({ ...material, necessity: 'required' as const, when: undefined }));
    const definition = { ...SHOP_PERMIT, promisedLimit: 1, materials: materials.map(({ when: _when, ...material }) => material) };
    const next = await publishItem(app, { departmentCode: hall.departmentCode, name: '沐浴场所登记', code: item.code, definition });
    expect(next.versionId).not.toBe(item.versionId);
    for (const id of [draft.id, toAccept.id]) {
      const kept = await hall.clerk.api.getCase({ params: { id } });
      expect(kept).toMatchObject({ itemVersionId: item.versionId, promisedLimit: 5, answers: { place: 'bath', air: false } });
      expect(kept.materials.filter(({ required }) => required).map(({ code }) => code)).toEqual(['application', 'identity']);
    }
    // The draft is accepted under the version that it was opened with.
    await handIn(hall.clerk, draft.id, 'application');
    const ready = await handIn(hall.clerk, draft.id, 'identity');
    const accepted = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: ready.version } });
    expect(accepted).toMatchObject({ status: 'accepted', itemVersionId: item.versionId, promisedLimit: 5 });
    const fresh = await openShopDraft({ ...hall, shop: next }, 403);
    expect(fresh.materials.filter(({ required }) => required)).toHaveLength(5);
  });
});

describe('a guide', () => {
  it('is previewed without a number, and handed out with one', async () => {
    const preview = await pdfOf(hall.clerk, '/api/guide-previews', ask({ place: 'bath', air: true }));
    expect(preview).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(isPdf(preview.bytes)).toBe(true);
    const first = await hall.clerk.api.issueGuide({ body: ask({ place: 'bath', air: true }) });
    expect(first).toMatchObject({ title: '一次告知单', number: expect.stringMatching(/^临卫告〔2026〕\d+ 号$/) });
    const second = await hall.clerk.api.issueGuide({ body: ask({ place: 'shop', air: false }) });
    expect(serialOf(second.number)).toBe(serialOf(first.number) + 1);
    const file = await pdfOf(hall.clerk, `/api/guides/${first.id}/file`);
    expect(isPdf(file.bytes)).toBe(true);
    expect(Buffer.compare(file.bytes, (await pdfOf(hall.clerk, `/api/guides/${first.id}/file`)).bytes)).toBe(0);
  });

  it('opens by its QR code without a login, and holds nothing of any person', async () => {
    const { id } = await hall.clerk.api.issueGuide({ body: ask({ place: 'bath', air: false }) });
    const [row] = await app.database.query<{ token: string; content: never }>('SELECT token, content FROM guide WHERE id = $1', [id]);
    const opened = await pdfOf(app.client(), `/api/public/guides/${row?.token ?? ''}`);
    expect(opened.status).toBe(200);
    expect(Buffer.compare(opened.bytes, (await pdfOf(hall.clerk, `/api/guides/${id}/file`)).bytes)).toBe(0);
    expect(row && personalDataPath(row.content)).toBeNull();
    expect(await app.client().raw('GET', `/api/public/guides/${'x'.repeat(32)}`)).toMatchObject({
      status: 404,
      body: { code: 'guide.not-found' },
    });
    expect(await app.client().raw('GET', '/api/public/guides/short')).toMatchObject({ status: 400 });
  });

  it('is one under one key, and takes no number when it is refused', async () => {
    const idempotencyKey = randomUUID();
    const body = ask({ place: 'bath', air: false });
    const [one, again] = await Promise.all([1, 2].map(() => hall.clerk.api.issueGuide({ body }, { idempotencyKey })));
    expect(again).toEqual(one);
    expect(await hall.clerk.raw('POST', '/api/guides', { json: ask({ moon: 'full' }) })).toMatchObject({
      status: 422,
      body: { code: 'situation.answers-unfit' },
    });
    const next = await hall.clerk.api.issueGuide({ body });
    expect(serialOf(next.number)).toBe(serialOf(one?.number ?? '') + 1);
    const elsewhere = await (await openHall(app)).staff(['clerk']);
    expect(await elsewhere.raw('GET', `/api/guides/${next.id}/file`)).toMatchObject({ status: 404, body: { code: 'guide.not-found' } });
    const chief = await hall.staff(['chief']);
    expect(await chief.raw('POST', '/api/guides', { json: body })).toMatchObject({ status: 403 });
  });
});

describe('papers of an item', () => {
  it('are uploaded once, named by a version, and read only where a version names them', async () => {
    const editor = await hall.staff(['catalogue_editor']);
    // R5.1: a department that works must have the people for every step.
    await hall.staff(['approver']);
    const paper = await editor.api.uploadItemPaper({}, { file: pngFile(), fileName: '申请表（空白）.png' });
    expect(paper).toMatchObject({ name: '申请表（空白）.png', mediaType: 'image/png' });
    const withPaper = (sha256: string) => {
      const [first, ...others] = SHOP_PERMIT.materials;
      if (!first) throw new Error('the item has no materials');
      return { ...SHOP_PERMIT, materials: [{ ...first, blankForm: { sha256, name: '申请表（空白）.png' } }, ...others] };
    };
    const { departmentCode } = hall;
    const item = await publishItem(app, { departmentCode, name: '有空白表的事项', definition: withPaper(paper.sha256) });
    expect(await pdfOf(hall.clerk, `/api/item-versions/${item.versionId}/papers/${paper.sha256}`)).toMatchObject({
      status: 200,
      type: 'image/png',
    });
    expect(await hall.clerk.raw('GET', `/api/item-versions/${hall.shop.versionId}/papers/${paper.sha256}`)).toMatchObject({
      status: 404,
      body: { code: 'item-paper.not-found' },
    });
    const unknown = publishItem(app, { departmentCode, name: '没有上传过', definition: withPaper('a'.repeat(64)) });
    await expect(unknown).rejects.toMatchObject({ code: 'item.definition-invalid', errors: [{ path: 'materials.0.blankForm' }] });
    await expect(hall.clerk.api.uploadItemPaper({}, { file: pngFile() })).rejects.toMatchObject({ status: 403 });
    await expect(editor.api.uploadItemPaper({}, { file: new Blob(['<script>']), fileName: 'a.pdf' })).rejects.toMatchObject({
      status: 415,
    });
  });
});
