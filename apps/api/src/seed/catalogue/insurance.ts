import {
  authorisation,
  BY_AGENT,
  choiceField,
  CONTACT_PHONE,
  identityCard,
  type ItemSeed,
  material,
  textField,
  USUAL,
  WHEN_BY_AGENT,
} from './building-blocks.js';

const RESIDENTS = { adult: '非从业居民', student: '在校学生', child: '未成年人', elder: '老年居民' } as const;

/** 7: done in one sitting, at any street (CrossHall). */
export const MEDICAL_INSURANCE: ItemSeed = {
  name: '城乡居民医保参保登记',
  departmentCode: 'insurance',
  basicCode: '002036001000',
  closedReason: null,
  definition: {
    ...USUAL,
    kind: 'instant',
    subtype: '登记',
    applicantKinds: ['natural'],
    statutoryLimit: null,
    promisedLimit: null,
    legalBasis: '《中华人民共和国社会保险法》第二十五条',
    questions: [],
    materials: [
      identityCard('identity', '身份证件'),
      material('form', '城乡居民参保登记表', {
        kind: 'application',
        standard: '填写完整，本人或监护人签名',
        reviewPoints: ['填写完整', '签名'],
      }),
    ],
    form: {
      type: 'object',
      properties: {
        name: textField('姓名', { 'x-source': 'applicant.name' }),
        number: { type: 'string', title: '证件号码', format: 'identity', 'x-source': 'applicant.identityNumber' },
        household: textField('户籍地', { 'x-placeholder': '临江区望湖街道' }),
        person: choiceField('人员类别', RESIDENTS),
        phone: CONTACT_PHONE,
        startMonth: textField('参保起始月', { pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', 'x-placeholder': '2027-01' }),
      },
      required: ['name', 'number', 'household', 'person', 'phone'],
    },
    subjectField: null,
    route: { steps: [] },
    result: {
      name: '参保登记凭证',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临医保凭字',
      fields: ['household', 'person', 'startMonth'],
    },
    scope: 'region',
    declineReasons: [
      '已参加职工基本医疗保险，不能同时参加城乡居民医保',
      '户籍和居住证都不在本市，请在户籍地或居住地参保',
      '本年度集中参保期已过，且不属于新生儿等可以随时参保的情形',
    ],
    delivery: ['window'],
  },
};

/** 9: an agent acts for the applicant. */
export const PENSION_INSURANCE: ItemSeed = {
  name: '灵活就业人员养老保险参保登记',
  departmentCode: 'labour',
  basicCode: '002014003000',
  closedReason: null,
  definition: {
    ...USUAL,
    kind: 'instant',
    subtype: '登记',
    applicantKinds: ['natural'],
    statutoryLimit: null,
    promisedLimit: null,
    legalBasis: '《中华人民共和国社会保险法》第十条',
    questions: [BY_AGENT],
    materials: [identityCard('identity', '身份证'), authorisation(WHEN_BY_AGENT)],
    form: {
      type: 'object',
      properties: {
        name: textField('姓名', { 'x-source': 'applicant.name' }),
        base: { type: 'number', title: '缴费基数', minimum: 3_000, maximum: 40_000, 'x-unit': '元/月' },
        way: choiceField('缴费方式', { month: '按月', quarter: '按季', year: '按年' }),
        phone: { ...CONTACT_PHONE, title: '手机' },
      },
      required: ['name', 'base', 'way', 'phone'],
    },
    subjectField: null,
    route: { steps: [] },
    result: {
      name: '参保凭证',
      kind: 'certificate',
      electronic: false,
      validYears: null,
      numberPrefix: '临人社凭字',
      fields: ['base', 'way'],
    },
    scope: 'region',
    declineReasons: [
      '有用人单位，由单位办理职工养老保险参保',
      '已到法定退休年龄，不能新参保',
      '已在外地参保缴费，请先办理养老保险关系转移',
    ],
    delivery: ['window', 'post'],
  },
};
