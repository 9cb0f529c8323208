import {
  ADDRESS,
  authorisation,
  BY_AGENT,
  choiceField,
  choiceQuestion,
  CONTACT_PHONE,
  decisionStep,
  type ItemSeed,
  material,
  step,
  textField,
  USUAL,
  WHEN_BY_AGENT,
  yesNo,
} from './building-blocks.js';

const TRADES = { dining: '餐饮服务经营者', retail: '食品销售经营者', canteen: '单位食堂' } as const;
const PROJECTS = {
  hotFood: '热食类食品制售',
  coldFood: '冷食类食品制售',
  prepacked: '预包装食品销售',
  bulk: '散装食品销售',
  bakery: '糕点类食品制售',
  drinks: '自制饮品制售',
} as const;

/** 1: licence reuse, deferral, serial review with a visit on site. */
export const FOOD_BUSINESS: ItemSeed = {
  name: '食品经营许可（新办）',
  departmentCode: 'market',
  basicCode: '000131014001',
  closedReason: null,
  definition: {
    ...USUAL,
    kind: 'promised',
    subtype: '新办',
    applicantKinds: ['legal', 'natural'],
    statutoryLimit: 10,
    promisedLimit: 5,
    extensionLimit: 5,
    allowsDeferral: true,
    legalBasis: '《中华人民共和国行政许可法》；《中华人民共和国食品安全法》第三十五条；《食品经营许可和备案管理办法》第十二条',
    questions: [choiceQuestion('trade', '主体业态', TRADES, 'dining'), yesNo('online', '通过网络经营'), BY_AGENT],
    materials: [
      material('application', '食品经营许可申请书', {
        kind: 'application',
        isKey: true,
        standard: '用统一格式填写，法定代表人签名并盖章',
        reviewPoints: ['填写完整，没有涂改', '法定代表人签名、盖章', '经营项目与场所相符'],
      }),
      material('businessLicence', '营业执照', {
        kind: 'licence',
        medium: 'electronic',
        licenceType: 'business-licence',
        copies: 0,
        source: '市场监管部门核发，电子证照共享',
        standard: '在有效期内，经营范围包含所申请的项目',
        reviewPoints: ['状态为存续', '住所与经营场所一致'],
      }),
      material('layout', '经营场所布局及操作流程图', {
        kind: 'drawing',
        isKey: true,
        standard: '标明各功能间名称、面积、主要设备和加工流向',
        reviewPoints: ['生进熟出，流向单一', '各功能间面积标注完整', '与实际场所一致'],
      }),
      material('safetyRules', '食品安全管理制度', {
        standard: '包含从业人员健康管理、进货查验、清洗消毒、自查等制度',
        reviewPoints: ['制度齐全', '明确食品安全员'],
      }),
      material('onlineReport', '网络经营情况说明', {
        necessity: 'conditional',
        when: { question: 'online', equals: true },
        standard: '写明网站或平台名称、网址和备案号',
        reviewPoints: ['平台名称、网址完整'],
      }),
      authorisation(WHEN_BY_AGENT),
    ],
    form: {
      type: 'object',
      'x-groups': [{ key: 'online', title: '网络经营', 'x-when': { question: 'online', equals: true } }],
      properties: {
        operator: textField('经营者名称', {
          'x-source': ['licence.business-licence.name', 'applicant.name'],
          'x-span': 2,
          minLength: 2,
          maxLength: 100,
        }),
        representative: textField('法定代表人', {
          'x-source': ['licence.business-licence.legalRepresentative', 'applicant.legalRepresentative.name'],
        }),
        phone: CONTACT_PHONE,
        address: textField('经营场所', { ...ADDRESS, 'x-source': ['licence.business-licence.address', 'applicant.address'] }),
        trade: choiceField('主体业态', TRADES, { 'x-source': 'situation.trade' }),
        project: choiceField('经营项目', PROJECTS),
        area: { type: 'number', title: '经营面积', minimum: 4, maximum: 50_000, 'x-unit': '平方米' },
        seats: { type: 'integer', title: '座位数', minimum: 0, maximum: 5_000, 'x-unit': '个' },
        safetyOfficer: textField('食品安全员'),
        staffCount: { type: 'integer', title: '从业人员数', minimum: 1, maximum: 5_000, 'x-unit': '人' },
        platform: textField('平台名称', { 'x-group': 'online' }),
        website: textField('网址', { 'x-group': 'online', maxLength: 120, 'x-placeholder': 'www.example.cn' }),
      },
      required: ['operator', 'phone', 'address', 'trade', 'project', 'area', 'safetyOfficer', 'platform'],
    },
    subjectField: null,
    route: {
      steps: [
        step('paper', '书面审查', {
          limit: 2,
          after: [],
          points: ['申请材料与清单一致', '经营项目与业态相符', '布局流程符合食品安全要求'],
        }),
        step('site', '现场核查', {
          limit: 2,
          after: ['paper'],
          when: { question: 'trade', in: ['dining', 'canteen'] },
          points: ['场所布局与图纸一致', '清洗消毒设施到位', '防蝇防鼠设施到位'],
        }),
        decisionStep(1, ['paper', 'site']),
      ],
    },
    result: {
      name: '食品经营许可证',
      kind: 'licence',
      licenceType: 'food-business-licence',
      electronic: false,
      validYears: 5,
      numberPrefix: '临市监食证字',
      fields: ['representative', 'address', 'trade', 'project'],
    },
    scope: 'region',
    declineReasons: [
      '仅销售预包装食品，依法办理备案即可，不需要取得食品经营许可',
      '经营场所不在本区，请向场所所在地的区市场监督管理局申请',
      '申请人不具备申请资格：没有取得营业执照等合法主体资格证明',
    ],
    delivery: ['window', 'post', 'cabinet'],
  },
};
