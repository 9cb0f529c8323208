import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCreditCode, makeItemCode } from '@onewindow/domain';
import { ImportWorld, workbook } from '../../../test/import-world.js';

let world: ImportWorld;
beforeAll(async () => {
  world = await ImportWorld.start();
});
afterAll(() => world.app.close());

describe('items from a workbook', () => {
  const code = makeItemCode(makeCreditCode('11', '440199', 4_712), '4', '000123012999');
  const sheets = (): Record<string, Record<string, string>[]> => ({
    事项: [
      {
        code,
        name: '公共浴室卫生许可',
        departmentCode: world.departmentCode,
        kind: '承诺件',
        subtype: '新办',
        applicantKinds: '自然人、法人',
        statutoryLimit: '20',
        promisedLimit: '5',
        legalBasis: '《中华人民共和国行政许可法》',
        allowsDeferral: '是',
        allowsCommitment: '是',
        subjectField: 'place',
        feeYuan: '12.5',
        scope: '全区',
        delivery: '窗口、邮寄',
        resultName: '卫生许可证',
        resultKind: '证照',
        resultElectronic: '否',
        resultYears: '4',
        resultPrefix: '临卫浴证字',
        resultFields: 'place、area',
      },
    ],
    情形: [
      { code, key: 'air', title: '使用集中空调', kind: '是否', preset: '否' },
      { code, key: 'size', title: '规模', kind: '选择', options: 'small=小、large=大', preset: 'small' },
    ],
    材料: [
      {
        code,
        material: 'application',
        name: '申请表',
        necessity: '必交',
        isKey: '是',
        kind: '申请表',
        medium: '原件',
        source: '申请人自备',
        standard: '签名',
        reviewPoints: '填写完整；签名',
        commitment: '所填属实',
      },
      {
        code,
        material: 'airReport',
        name: '空调报告',
        necessity: '有条件',
        when: 'air=是',
        kind: '报告',
        medium: '原件',
        source: '检测机构',
        standard: '合格',
      },
    ],
    表单: [
      { code, key: 'place', title: '场所名称', type: '文字', required: '是', maxLength: '60', source: 'applicant.name', wide: '是' },
      { code, key: 'area', title: '面积', type: '数字', minimum: '1', unit: '平方米' },
      { code, key: 'phone', title: '电话', type: '文字', format: '电话', required: '是' },
    ],
    环节: [
      { code, key: 'review', name: '审查', kind: '审查', role: '审批人员', limit: '3', points: '布局；报告' },
      { code, key: 'site', name: '现场核查', kind: '审查', role: '审批人员', limit: '2', after: 'review', when: 'size=large' },
      { code, key: 'decision', name: '决定', kind: '决定', role: '首席代表', limit: '1', after: 'review、site' },
    ],
    特别程序: [{ code, kind: '检测', basis: '许可法第四十五条', usualDays: '7' }],
  });

  it('are published with all that a version holds, and found by pinyin at once', async () => {
    expect(await world.importing('items', await workbook('items', sheets()), { write: true })).toMatchObject({
      written: true,
      rows: 12,
      valid: 12,
    });
    const clerk = await world.signedIn(['catalogue_editor']);
    const { items } = await clerk.api.searchItems({ query: { q: 'ggys' } });
    expect(items[0]).toMatchObject({ name: '公共浴室卫生许可', code, open: true });
    const version = await clerk.api.getItemVersion({ params: { id: items[0]?.versionId ?? '' } });
    expect(version.definition).toMatchObject({
      feeCents: 1_250,
      questions: [
        { key: 'air', default: false },
        {
          options: [
            { value: 'small', title: '小' },
            { value: 'large', title: '大' },
          ],
        },
      ],
      materials: [
        { code: 'application', reviewPoints: ['填写完整', '签名'], copies: 1, commitment: '所填属实' },
        { code: 'airReport', when: { question: 'air', equals: true } },
      ],
      form: { required: ['place', 'phone'], properties: { area: { 'x-unit': '平方米', minimum: 1 }, place: { 'x-span': 2 } } },
      route: { steps: [{ key: 'review' }, { when: { question: 'size', equals: 'large' } }, { after: ['review', 'site'] }] },
    });
    const next = sheets();
    if (next['事项']?.[0]) next['事项'][0].promisedLimit = '4';
    // R8.3: printed lists group the code; it is the same item.
    for (const rows of Object.values(next)) for (const row of rows) row.code = code.toLowerCase().replace(/(.{4})/g, '$1 ');
    const told = [
      expect.stringMatching(/^公共浴室卫生许可：各环节时限最长/) as unknown,
      '公共浴室卫生许可：卫生健康局还没有审批人员，件会没人签收',
    ];
    const trial = await world.importing('items', await workbook('items', next));
    expect(trial).toMatchObject({ written: false, hints: told });
    expect(await world.importing('items', await workbook('items', next), { write: true })).toMatchObject({ written: true, hints: told });
    const versions = await world.app.database.query(
      `SELECT v.version, v.status FROM item_version v JOIN item i ON i.id = v.item_id WHERE i.code = $1 ORDER BY 1`,
      [code],
    );
    expect(versions).toEqual([
      { version: 1, status: 'retired' },
      { version: 2, status: 'published' },
    ]);
  });

  it('with a fault in any sheet are not published; the fault is told where it stands', async () => {
    const before = await world.count('item_version');
    const bad = sheets();
    bad['材料']?.push({
      code: 'X',
      material: 'stray',
      name: '散',
      necessity: '必交',
      kind: '报告',
      medium: '原件',
      source: '无',
      standard: '无',
    });
    if (bad['环节']?.[2]) bad['环节'][2].after = 'review、nowhere';
    if (bad['表单']?.[1]) bad['表单'][1].source = 'applicant.shoeSize';
    if (bad['材料']?.[1]) bad['材料'][1].when = 'wind=是';
    const report = await world.importing('items', await workbook('items', bad), { write: true });
    expect(report.written).toBe(false);
    expect(report.errors.map(({ row, column }) => `${row} ${column}`)).toEqual(
      expect.arrayContaining(['4 材料·实施编码', '4 环节', '3 表单', '3 材料·条件']),
    );
    const promised = sheets();
    if (promised['材料']?.[0]) delete promised['材料'][0].commitment;
    const unpromised = await world.importing('items', await workbook('items', promised), { write: true });
    expect(unpromised.errors).toMatchObject([{ message: expect.stringContaining('承诺内容') }]);
    const typed = sheets();
    if (typed['材料']?.[1]) typed['材料'][1].when = '空调开着';
    if (typed['事项']?.[0]) typed['事项'][0].kind = '快办件';
    const cells = await world.importing('items', await workbook('items', typed), { write: true });
    expect(cells.errors.map(({ row, column }) => `${row} ${column}`)).toEqual(expect.arrayContaining(['2 事项·类型', '3 材料·条件']));
    expect(await world.count('item_version')).toBe(before);
  });

  it('with a number out of its bounds say which cell and which bound, in Chinese alone', async () => {
    const bad = sheets();
    if (bad['事项']?.[0]) Object.assign(bad['事项'][0], { statutoryLimit: '0', feeYuan: '-1', resultYears: '99' });
    if (bad['材料']?.[0]) bad['材料'][0].copies = '21';
    if (bad['环节']?.[0]) Object.assign(bad['环节'][0], { limit: '0', noticeDays: '121' });
    if (bad['特别程序']?.[0]) bad['特别程序'][0].usualDays = '0';
    const { errors } = await world.importing('items', await workbook('items', bad), { write: true });
    expect(errors.map(({ row, column, message }) => `${row} ${column} ${message}`).sort()).toEqual(
      [
        '2 事项·法定时限 不能小于 1',
        '2 事项·收费 不能小于 0',
        '2 事项·有效年限 不能大于 50',
        '2 材料·份数 不能大于 20',
        '2 环节·时限 不能小于 1',
        '2 环节·公示天数 不能大于 120',
        '2 特别程序·通常天数 不能小于 1',
      ].sort(),
    );
  });

  it('of a department that is not there say so at the cell of the department', async () => {
    const bad = sheets();
    if (bad['事项']?.[0]) bad['事项'][0].departmentCode = 'nobody';
    if (bad['环节']?.[1]) bad['环节'][1].departmentCode = 'moon';
    const { errors } = await world.importing('items', await workbook('items', bad), { write: true });
    expect(errors.map(({ row, column, message }) => `${row} ${column} ${message}`)).toEqual(
      expect.arrayContaining(['2 事项·部门代码 没有部门“nobody”', '3 环节·部门代码 没有部门“moon”']),
    );
  });
});
