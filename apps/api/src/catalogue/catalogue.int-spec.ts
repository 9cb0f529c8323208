import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ItemDefinitionInput, topicOf } from '@onewindow/contracts';
import { makeCreditCode, makeItemCode } from '@onewindow/domain';
import { type HallAtWork, openHall, publishItem, SHOP_PERMIT } from '../../test/hall-factory.js';
import { createDepartment } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { SignalBus } from '../platform/index.js';
import { DefinitionFaulty } from './catalogue-problems.js';
import { ItemVersions } from './item-versions.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(async () => {
  await app.close();
});

const names = async (q?: string) =>
  (await hall.clerk.api.searchItems({ query: q === undefined ? {} : { q } })).items.map(({ name }) => name);

describe('item search', () => {
  it('finds by name, by pinyin initials and by code; the closer match first, closed items last', async () => {
    const { departmentCode } = hall;
    await publishItem(app, { departmentCode, name: '食品经营许可' });
    await publishItem(app, { departmentCode, name: '小食品摊点登记' });
    await publishItem(app, { departmentCode, name: '食品生产一件事', closedReason: '联办流程筹备中' });
    expect(await names('食品')).toEqual(['食品经营许可', '小食品摊点登记', '食品生产一件事']);
    expect(await names('spjy')).toEqual(['食品经营许可']);
    expect(await names('SPJYXK')).toEqual(['食品经营许可']);
    expect(await names('ｓｐ')).toEqual(['食品经营许可', '小食品摊点登记', '食品生产一件事']);
    expect(await names(hall.shop.code)).toEqual(['公共场所卫生许可']);
    expect(await names(hall.shop.code.slice(0, 20))).toHaveLength(5);
    expect(await names('没有的事')).toEqual([]);
    expect(await names()).toHaveLength(5);
    const { items } = await hall.clerk.api.searchItems({ query: { q: '食品生产', limit: 1 } });
    expect(items).toMatchObject([
      { open: false, closedReason: '联办流程筹备中', versionId: null, initials: 'spscyjs', department: { id: hall.departmentId } },
    ]);
    expect((await hall.clerk.api.searchItems({ query: { q: '公共' } })).items).toMatchObject([
      { open: true, versionId: hall.shop.versionId, kind: 'promised', statutoryLimit: 20, promisedLimit: 5 },
    ]);
  });

  it('asks for a signed-in person and a sane query', async () => {
    expect(await app.client().raw('GET', '/api/items')).toMatchObject({ status: 401 });
    expect(await hall.clerk.raw('GET', '/api/items?limit=1000')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await hall.clerk.raw('GET', `/api/items?q=${'长'.repeat(61)}`)).toMatchObject({ status: 400 });
    expect(await hall.clerk.raw('GET', '/api/items?surprise=1')).toMatchObject({ status: 400 });
    expect(await hall.clerk.raw('GET', '/api/items?q=%25%5F%27%3B--')).toMatchObject({ status: 200, body: { items: [] } });
  });
});

describe('a version', () => {
  it('shows its whole definition, its fields in the order in which they were written', async () => {
    const version = await hall.clerk.api.getItemVersion({ params: { id: hall.shop.versionId } });
    expect(version).toMatchObject({
      itemId: hall.shop.itemId,
      version: 1,
      name: '公共场所卫生许可',
      department: { id: hall.departmentId },
    });
    expect(Object.keys(version.definition.form.properties)).toEqual(Object.keys(SHOP_PERMIT.form.properties));
    expect(await hall.clerk.raw('GET', `/api/item-versions/${hall.shop.itemId}`)).toMatchObject({
      status: 404,
      body: { code: 'item-version.not-found' },
    });
    expect(await hall.clerk.raw('GET', '/api/item-versions/nonsense')).toMatchObject({ status: 400 });
  });

  it('stays readable when the next one is published, which the same definition again is not', async () => {
    const { departmentCode } = hall;
    const first = await publishItem(app, { departmentCode, name: '占道登记' });
    expect(await publishItem(app, { departmentCode, name: '占道登记', code: first.code })).toMatchObject({ versionId: first.versionId });
    const second = await publishItem(app, {
      departmentCode,
      name: '占道登记',
      code: first.code,
      definition: { ...SHOP_PERMIT, promisedLimit: 1 },
    });
    expect(second.versionId).not.toBe(first.versionId);
    expect((await hall.clerk.api.getItemVersion({ params: { id: first.versionId } })).definition.promisedLimit).toBe(5);
    expect(await hall.clerk.api.getItemVersion({ params: { id: second.versionId } })).toMatchObject({ version: 2, itemId: first.itemId });
    expect((await hall.clerk.api.searchItems({ query: { q: '占道' } })).items).toMatchObject([{ versionId: second.versionId }]);
  });

  it('goes on under the name and with the department that another process gave its item, without a new version', async () => {
    const { clerk, departmentCode } = hall;
    const name = '招牌登记';
    const { code, versionId } = await publishItem(app, { departmentCode, name });
    const draft = () => clerk.api.openDraft({ body: { itemVersionId: versionId } });
    expect(await draft()).toMatchObject({ itemName: name, department: { id: hall.departmentId } });
    const department = await createDepartment(app.database, '城管局');
    const [moved] = await app.database.query<{ code: string }>('SELECT code FROM department WHERE id = $1', [department]);
    const told = new Promise<void>((resolve) => {
      const stop = app.get(SignalBus).subscribe(({ groups }) => {
        if (!groups.flat().includes(topicOf.catalogue)) return;
        stop();
        resolve();
      });
    });
    const other = await startApp({ database: app.database });
    await publishItem(other, { code, departmentCode: moved?.code ?? '', name: '户外招牌登记' });
    const now = { name: '户外招牌登记', department: { id: department } };
    expect(await draft()).toMatchObject({ itemName: now.name, department: now.department });
    expect(await clerk.api.getItemVersion({ params: { id: versionId } })).toMatchObject(now);
    // CrossHall: an edit of what is open already looks at the item as well.
    await other.flushSignals();
    await told;
    expect(await app.get(ItemVersions).get(versionId)).toMatchObject({ name: now.name, departmentId: department });
    await other.close();
  });

  it('that was never published is not shown', async () => {
    await app.database.query(
      `INSERT INTO item_version (id, item_id, version, status, definition) SELECT '018f0000-0000-7000-8000-000000000001', item_id, 99, 'draft', definition
       FROM item_version WHERE id = $1`,
      [hall.shop.versionId],
    );
    const raw = await hall.clerk.raw('GET', '/api/item-versions/018f0000-0000-7000-8000-000000000001');
    expect(raw).toMatchObject({ status: 404, body: { code: 'item-version.not-found' } });
  });
});

