import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemDefinitionInput } from '@onewindow/contracts';
import { addCalendarDays, makeIdentityNumber } from '@onewindow/domain';
import { type HallAtWork, handIn, openHall, person, publishItem, SHOP_PERMIT } from '../../test/hall-factory.js';
import { processorTime } from '../../test/processor-time.js';
import { startApp, type TestApp } from '../../test/start-app.js';

const COMPANY: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  subjectField: null,
  result: { ...SHOP_PERMIT.result, fields: [] },
  form: {
    type: 'object',
    'x-groups': [{ key: 'air', title: '空调', 'x-when': { question: 'air', equals: true } }],
    properties: {
      name: { type: 'string', title: '名称', 'x-source': 'applicant.name' },
      phone: { type: 'string', title: '电话', format: 'phone', 'x-source': 'applicant.phone' },
      capital: { type: 'integer', title: '注册资本', format: 'money', minimum: 1 },
      home: { type: 'object', title: '住所', format: 'address' },
      opensOn: { type: 'string', title: '开业日期', format: 'date', 'x-min': '2026-01-01' },
      airArea: { type: 'number', title: '空调面积', 'x-group': 'air' },
      kind: {
        type: 'string',
        title: '类型',
        oneOf: [
          { const: 'limited', title: '有限公司' },
          { const: 'single', title: '一人公司' },
        ],
      },
      holders: {
        type: 'array',
        title: '股东',
        maxItems: 3,
        'x-when': { field: 'kind', equals: 'limited' },
        items: {
          type: 'object',
          properties: {
            name: { type: 'string', title: '姓名' },
            number: { type: 'string', title: '证件号', format: 'identity' },
            share: { type: 'number', title: '比例', 'x-unit': '%' },
          },
          required: ['name', 'number', 'share'],
        },
        'x-sums': [{ column: 'share', equals: 100 }],
      },
    },
    required: ['name', 'holders', 'airArea'],
  },
};
const NUMBER = '11010519491231002X';
const HOLDERS = [
  { name: '王小明', number: NUMBER, share: 60 },
  { name: '陈嘉敏', number: '440524188001010014', share: 40 },
];

let app: TestApp;
let hall: HallAtWork;
let versionId: string;
let region: { district: string; street: string };
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  ({ versionId } = await publishItem(app, { departmentCode: hall.departmentCode, definition: COMPANY, name: '公司设立' }));
  await app.database.query(
    `INSERT INTO region (code, name, level, parent_code, district_code) VALUES ('440188', '测试区', 'district', NULL, '440188'),
       ('440188001', '测试街道', 'street', '440188', '440188') ON CONFLICT DO NOTHING`,
  );
  region = { district: '440188', street: '440188001' };
  const { Organisation } = await import('../organisation/index.js');
  app.get(Organisation).refresh();
});
afterAll(async () => {
  await app.close();
});

async function open(who: number, form: object = {}, answers: object = { place: 'bath', air: false }) {
  return await hall.clerk.api.openDraft({
    body: { itemVersionId: versionId, applicant: person(who), answers: answers as never, form: form as never },
  });
}
const save = (id: string, expectedVersion: number, body: object) =>
  hall.clerk.raw('PATCH', `/api/cases/${id}/draft`, { json: { expectedVersion, ...body } });
const fields = (hindrances: readonly { kind: string; key: string; reason: string }[]) =>
  hindrances.filter(({ kind }) => kind === 'field').map(({ key, reason }) => `${key} ${reason}`);

