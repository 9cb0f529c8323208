import {
  ADDRESS,
  choiceField,
  CONTACT_PHONE,
  type FieldSeed,
  identityCard,
  type ItemSeed,
  material,
  textField,
  USUAL,
  yesNo,
} from './building-blocks.js';

const NOT_YET = '一件事尚未开放';

const COMPANY_TYPES = { limited: '有限责任公司', single: '一人有限责任公司', shares: '股份有限公司' } as const;
const INDUSTRIES = {
  farming: '农、林、牧、渔业',
  mining: '采矿业',
  manufacture: '制造业',
  energy: '电力、热力、燃气及水生产和供应业',
  building: '建筑业',
  trade: '批发和零售业',
  transport: '交通运输、仓储和邮政业',
  catering: '住宿和餐饮业',
  software: '信息传输、软件和信息技术服务业',
  finance: '金融业',
  estate: '房地产业',
  leasing: '租赁和商务服务业',
  research: '科学研究和技术服务业',
  services: '居民服务、修理和其他服务业',
  teaching: '教育',
  health: '卫生和社会工作',
  culture: '文化、体育和娱乐业',
} as const;

/** 股东名册: the shares come to 100 %, the contributions to the capital. */
const SHAREHOLDERS: FieldSeed = {
  type: 'array',
  title: '股东名册',
  minItems: 2,
  maxItems: 50,
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', title: '姓名或名称', maxLength: 60 },
      number: { type: 'string', title: '证件号', format: 'identity' },
      amount: { type: 'integer', title: '出资额', format: 'money', minimum: 1 },
      share: { type: 'number', title: '比例', minimum: 0, maximum: 100, 'x-unit': '%' },
    },
    required: ['name', 'number', 'amount', 'share'],
  },
  'x-sums': [
    { column: 'share', equals: 100 },
    { column: 'amount', equalsField: 'capital' },
  ],
};

/** 4: one form, five cases, one pickup; listed, not open yet. */
export const START_BUSINESS: ItemSeed = {
  name: '企业开办一件事',
  departmentCode: 'market',
  basicCode: '000131009900',
  closedReason: NOT_YET,
  definition: {
    ...USUAL,
    kind: 'bundle',
    subtype: '设立',
    applicantKinds: ['legal', 'natural'],
    statutoryLimit: null,
    promisedLimit: 1,
    legalBasis: '《中华人民共和国市场主体登记管理条例》第十六条',
    questions: [yesNo('seal', '同时刻制公章', true), yesNo('invoice', '同时申领发票', true)],
    materials: [
      material('application', '公司登记（备案）申请书', {
        kind: 'application',
        isKey: true,
        standard: '全体股东确认，法定代表人签名',
        reviewPoints: ['填写完整', '签名齐全'],
      }),
      material('charter', '公司章程', { isKey: true, standard: '全体股东签名', reviewPoints: ['条款齐全', '签名齐全'] }),
      identityCard('holders', '股东身份证明'),
      material('premises', '住所证明', { standard: '产权证明或租赁合同', reviewPoints: ['地址与申请书一致'] }),
    ],
    form: {
      type: 'object',
      'x-groups': [
        { key: 'company', title: '公司' },
        { key: 'owners', title: '股东' },
        { key: 'seal', title: '公章', 'x-when': { question: 'seal', equals: true } },
        { key: 'invoice', title: '发票', 'x-when': { question: 'invoice', equals: true } },
      ],
      properties: {
        company: textField('公司名称', { 'x-span': 2, 'x-group': 'company', 'x-once': true }),
        type: choiceField('类型', COMPANY_TYPES, { 'x-group': 'company' }),
        capital: { type: 'integer', title: '注册资本', format: 'money', minimum: 100, 'x-group': 'company', 'x-once': true },
        address: { type: 'object', title: '住所', format: 'address', 'x-group': 'company', 'x-meaning': 'business.home' },
        industry: choiceField('行业', INDUSTRIES, { 'x-group': 'company' }),
        opensOn: { type: 'string', title: '拟开业日期', format: 'date', 'x-min': 'today', 'x-max': 'today+6m', 'x-group': 'company' },
        employees: { type: 'integer', title: '员工人数', minimum: 0, maximum: 10_000, 'x-unit': '人', 'x-group': 'company' },
        phone: { ...CONTACT_PHONE, 'x-group': 'company' },
        charter: { type: 'string', title: '公司章程', format: 'attachment', 'x-material': 'charter', 'x-group': 'owners' },
        shareholders: {
          ...SHAREHOLDERS,
          'x-group': 'owners',
          'x-when': { field: 'type', in: ['limited', 'shares'] },
        },
        soleHolder: textField('股东', { 'x-group': 'owners', 'x-when': { field: 'type', equals: 'single' }, 'x-source': 'applicant.name' }),
        seals: choiceField('印章', { set: '全套四枚', official: '只刻公章' }, { 'x-group': 'seal' }),
        sealMaterial: choiceField('材质', { copper: '铜', rubber: '回墨' }, { 'x-group': 'seal' }),
        taxpayer: choiceField('纳税人', { small: '小规模纳税人', general: '一般纳税人' }, { 'x-group': 'invoice' }),
        invoices: { type: 'integer', title: '每月发票', minimum: 1, maximum: 1_000, 'x-unit': '份', 'x-group': 'invoice' },
      },
      required: ['company', 'type', 'capital', 'address', 'phone', 'shareholders', 'soleHolder', 'seals', 'taxpayer'],
    },
    subjectField: 'company',
    route: { steps: [] },
    result: {
      name: '营业执照',
      kind: 'licence',
      electronic: true,
      validYears: null,
      numberPrefix: '临市监照字',
      fields: ['company', 'address', 'capital'],
    },
    scope: 'region',
    declineReasons: ['企业住所不在本区，请向住所所在地的区申请', '从事的经营活动属于禁止投资的领域'],
    delivery: ['window', 'post', 'cabinet'],
  },
};