describe('publishing', () => {
  const code = makeItemCode(makeCreditCode('11', '440199', 5), '4', '000123099999');
  const faultsOf = async (definition: unknown, more: { departmentCode?: string; code?: string } = {}) => {
    const input = { departmentCode: hall.departmentCode, code, definition: definition as ItemDefinitionInput, ...more };
    const error: unknown = await publishItem(app, input).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DefinitionFaulty);
    return (error as DefinitionFaulty).errors?.map(({ path, message }) => `${path} ${message}`);
  };

  it('refuses what does not hold together, and names every place', async () => {
    expect(
      await faultsOf({
        ...SHOP_PERMIT,
        promisedLimit: 25,
        subjectField: 'manager',
        questions: [...SHOP_PERMIT.questions, { key: 'place', title: '又一个', kind: 'choice', options: [], default: 'x' }],
        materials: [
          ...SHOP_PERMIT.materials,
          {
            ...SHOP_PERMIT.materials[0],
            code: 'letter',
            when: { all: [{ question: 'nobody', equals: 1 }, { not: { field: 'manager', answered: true } }] },
          },
        ],
        route: {
          steps: [
            { key: 'a', name: '审查', kind: 'review', departmentCode: 'moon', role: 'approver', limit: 1, onSilence: 'wait', after: [] },
          ],
        },
        result: { ...SHOP_PERMIT.result, fields: ['nothing'] },
      }),
    ).toEqual([
      'promisedLimit 承诺时限不能长于法定时限',
      'questions.2.key 问题的键重复',
      'questions.2.options 选择题至少两个选项',
      'questions.2.default 预设的答案不在选项里',
      'materials.5.code 材料的代码重复',
      'materials.5.when 没有问题“nobody”',
      'materials.5.when 条件不能比较证件号和电话',
      'subjectField 标题字段须是表单里的文字字段，不能是号码',
      'result.fields.0 表单没有字段“nothing”',
      'route.steps 路线须有一个决定环节，现在有 0 个',
      'route.steps.0.departmentCode 没有部门“moon”',
    ]);
  });

  it('refuses a wrong code, an unknown department, a pattern that does not compile, an instant item with steps, and rubbish', async () => {
    expect(await faultsOf(SHOP_PERMIT, { code: '123' })).toEqual([expect.stringMatching(/^code 实施编码 31 位/)]);
    expect(await faultsOf(SHOP_PERMIT, { departmentCode: 'moon' })).toEqual(['departmentCode 没有部门“moon”']);
    const withPattern = {
      ...SHOP_PERMIT.form,
      properties: { ...SHOP_PERMIT.form.properties, note: { type: 'string', title: '备注', pattern: '(' } },
    };
    expect(await faultsOf({ ...SHOP_PERMIT, form: withPattern })).toEqual(['form.properties.note 备注：不能编译，多半是正则表达式写错']);
    expect(await faultsOf({ ...SHOP_PERMIT, kind: 'instant' })).toEqual(['route.steps 即办件由窗口决定，没有环节']);
    expect((await faultsOf({ ...SHOP_PERMIT, surprise: 1 }))?.length).toBe(1);
    expect((await faultsOf('rubbish'))?.length).toBeGreaterThan(0);
    expect(await app.database.query('SELECT 1 FROM item WHERE code = $1', [code])).toEqual([]);
  });
});
