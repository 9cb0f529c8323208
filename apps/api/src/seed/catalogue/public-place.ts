import {
  ADDRESS,
  choiceField,
  choiceQuestion,
  CONTACT_PHONE,
  decisionStep,
  identityCard,
  type ItemSeed,
  material,
  step,
  textField,
  USUAL,
  yesNo,
} from './building-blocks.js';

const PLACES = { lodging: '住宿场所', bath: '沐浴场所', beauty: '美容美发场所', pool: '游泳场馆', mall: '商场、超市' } as const;

/** 2: situations change the materials; testing may pause the clock; commitment. */
export const PUBLIC_PLACE: ItemSeed = {
  name: '公共场所卫生许可',
  departmentCode: 'health',
  basicCode: '000123012001',
  closedReason: null,
  definition: {
    ...USUAL,
    kind: 'promised',
    subtype: '新办',
    applicantKinds: ['legal', 'natural'],
    statutoryLimit: 20,
    promisedLimit: 5,
    extensionLimit: 10,
    allowsDeferral: true,
    allowsCommitment: true,
    legalBasis: '《中华人民共和国行政许可法》；《公共场所卫生管理条例》第四条；《公共场所卫生管理条例实施细则》第二十二条',
    specialProcedures: [
      { kind: 'testing', basis: '《中华人民共和国行政许可法》第四十五条；《公共场所卫生管理条例实施细则》第二十三条', usualDays: 7 },
      { kind: 'expertReview', basis: '《中华人民共和国行政许可法》第四十五条', usualDays: 10 },
    ],
    questions: [
      choiceQuestion('place', '场所类别', PLACES, 'bath'),
      choiceQuestion('applyType', '办理类型', { new: '新办', renew: '延续', change: '变更' }, 'new'),
      yesNo('centralAir', '使用集中空调'),
      yesNo('commitment', '采用告知承诺'),
    ],
    materials: [
      material('application', '公共场所卫生许可申请表', {
        kind: 'application',
        isKey: true,
        standard: '用统一格式填写，负责人签名并盖章',
        reviewPoints: ['填写完整，没有涂改', '负责人签名、盖章'],
      }),
      identityCard('identity', '负责人身份证明'),
      material('drawing', '场所方位、平面、设施图', {
        kind: 'drawing',
        isKey: true,
        copies: 1,
        standard: '方位图、平面图、卫生设施图各一张，标明比例和面积',
        reviewPoints: ['三张图齐全', '功能分区标注清楚', '面积与申请表一致'],
      }),
      material('testReport', '卫生检测报告', {
        kind: 'report',
        isKey: true,
        source: '有资质的检测机构',
        standard: '六个月内由有资质的检测机构出具，结论合格',
        reviewPoints: ['检测机构有资质', '报告在六个月内', '各项结论合格'],
      }),
      material('rules', '卫生管理制度', {
        standard: '包含清洗消毒、从业人员健康、突发事件处置等制度',
        reviewPoints: ['制度齐全', '明确卫生负责人'],
      }),
      material('airReport', '集中空调检测报告', {
        necessity: 'conditional',
        when: { question: 'centralAir', equals: true },
        kind: 'report',
        source: '有资质的检测机构',
        standard: '一年内的集中空调通风系统卫生检测报告，结论合格',
        reviewPoints: ['报告在一年内', '送风质量合格'],
      }),
      material('pledge', '承诺书', {
        necessity: 'conditional',
        when: { question: 'commitment', equals: true },
        kind: 'commitment',
        standard: '用统一格式，负责人签名并盖章',
        reviewPoints: ['签名、盖章', '承诺内容完整'],
      }),
    ],
    form: {
      type: 'object',
      properties: {
        placeName: textField('场所名称', { 'x-source': 'applicant.name', minLength: 2, maxLength: 100 }),
        manager: textField('负责人', { 'x-source': 'applicant.legalRepresentative.name' }),
        address: textField('经营地址', { ...ADDRESS, 'x-source': 'applicant.address' }),
        place: choiceField('场所类别', PLACES, { 'x-source': 'situation.place' }),
        phone: CONTACT_PHONE,
        centralAir: { type: 'boolean', title: '使用集中空调', 'x-source': 'situation.centralAir' },
        area: { type: 'number', title: '营业面积', minimum: 4, maximum: 100_000, 'x-unit': '平方米' },
        creditCode: textField('信用代码', { format: 'creditCode', maxLength: 18, 'x-source': 'applicant.identityNumber' }),
        staffCount: { type: 'integer', title: '从业人员数', minimum: 1, maximum: 5_000, 'x-unit': '人' },
      },
      required: ['placeName', 'manager', 'address', 'place', 'phone', 'area', 'staffCount'],
    },
    subjectField: null,
    route: {
      steps: [
        step('review', '卫生审查', {
          limit: 3,
          after: [],
          points: ['场所布局符合卫生要求', '检测报告有效、结论合格', '卫生管理制度可执行', '从业人员持有健康证明'],
        }),
        decisionStep(1, ['review']),
      ],
    },
    result: {
      name: '卫生许可证',
      kind: 'licence',
      electronic: false,
      validYears: 4,
      numberPrefix: '临卫公证字',
      fields: ['manager', 'address', 'place'],
    },
    scope: 'region',
    delivery: ['window', 'post', 'cabinet'],
  },
};
