import { type ItemSeed, material, USUAL, yesNo } from './building-blocks.js';
import { BIRTH_CERTIFICATE, CHILD_INSURANCE, HOUSEHOLD_ENTRY, SOCIAL_CARD } from './birth-children.js';
import { COMPANY_LICENCE, COMPANY_SEAL, HOUSING_FUND, INVOICES, STAFF_INSURANCE } from './company-children.js';
import { itemCodeOf } from './item-codes.js';

/** 4: one form, five cases, one pickup. What its children ask for is laid in when it is published. */
export const START_BUSINESS: ItemSeed = {
  name: '企业开办一件事',
  departmentCode: 'market',
  basicCode: '000131009900',
  closedReason: null,
  definition: {
    ...USUAL,
    kind: 'bundle',
    subtype: '设立',
    applicantKinds: ['legal', 'natural'],
    statutoryLimit: null,
    promisedLimit: 1,
    legalBasis: '《中华人民共和国市场主体登记管理条例》第十六条',
    questions: [
      yesNo('seal', '同时刻制公章', true),
      yesNo('invoice', '同时申领发票', true),
      yesNo('staff', '同时办员工参保和公积金', true),
    ],
    materials: [
      material('application', '企业开办“一件事”申请书', {
        kind: 'application',
        isKey: true,
        standard: '全体股东确认，法定代表人签名，各部门共用一份',
        reviewPoints: ['填写完整', '签名齐全'],
      }),
    ],
    form: { type: 'object', properties: {}, required: [] },
    subjectField: 'company',
    route: { steps: [] },
    result: {
      name: '一件事办理结果告知书',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临市监一件事',
      fields: [],
    },
    scope: 'region',
    declineReasons: ['企业住所不在本区，请向住所所在地的区申请', '从事的经营活动属于禁止投资的领域'],
    delivery: ['window', 'post', 'cabinet'],
    bundle: {
      children: [
        { key: 'licence', itemCode: itemCodeOf(COMPANY_LICENCE) },
        { key: 'seal', itemCode: itemCodeOf(COMPANY_SEAL), after: ['licence'], when: { question: 'seal', equals: true } },
        { key: 'invoice', itemCode: itemCodeOf(INVOICES), after: ['licence'], when: { question: 'invoice', equals: true } },
        { key: 'staff', itemCode: itemCodeOf(STAFF_INSURANCE), after: ['licence'], when: { question: 'staff', equals: true } },
        { key: 'fund', itemCode: itemCodeOf(HOUSING_FUND), after: ['licence'], when: { question: 'staff', equals: true } },
      ],
    },
  },
};

/** 5: children depend on each other: household before insurance. */
export const BIRTH: ItemSeed = {
  name: '出生一件事',
  departmentCode: 'health',
  basicCode: '000123019900',
  closedReason: null,
  definition: {
    ...USUAL,
    kind: 'bundle',
    subtype: '联办',
    applicantKinds: ['natural'],
    statutoryLimit: null,
    promisedLimit: 5,
    legalBasis: '《国务院办公厅关于推进“出生一件事”联办的通知》',
    questions: [yesNo('married', '父母已办结婚登记', true), yesNo('card', '同时申领社会保障卡', true)],
    materials: [
      material('application', '出生“一件事”申请表', {
        kind: 'application',
        standard: '父母一方填写并签名，各部门共用一份',
        reviewPoints: ['填写完整', '签名'],
      }),
    ],
    form: { type: 'object', properties: {}, required: [] },
    subjectField: null,
    route: { steps: [] },
    result: {
      name: '一件事办理结果告知书',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临卫一件事',
      fields: [],
    },
    scope: 'region',
    declineReasons: ['新生儿父母的户籍都不在本市', '出生医学证明不是本市签发，请到签发地核实后再办'],
    delivery: ['window', 'post'],
    bundle: {
      children: [
        { key: 'certificate', itemCode: itemCodeOf(BIRTH_CERTIFICATE) },
        { key: 'household', itemCode: itemCodeOf(HOUSEHOLD_ENTRY), after: ['certificate'] },
        { key: 'insurance', itemCode: itemCodeOf(CHILD_INSURANCE), after: ['household'] },
        { key: 'card', itemCode: itemCodeOf(SOCIAL_CARD), after: ['household'], when: { question: 'card', equals: true } },
      ],
    },
  },
};

/** Taken inside the bundles only; published before them. */
export const BUNDLE_CHILD_ITEMS = [
  COMPANY_LICENCE,
  COMPANY_SEAL,
  INVOICES,
  STAFF_INSURANCE,
  HOUSING_FUND,
  BIRTH_CERTIFICATE,
  HOUSEHOLD_ENTRY,
  CHILD_INSURANCE,
  SOCIAL_CARD,
] as const satisfies readonly ItemSeed[];
