import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleItem, BundleWorld, childItem } from '../../test/bundle-world.js';
import { person, publishItem } from '../../test/hall-factory.js';
import { refusal } from '../../test/test-client.js';

let world: BundleWorld;
beforeAll(async () => {
  world = await BundleWorld.start();
});
afterAll(() => world.app.close());

describe('a bundle before it is accepted', () => {
  it('asks for every field and paper once, and shows which children the answers take', async () => {
    const draft = await world.draft(301);
    expect(draft.materials.map(({ code }) => code)).toEqual(['application', 'charter', 'premises', 'identity']);
    expect(draft.bundle).toMatchObject({ role: 'parent', caseId: draft.id });
    expect(draft.bundle?.children.map(({ key, state, after }) => [key, state, after])).toEqual([
      ['licence', null, []],
      ['seal', null, ['licence']],
      ['invoice', null, ['licence']],
      ['card', null, ['seal']],
    ]);
    expect(draft.hindrances).toEqual([]);
    const less = await world.draft(302, false);
    expect(less.bundle?.children.map(({ key }) => key)).toEqual(['licence', 'invoice']);
    expect(less.materials.map(({ code }) => code)).toEqual(['application', 'charter', 'premises']);
    const { items } = await world.hall.clerk.api.searchItems({ query: { q: '设立登记' } });
    expect(items).toEqual([]);
    const alone = await refusal(world.hall.clerk.api.openDraft({ body: { itemVersionId: world.childVersionId, applicant: person(303) } }));
    expect(alone).toMatchObject({ status: 422, code: 'item.closed' });
  });

  it('has no children to come once it is declined', async () => {
    const { id, version } = await world.draft(304);
    const body = { expectedVersion: version, reason: '住所有争议' };
    const { bundle } = await world.hall.clerk.api.declineCase({ params: { id }, body });
    expect(bundle?.children.map(({ state, reason, endedAt }) => [state, reason, endedAt !== null])).toEqual(
      Array.from({ length: 4 }, () => ['cancelled', '一件事不予受理', true]),
    );
  });

  it('published anew as it was merged is the same version: nothing is laid in twice', async () => {
    const [stored] = await world.app.database.query<{ code: string; definition: ReturnType<typeof bundleItem> }>(
      'SELECT i.code, v.definition FROM item_version v JOIN item i ON i.id = v.item_id WHERE v.id = $1',
      [world.versionId],
    );
    if (!stored) throw new Error('the bundle is published');
    const again = { name: '企业开办', departmentCode: world.desks.licence.code, ...stored };
    expect((await publishItem(world.app, again)).versionId).toBe(world.versionId);
  });

  it('is not published with a ring, a child that is missing or can be taken alone, or fields that can not be one', async () => {
    const departmentCode = world.desks.licence.code;
    const publish = (definition: ReturnType<typeof bundleItem>) =>
      publishItem(world.app, { name: '坏的一件事', departmentCode, definition }).catch((error: unknown) => error as { errors?: unknown });
    const other = await publishItem(world.app, {
      departmentCode,
      definition: childItem('另一项', {
        form: { type: 'object', properties: { company: { type: 'integer', title: '公司', 'x-meaning': 'company.name' } }, required: [] },
      }),
    });
    const messages = async (children: Parameters<typeof bundleItem>[0]) => JSON.stringify(await publish(bundleItem(children)));
    const { childCode } = world;
    expect(
      await messages([
        { key: 'a', itemCode: childCode, after: ['b'] },
        { key: 'b', itemCode: childCode, after: ['a'] },
      ]),
    ).toContain('绕成了圈');
    expect(
      await messages([
        { key: 'a', itemCode: childCode },
        { key: 'b', itemCode: '9'.repeat(31) },
      ]),
    ).toContain('没有发布');
    expect(
      await messages([
        { key: 'a', itemCode: childCode },
        { key: 'b', itemCode: world.hall.shop.code },
      ]),
    ).toContain('可以单独受理');
    expect(
      await messages([
        { key: 'a', itemCode: childCode },
        { key: 'b', itemCode: other.code },
      ]),
    ).toContain('含义相同');
    // One receipt and one pickup: no child may take fewer people, or be collected in fewer places and ways.
    const narrow = await publishItem(world.app, {
      departmentCode,
      definition: childItem('窄项', { scope: 'hall', delivery: ['post'], applicantKinds: ['legal'] }),
    });
    const narrower = await messages([
      { key: 'a', itemCode: childCode },
      { key: 'b', itemCode: narrow.code },
    ]);
    for (const words of ['只在收件大厅领取', '领取方式比一件事少', '不受理一件事所受理的申请人']) expect(narrower).toContain(words);
  });
});

