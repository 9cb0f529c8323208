import { CONTACT_PHONE, decisionStep, identityCard, type ItemSeed, material, step, textField, USUAL, yesNo } from './building-blocks.js';

/** 8: a limit of one day, with an alarm on each step. */
export const STREET_EVENT: ItemSeed = {
  name: '临时占用道路宣传活动登记',
  departmentCode: 'urban',
  basicCode: '000117004005',
  closedReason: null,
  definition: {
    ...USUAL,
    kind: 'promised',
    subtype: '登记',
    applicantKinds: ['legal', 'natural'],
    statutoryLimit: 20,
    promisedLimit: 1,
    legalBasis: '《中华人民共和国行政许可法》；《城市市容和环境卫生管理条例》第十四条',
    questions: [yesNo('approved', '活动另需主管部门批准')],
    materials: [
      material('application', '临时占用道路宣传活动申请表', {
        kind: 'application',
        isKey: true,
        standard: '写明地点、时段、面积和现场负责人，盖章或签名',
        reviewPoints: ['地点、时段明确', '附位置示意'],
      }),
      identityCard('identity', '经办人身份证'),
      material('approval', '活动批准文件', {
        necessity: 'conditional',
        when: { question: 'approved', equals: true },
        source: '主管部门',
        standard: '批准文件复印件，注明与原件一致',
        reviewPoints: ['批准的时段、地点一致'],
      }),
    ],
    form: {
      type: 'object',
      properties: {
        place: textField('占用地点', { 'x-span': 2, 'x-placeholder': '百货大楼南广场' }),
        from: textField('开始日期', { format: 'date' }),
        until: textField('结束日期', { format: 'date' }),
        hours: textField('每日时段', { 'x-placeholder': '9:00–18:00' }),
        area: { type: 'number', title: '占用面积', minimum: 1, maximum: 5_000, 'x-unit': '平方米' },
        inCharge: textField('现场负责人'),
        phone: CONTACT_PHONE,
      },
      required: ['place', 'from', 'until', 'area', 'inCharge', 'phone'],
    },
    subjectField: 'place',
    route: {
      steps: [
        step('site', '现场核查', {
          limit: 1,
          after: [],
          points: ['不影响行人和车辆通行', '不占盲道和消防通道', '面积与申请一致'],
        }),
        decisionStep(1, ['site']),
      ],
    },
    result: {
      name: '许可决定书',
      kind: 'decision',
      electronic: false,
      validYears: null,
      numberPrefix: '临城管许字',
      fields: ['place', 'from', 'until', 'hours', 'area'],
    },
    scope: 'region',
    declineReasons: ['占用的路段不属于本区管理，请向路段所在地申请', '宣传活动在禁止占道的路段或者时段', '活动不占用道路，不需要登记'],
    delivery: ['window', 'post'],
  },
};
