import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeIdentityNumber } from '@onewindow/domain';
import {
  acceptedShopCase,
  type HallAtWork,
  handIn,
  openHall,
  openShopDraft,
  person,
  publishItem,
  SHOP_FORM,
  SHOP_PERMIT,
} from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
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

const counts = async (table: string): Promise<number> =>
  (await app.database.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n ?? 0;

describe('a draft', () => {
  it('keeps what is sent section by section, and names what was written', async () => {
    const draft = await hall.clerk.api.openDraft({ body: { itemVersionId: hall.shop.versionId } });
    expect(draft).toMatchObject({ applicant: null, title: '公共场所卫生许可', answers: { air: false }, form: {} });
    expect(draft.hindrances.map(({ kind, key }) => `${kind}.${key}`)).toEqual([
      'applicant.applicant',
      'answer.place',
      'material.application',
      'material.identity',
      'field.placeName',
      'field.area',
      'field.phone',
    ]);
    const params = { id: draft.id };
    const first = await hall.clerk.api.saveDraft({
      params,
      body: { expectedVersion: 1, applicant: person(1), formSources: { phone: 'applicant', x: 'y' } },
    });
    expect(first).toMatchObject({ version: 2, title: '王**', formSources: { phone: 'applicant' } });
    const second = await hall.clerk.api.saveDraft({
      params,
      body: { expectedVersion: 2, answers: { place: 'shop', air: true }, form: { placeName: '望湖便利店', area: '' } },
    });
    expect(second).toMatchObject({ version: 3, title: '望湖便利店', form: { placeName: '望湖便利店' }, applicant: { name: '王小明' } });
    expect(second.materials.find(({ code }) => code === 'airReport')).toMatchObject({ required: true, verdict: 'missing' });
    const agent = {
      name: '陈嘉',
      identityNumber: makeIdentityNumber('440106', '1990-01-02', 7),
      phone: '13900139000',
      authority: '委托书',
    };
    const third = await hall.clerk.api.saveDraft({ params, body: { expectedVersion: 3, agent } });
    expect(third.agent).toMatchObject({ name: '陈嘉', phoneMasked: '139****9000', authority: '委托书' });
    const { phone: _phone, ...again } = agent;
    const fourth = await hall.clerk.api.saveDraft({ params, body: { expectedVersion: 4, agent: { ...again, authority: '授权书' } } });
    expect(fourth.agent).toMatchObject({ phoneMasked: '139****9000', authority: '授权书' });
    const fifth = await hall.clerk.api.saveDraft({ params, body: { expectedVersion: 5, agent: null } });
    expect(fifth.agent).toBeNull();
    const { items } = await hall.clerk.api.getCaseEvents({ params });
    expect(items.map(({ words }) => words)).toEqual([
      '开始办理公共场所卫生许可',
      '暂存申请人',
      '暂存情形、表单',
      '暂存代理人',
      '暂存代理人',
      '暂存代理人',
    ]);
    const kept = await app.database.query(`SELECT answer::text FROM idempotency_key`);
    for (const secret of [agent.identityNumber, agent.phone, person(1).identityNumber, person(1).phone]) {
      expect(JSON.stringify(kept)).not.toContain(secret);
      expect(
        JSON.stringify(
          await app.database.query(
            `SELECT c::text FROM cases c UNION ALL SELECT a::text FROM applicant a UNION ALL SELECT e::text FROM case_event e`,
          ),
        ),
      ).not.toContain(secret);
    }
  });

  it('keeps a sealed number when its mask comes back, and takes the applicant’s where a field repeats it', async () => {
    const draft = await openShopDraft(hall, 2);
    const masked = draft.applicant?.identityMasked ?? '';
    const saved = await hall.clerk.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: 1, form: { ...SHOP_FORM, phone: '138****8021', manager: masked } },
    });
    expect(saved.form).toMatchObject({ phone: '138****8021', manager: masked });
    expect(saved.hindrances.filter(({ kind }) => kind === 'field')).toEqual([]);
    const stranger = await hall.clerk.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: 2, form: { ...SHOP_FORM, manager: '440***********9999' } },
    });
    expect(stranger.hindrances).toContainEqual({
      kind: 'field',
      key: 'manager',
      label: '负责人证件号',
      reason: '身份证号前 17 位是数字，末位是数字或 X。对照证件改正',
    });
  });

  it('keeps half-typed values and says what is wrong with them', async () => {
    const draft = await openShopDraft(hall, 3);
    const saved = await hall.clerk.api.saveDraft({
      params: { id: draft.id },
      body: {
        expectedVersion: 1,
        form: { placeName: '浴', area: 0.5, staff: 3, openOn: '2026-02-30', kind: 'huge', phone: '138', manager: '44010619' },
      },
    });
    expect(saved.form).toMatchObject({ phone: '138', manager: '44010619' });
    expect(saved.hindrances.filter(({ kind }) => kind === 'field').map(({ key, reason }) => [key, reason])).toEqual([
      ['area', '至少 1'],
      ['openOn', '日期不存在，按 2026-11-05 的格式填写'],
      ['kind', '不在可选项里，重新选择'],
      ['manager', '身份证号 18 位，现在 8 位。对照证件补全'],
      ['phone', '电话号码只能有数字、空格和短横，5 至 20 位'],
    ]);
  });

  it('refuses unknown fields, wrong types and texts beyond measure, and keeps nothing of them', async () => {
    const draft = await openShopDraft(hall, 4);
    const events = await counts('case_event');
    const save = (body: object) => hall.clerk.raw('PATCH', `/api/cases/${draft.id}/draft`, { json: { expectedVersion: 1, ...body } });
    const form = await save({
      form: { ...SHOP_FORM, area: 'wide', colour: 'red', note: 'x'.repeat(2001), manager: { sealed: 'a', masked: 'b' } },
    });
    expect(form).toMatchObject({ status: 422, body: { code: 'case.form-invalid' } });
    expect((form.body as { errors: object[] }).errors).toEqual([
      { path: 'body.form.colour', message: 'colour：表单没有这一项' },
      { path: 'body.form.area', message: '面积：填写数字' },
      { path: 'body.form.manager', message: '负责人证件号：须是号码' },
    ]);
    expect(await save({ answers: { place: 'castle' } })).toMatchObject({
      status: 422,
      body: { code: 'case.answers-invalid', errors: [{ path: 'body.answers.place' }] },
    });
    expect(await save({ answers: { air: 'yes' } })).toMatchObject({ status: 422, body: { code: 'case.answers-invalid' } });
    expect(await save({ answers: { smell: true } })).toMatchObject({ status: 422, body: { code: 'case.answers-invalid' } });
    expect(await save({ applicant: { ...person(4), identityNumber: '440106198503120219' } })).toMatchObject({
      status: 422,
      body: { code: 'applicant.number-invalid', errors: [{ path: 'body.applicant.identityNumber' }] },
    });
    expect(await save({ applicant: { ...person(4), identityType: 'creditCode' } })).toMatchObject({
      status: 422,
      body: { code: 'applicant.number-invalid' },
    });
    expect(await save({ agent: { name: '陈', identityNumber: '440106199001020001', authority: 'x' } })).toMatchObject({ status: 422 });
    expect(await save({ surprise: 1 })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await save({ expectedVersion: 'one' })).toMatchObject({ status: 400 });
    expect(
      await hall.clerk.raw('PATCH', `/api/cases/${draft.id}/draft`, {
        body: '{"expectedVersion": 1,',
        headers: { 'content-type': 'application/json' },
      }),
    ).toMatchObject({ status: 400 });
    expect(await counts('case_event')).toBe(events);
    expect((await hall.clerk.api.getCase({ params: { id: draft.id } })).version).toBe(1);
  });

  it('keeps awkward but honest input: full-width digits, emoji, long names, odd keys', async () => {
    const draft = await openShopDraft(hall, 5);
    const save = (form: object) => hall.clerk.raw('PATCH', `/api/cases/${draft.id}/draft`, { json: { expectedVersion: 1, form } });
    expect(await save({ constructor: 'x' })).toMatchObject({ status: 422 });
    expect(
      (
        await hall.clerk.raw('PATCH', `/api/cases/${draft.id}/draft`, {
          body: '{"expectedVersion":1,"form":{"__proto__":{"a":1}}}',
          headers: { 'content-type': 'application/json' },
        })
      ).status,
    ).toBeLessThan(500);
    expect(await save({ placeName: '\u0000' })).toMatchObject({ status: expect.any(Number) });
    const saved = await hall.clerk.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: 1, form: { ...SHOP_FORM, placeName: '𠮷田😀' } },
    });
    expect(saved.title).toBe('𠮷田😀');
  });

  it('refuses a stale tab and tells the version', async () => {
    const draft = await openShopDraft(hall, 6);
    await hall.clerk.api.saveDraft({ params: { id: draft.id }, body: { expectedVersion: 1, form: SHOP_FORM } });
    await expect(
      hall.clerk.api.saveDraft({ params: { id: draft.id }, body: { expectedVersion: 1, form: SHOP_FORM } }),
    ).rejects.toMatchObject({
      problem: { status: 409, code: 'case.version-stale', facts: { expectedVersion: 1, version: 2 } },
    });
  });

  it('answers the same to the same key, and refuses another body under it', async () => {
    const idempotencyKey = randomUUID();
    const body = { itemVersionId: hall.shop.versionId, applicant: person(7) };
    const [one, two] = await Promise.all([
      hall.clerk.api.openDraft({ body }, { idempotencyKey }),
      hall.clerk.api.openDraft({ body }, { idempotencyKey }),
    ]);
    expect(two).toEqual(one);
    await expect(hall.clerk.api.openDraft({ body: { ...body, applicant: person(8) } }, { idempotencyKey })).rejects.toMatchObject({
      problem: { status: 422, code: 'idempotency.key-reused' },
    });
  });

  it('is pinned to a published version of an open item', async () => {
    const { departmentCode } = hall;
    const closed = await publishItem(app, { departmentCode, closedReason: '联办流程筹备中', name: '企业开办一件事' });
    const first = await publishItem(app, { departmentCode, name: '临时事项' });
    const second = await publishItem(app, {
      departmentCode,
      name: '临时事项',
      code: first.code,
      definition: { ...SHOP_PERMIT, promisedLimit: 4 },
    });
    const open = (itemVersionId: string) => hall.clerk.api.openDraft({ body: { itemVersionId } });
    await expect(open(closed.versionId)).rejects.toMatchObject({
      problem: { status: 422, code: 'item.closed', title: '本事项暂不受理：联办流程筹备中。' },
    });
    await expect(open(first.versionId)).rejects.toMatchObject({ problem: { status: 422, code: 'item-version.not-published' } });
    await expect(open(randomUUID())).rejects.toMatchObject({ problem: { status: 404, code: 'item-version.not-found' } });
    expect((await open(second.versionId)).promisedLimit).toBe(4);
  });

  it('belongs to its counter: the next person there goes on with it, another hall does not see it', async () => {
    const [, counterId] = hall.counterIds;
    const clerk = await hall.staff(['clerk'], { counterId: counterId ?? '' });
    const draft = await openShopDraft(hall, 9, clerk);
    const next = await hall.staff(['clerk'], { counterId: counterId ?? '' });
    expect((await next.api.myDrafts()).items.map(({ id }) => id)).toEqual([draft.id]);
    expect((await hall.clerk.api.myDrafts()).items.map(({ id }) => id)).not.toContain(draft.id);
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    const params = { id: draft.id };
    for (const attempt of [
      elsewhere.api.getCase({ params }),
      elsewhere.api.getCaseEvents({ params }),
      elsewhere.api.saveDraft({ params, body: { expectedVersion: 1 } }),
      elsewhere.api.discardDraft({ params }),
      elsewhere.api.receiveCase({ params, body: { expectedVersion: 1 } }),
      elsewhere.api.acceptCase({ params, body: { expectedVersion: 1 } }),
      handIn(elsewhere, draft.id, 'application'),
    ]) {
      await expect(attempt).rejects.toMatchObject({ problem: { status: 404, code: 'case.not-found' } });
    }
    await expect(hall.staff(['approver']).then((approver) => approver.api.getCase({ params }))).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });

  it('is thrown away with its papers; its story stays and says so', async () => {
    const draft = await openShopDraft(hall, 10);
    await handIn(hall.clerk, draft.id, 'application');
    expect(await hall.clerk.api.discardDraft({ params: { id: draft.id } })).toEqual({ ok: true });
    await expect(hall.clerk.api.getCase({ params: { id: draft.id } })).rejects.toMatchObject({ problem: { status: 404 } });
    const events = await app.database.query<{ action: string }>('SELECT action FROM case_event WHERE case_id = $1 ORDER BY seq', [
      draft.id,
    ]);
    expect(events.map(({ action }) => action)).toEqual(['openDraft', 'attachFile', 'discardDraft']);
    const accepted = await acceptedShopCase(hall, 11);
    await expect(hall.clerk.api.discardDraft({ params: { id: accepted.id } })).rejects.toMatchObject({
      problem: { status: 409, code: 'case.not-a-draft' },
    });
    await expect(
      hall.clerk.api.saveDraft({ params: { id: accepted.id }, body: { expectedVersion: accepted.version } }),
    ).rejects.toMatchObject({
      problem: { status: 409, code: 'case.draft-closed' },
    });
  });

  it('is opened by a clerk of a hall alone', async () => {
    const body = { itemVersionId: hall.shop.versionId };
    const approver = await hall.staff(['approver']);
    await expect(approver.api.openDraft({ body })).rejects.toMatchObject({ problem: { status: 403, code: 'access.role-missing' } });
    const homeless = await hall.staff(['clerk'], { hallId: null });
    await expect(homeless.api.openDraft({ body })).rejects.toMatchObject({ problem: { status: 422, code: 'case.hall-missing' } });
    expect(await app.client().raw('POST', '/api/cases', { json: body })).toMatchObject({ status: 401 });
  });
});