describe('a form with parts', () => {
  it('keeps tables with their numbers sealed, addresses in words, and nothing of what is hidden', async () => {
    const draft = await open(301, {
      name: '甲公司',
      kind: 'limited',
      airArea: 9,
      home: { region: region.district, street: region.street, words: '别处', detail: '梧桐路 1 号' },
      holders: [...HOLDERS, { name: '' }],
    });
    expect(draft.form).toMatchObject({
      home: { words: '测试区测试街道', detail: '梧桐路 1 号' },
      holders: [{ name: '王小明', number: '110***********002X' }, { name: '陈嘉敏' }],
    });
    expect(draft.form).not.toHaveProperty('airArea');
    expect(fields(draft.hindrances)).toEqual([]);
    const kept = JSON.stringify(await app.database.query('SELECT form, form_corrections FROM cases WHERE id = $1', [draft.id]));
    expect(kept).not.toContain(NUMBER);
    const shown = await hall.clerk.api.saveDraft({ params: { id: draft.id }, body: { expectedVersion: draft.version, form: draft.form } });
    expect(shown.form).toEqual(draft.form);
    expect(fields(shown.hindrances)).toEqual([]);

    const single = await hall.clerk.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: shown.version, answers: { place: 'bath', air: true }, form: { ...shown.form, kind: 'single' } },
    });
    expect(single.form).not.toHaveProperty('holders');
    expect(fields(single.hindrances)).toEqual(['airArea 未填']);
  });

  it('says what is wrong with it, row and column named', async () => {
    const draft = await open(302, {
      name: '乙公司',
      kind: 'limited',
      opensOn: '2025-12-31',
      capital: 0,
      holders: [{ name: '王', number: '123', share: 60 }],
    });
    expect(fields(draft.hindrances)).toEqual([
      'capital 至少 0.01 元',
      'opensOn 不早于 2026-01-01',
      'holders.0.number 身份证号 18 位，现在 3 位。对照证件补全',
    ]);
    const sums = await save(draft.id, 1, {
      form: { name: '乙', kind: 'limited', opensOn: '2026-02-30', holders: [{ ...HOLDERS[0], share: 90 }] },
    });
    expect(fields((sums.body as typeof draft).hindrances)).toEqual([
      'opensOn 日期不存在，按 2026-11-05 的格式填写',
      'holders 比例合计 90 %，须为 100 %',
    ]);
  });

  it.each([
    [{ holders: 'x' }, 'body.form.holders', '股东：逐行填写'],
    [{ holders: [1, 2, 3, 4].map((n) => ({ name: `${n}` })) }, 'body.form.holders', '股东：最多 3 行，现在 4 行'],
    [{ holders: [{ shoe: 1 }] }, 'body.form.holders.0.shoe', '股东第 1 行shoe：表格没有这一列'],
    [{ holders: [{ name: '王', share: 'all' }] }, 'body.form.holders.0.share', '股东第 1 行比例：填写数字'],
    [{ holders: [{ name: '王', number: { sealed: 'a', masked: 'b' } }] }, 'body.form.holders.0.number', '股东第 1 行证件号：须是号码'],
    [{ capital: 1.5 }, 'body.form.capital', '注册资本：填写金额'],
    [{ home: '路' }, 'body.form.home', '住所：填写地址'],
    [{ home: { region: '999999', street: '1', detail: '路' } }, 'body.form.home', '住所：没有这个区或街道，重新选择'],
    [{ colour: 'red' }, 'body.form.colour', 'colour：表单没有这一项'],
  ])('refuses what can not be kept: %j', async (form, path, message) => {
    const draft = await open(303);
    const answer = await save(draft.id, draft.version, { form: { kind: 'limited', ...form } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'case.form-invalid', errors: [{ path, message }] } });
    const exposed = await save(draft.id, draft.version, { form: { kind: 'limited', holders: [{ name: NUMBER }] } });
    expect(exposed).toMatchObject({ status: 422, body: { code: 'case.identity-number-exposed' } });
  });

  it('R10.2 does not mix two people of one table who share a mask', async () => {
    const one = makeIdentityNumber('440106', '1985-03-12', 21);
    const days = Array.from({ length: 400 }, (_, at) => makeIdentityNumber('440106', addCalendarDays('1990-01-01', at), 21));
    const other = days.find((number) => number.endsWith(one.slice(-4))) ?? '';
    const draft = await open(304, {
      name: '丙',
      kind: 'limited',
      holders: [
        { name: '甲', number: one, share: 50 },
        { name: '乙', number: other, share: 50 },
      ],
    });
    const [first, second] = draft.form['holders'] as { name: string; number: string }[];
    expect(first?.number).toBe(second?.number);
    const sealed = async () => {
      const [row] = await app.database.query<{ form: { holders: { name: string; number: unknown }[] } }>(
        `SELECT form FROM cases WHERE id = $1`,
        [draft.id],
      );
      return new Map(row?.form.holders.map(({ name, number }) => [name, number]));
    };
    const before = await sealed();
    await save(draft.id, 1, { form: { ...draft.form, holders: [second, first] } });
    expect(await sealed()).toEqual(before);
    // Nobody can say which of the two a third row means: it is asked for again.
    const third = await save(draft.id, 2, {
      form: { ...draft.form, holders: [second, first, { name: '丙', number: first?.number, share: 0 }] },
    });
    expect(fields((third.body as typeof draft).hindrances)).toEqual([
      'holders.2.number 身份证号前 17 位是数字，末位是数字或 X。对照证件改正',
    ]);
  });
});