describe('a bundle of which a department takes nothing new', () => {
  const close = (code: string, reason: string | null) =>
    world.app.database.query('UPDATE item SET closed_reason = $2 WHERE code = $1', [code, reason]);
  const codeOf = async (key: string) => {
    const [row] = await world.app.database.query<{ code: string }>(
      `SELECT k.child->>'itemCode' AS code FROM item_version v, json_array_elements(v.definition->'bundle'->'children') k(child)
        WHERE v.id = $1 AND k.child->>'key' = $2`,
      [world.versionId, key],
    );
    return row?.code ?? '';
  };

  it('is not begun where it can not do without, nor accepted with what can be left out; who was accepted before goes on', async () => {
    const [running, draft] = [await world.accepted(325), await world.draft(326)];
    const seal = await codeOf('seal');
    await close(seal, '系统升级到月底');
    const accept = { params: { id: draft.id }, body: { expectedVersion: draft.version } };
    await expect(world.hall.clerk.api.acceptCase(accept)).rejects.toMatchObject({
      code: 'case.not-acceptable',
      problem: { errors: [{ path: 'answer.seal', message: '刻章备案：暂不受理：系统升级到月底。不办这一项，或等开放后受理' }] },
    });
    await world.decide(running.id, 'licence');
    await world.app.drain();
    expect(await world.states(running.id)).toMatchObject({ seal: 'open', invoice: 'open' });
    expect((await world.accepted(327, false)).status).toBe('accepted');
    await close(seal, null);
    const invoice = await codeOf('invoice');
    await close(invoice, '系统升级到月底');
    // Whatever is published, the list is read anew.
    await publishItem(world.app, { departmentCode: world.desks.card.code, definition: childItem('又一项') });
    const { items } = await world.hall.clerk.api.searchItems({ query: { q: '企业开办' } });
    expect(items[0]).toMatchObject({ open: false, versionId: null, closedReason: '其中的发票申领，系统升级到月底' });
    expect(await refusal(world.hall.clerk.api.openDraft({ body: { itemVersionId: world.versionId } }))).toMatchObject({
      code: 'item.closed',
      title: '本事项暂不受理：其中的发票申领，系统升级到月底。',
    });
    await close(invoice, null);
  });
});

describe('a bundle whose worker is late', () => {
  it('dates who begins, and its own end, by the day of the decisions (R1.5)', async () => {
    const { id, acceptedOn } = await world.accepted(328, false);
    const { clock } = world.app;
    const drainedLate = async () => {
      clock.advance({ days: 3 });
      await world.app.drain();
      clock.advance({ days: -3 });
    };
    const licence = await world.child(id, 'licence');
    await world.decide(id, 'licence');
    await drainedLate();
    const child = await world.child(id, 'invoice');
    expect(child.acceptedOn).toBe(acceptedOn);
    expect(child.clocks.promised?.due).toBe(licence.clocks.promised?.due);
    expect(child.route[0]?.clock?.due).toBe(licence.route[0]?.clock?.due);
    await world.decide(id, 'invoice');
    await drainedLate();
    const [row] = await world.app.database.query<{ decidedOn: string }>(`SELECT decided_on::text AS "decidedOn" FROM cases WHERE id = $1`, [
      id,
    ]);
    expect(row?.decidedOn).toBe(acceptedOn);
  });
});

describe('what the applicant sees', () => {
  it('is told of everything by one guide: who does what in which order, and whom each paper serves', async () => {
    const { clerk } = world.hall;
    const { id } = await clerk.api.issueGuide({ body: { itemVersionId: world.versionId, answers: { seal: true } } });
    // A child can't be applied for by itself, so no sheet says how.
    const ofChild = { itemVersionId: world.childVersionId, answers: {} };
    expect(await refusal(clerk.api.issueGuide({ body: ofChild }))).toMatchObject({ status: 422, code: 'item.closed' });
    const [row] = await world.app.database.query<{ content: unknown }>('SELECT content FROM guide WHERE id = $1', [id]);
    expect(row?.content).toMatchObject({
      resultName: '营业执照、刻章备案凭证、发票申领凭证、印鉴卡凭证',
      children: [
        { name: '设立登记', department: '市场监管局', limit: 2, after: [] },
        { name: '刻章备案', after: ['设立登记'] },
        { name: '发票申领' },
        { name: '印鉴卡', after: ['刻章备案'] },
      ],
      materials: [
        { name: '申请书' },
        { name: '章程', askers: ['市场监管局'] },
        { name: '住所证明', askers: ['市场监管局', '税务局'] },
        { name: '身份证明', askers: ['公安分局', '人社局'] },
      ],
    });
  });

  it('is each child with how it stands, and nothing of a person', async () => {
    const { id } = await world.accepted(317);
    await world.decide(id, 'licence');
    await world.app.drain();
    const [row] = await world.app.database.query<{ token: string }>('SELECT progress_token AS token FROM cases WHERE id = $1', [id]);
    const progress = await world.app.client().api.getProgress({ params: { token: row?.token ?? '' } });
    expect(progress.children).toEqual([
      { name: '设立登记', department: '市场监管局', state: 'ready', words: '已准予', due: null },
      { name: '刻章备案', department: '公安分局', state: 'open', words: '办理中', due: expect.any(String) },
      { name: '发票申领', department: '税务局', state: 'open', words: '办理中', due: expect.any(String) },
      { name: '印鉴卡', department: '人社局', state: 'waiting', words: '等刻章备案办成后开始', due: null },
    ]);
    expect(progress.steps.find(({ name }) => name === '各部门办理')).toMatchObject({ state: 'current', words: '办完 1 / 4 项' });
    expect(JSON.stringify(progress)).not.toContain('王小明');
  });
});