/** 5: children depend on each other; listed, not open yet. */
export const BIRTH: ItemSeed = {
  name: '出生一件事',
  departmentCode: 'health',
  basicCode: '000123019900',
  closedReason: NOT_YET,
  definition: {
    ...USUAL,
    kind: 'bundle',
    subtype: '联办',
    applicantKinds: ['natural'],
    statutoryLimit: null,
    promisedLimit: 5,
    legalBasis: '《国务院办公厅关于推进“出生一件事”联办的通知》',
    questions: [yesNo('married', '父母已办结婚登记', true)],
    materials: [
      identityCard('parents', '父母身份证'),
      material('household', '户口簿', {
        kind: 'licence',
        source: '公安部门核发',
        standard: '拟落户一方的户口簿',
        reviewPoints: ['与身份证一致'],
      }),
      material('marriage', '结婚证', {
        necessity: 'conditional',
        when: { question: 'married', equals: true },
        kind: 'licence',
        source: '民政部门核发',
        standard: '原件，或电子证照',
        reviewPoints: ['姓名与身份证一致'],
      }),
      material('birth', '出生医学证明', {
        necessity: 'optional',
        kind: 'licence',
        source: '医疗机构出具，可由系统生成',
        standard: '正页',
        reviewPoints: ['婴儿姓名一致'],
      }),
    ],
    form: {
      type: 'object',
      properties: {
        baby: textField('婴儿姓名'),
        follows: choiceField('随父或随母', { father: '随父', mother: '随母' }),
        address: textField('落户地址', ADDRESS),
        bankAccount: textField('银行卡', { format: 'bankAccount', maxLength: 30, 'x-meaning': 'bank.account' }),
        phone: CONTACT_PHONE,
      },
      required: ['baby', 'follows', 'address', 'phone'],
    },
    subjectField: null,
    route: { steps: [] },
    result: {
      name: '联办结果告知书',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临卫联办字',
      fields: ['baby'],
    },
    scope: 'region',
    declineReasons: ['新生儿父母的户籍都不在本市', '出生医学证明不是本市签发，请到签发地核实后再办'],
    delivery: ['window', 'post'],
  },
};