describe('type once', () => {
  const acceptedWith = async (who: number, body: object) => {
    const draft = await open(who, {});
    const saved = await save(draft.id, 1, body);
    expect(saved).toMatchObject({ status: 200 });
    await handIn(hall.clerk, draft.id, 'application');
    const { version } = await handIn(hall.clerk, draft.id, 'identity');
    return await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
  };

  it('a returning applicant’s form is filled from the earlier case, corrections first, numbers kept behind their masks', async () => {
    const first = await acceptedWith(311, {
      form: { name: '更正后的名称', kind: 'limited', capital: 5_000_000, holders: HOLDERS, phone: '13900001111' },
      formSources: { name: 'typed', phone: 'typed' },
      formCorrections: {
        name: { source: 'applicant', value: '王小明' },
        phone: { source: 'applicant', value: '13800138311' },
        capital: { source: 'previous', value: 5_000_000 },
        nobody: { source: 'previous', value: 1 },
      },
    });
    // What says the same is no correction; a telephone number stands masked in one.
    expect(first.formCorrections).toEqual({
      name: { source: 'applicant', value: '王小明' },
      phone: { source: 'applicant', value: '138****8311' },
    });
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: first.id } });
    expect(items.map(({ words }) => words)).toContain('暂存表单，更正名称、电话');
    expect(JSON.stringify(items)).not.toMatch(/13900001111|13800138311|139\*/);

    const next = await open(311);
    const used = processorTime();
    const { values } = await hall.clerk.api.prefillCase({ params: { id: next.id } });
    const took = used();
    expect(values).toMatchObject({
      name: { value: '更正后的名称', source: 'previous', corrected: true },
      phone: { value: '139****1111', source: 'previous', corrected: true },
      capital: { value: 5_000_000, source: 'previous', corrected: false },
      kind: { value: 'limited' },
      holders: { value: [{ name: '王小明', number: '110***********002X', share: 60 }, { name: '陈嘉敏' }] },
    });
    const form = Object.fromEntries(Object.entries(values).map(([key, { value }]) => [key, value]));
    const filled = await save(next.id, next.version, { form });
    expect(filled.status).toBe(200);
    expect(fields((filled.body as typeof next).hindrances)).toEqual([]);
    process.stdout.write(`prefill of a returning applicant: ${took.toFixed(1)} ms of processor\n`);
    expect(took).toBeLessThan(300);
  });

  it('a source that says something new wins over an old correction', async () => {
    await acceptedWith(312, {
      form: { name: '更正', kind: 'single', phone: '13900001112' },
      formCorrections: { phone: { source: 'applicant', value: '13800000000' } },
    });
    const { values } = await hall.clerk.api.prefillCase({ params: { id: (await open(312)).id } });
    expect(values['phone']).toMatchObject({ source: 'applicant', value: '138****8312' });
  });

  it('is the business of the own hall, and knows nothing while nobody is there', async () => {
    const draft = await hall.clerk.api.openDraft({ body: { itemVersionId: versionId } });
    expect(await hall.clerk.api.prefillCase({ params: { id: draft.id } })).toEqual({ values: {} });
    const approver = await hall.staff(['approver']);
    await expect(approver.api.prefillCase({ params: { id: draft.id } })).rejects.toMatchObject({ problem: { status: 403 } });
  });
});
