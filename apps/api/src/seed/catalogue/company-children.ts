import {
  choiceField,
  CONTACT_PHONE,
  type FieldSeed,
  identityCard,
  type ItemSeed,
  material,
  quickRoute,
  textField,
  USUAL,
} from './building-blocks.js';

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

/** Asked for by several departments: the same meaning, once in the bundle. */
const COMPANY_NAME: FieldSeed = textField('公司名称', { 'x-span': 2, 'x-once': true, 'x-meaning': 'company.name' });
const HOME: FieldSeed = { type: 'object', title: '住所', format: 'address', 'x-meaning': 'business.home' };
const EMPLOYEES: FieldSeed = {
  type: 'integer',
  title: '员工人数',
  minimum: 0,
  maximum: 10_000,
  'x-unit': '人',
  'x-meaning': 'company.employees',
};
const PREMISES = material('premises', '住所证明', { standard: '产权证明或租赁合同', reviewPoints: ['地址与申请书一致'] });
const HOLDERS = identityCard('holders', '股东身份证明');
const ROSTER = material('roster', '员工花名册', { standard: '姓名、证件、入职日期、缴费基数', reviewPoints: ['人数与申请书一致'] });

const CHILD = {
  ...USUAL,
  kind: 'promised',
  applicantKinds: ['legal', 'natural'],
  statutoryLimit: null,
  promisedLimit: 1,
  questions: [],
  subjectField: 'company',
  scope: 'region',
  delivery: ['window', 'post', 'cabinet'],
  onlyInBundle: true,
} as const satisfies Partial<ItemSeed['definition']>;

export const COMPANY_LICENCE: ItemSeed = {
  name: '企业设立登记',
  departmentCode: 'market',
  basicCode: '000131009901',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '设立',
    legalBasis: '《中华人民共和国市场主体登记管理条例》第十六条',
    materials: [
      material('charter', '公司章程', { isKey: true, standard: '全体股东签名', reviewPoints: ['条款齐全', '签名齐全'] }),
      HOLDERS,
      PREMISES,
    ],
    form: {
      type: 'object',
      'x-groups': [
        { key: 'company', title: '公司' },
        { key: 'owners', title: '股东' },
      ],
      properties: {
        company: { ...COMPANY_NAME, 'x-group': 'company' },
        address: { ...HOME, 'x-group': 'company' },
        phone: { ...CONTACT_PHONE, 'x-group': 'company' },
        type: choiceField('类型', COMPANY_TYPES, { 'x-group': 'company' }),
        capital: { type: 'integer', title: '注册资本', format: 'money', minimum: 100, 'x-group': 'company', 'x-once': true },
        industry: choiceField('行业', INDUSTRIES, { 'x-group': 'company' }),
        opensOn: { type: 'string', title: '拟开业日期', format: 'date', 'x-min': 'today', 'x-max': 'today+6m', 'x-group': 'company' },
        charter: { type: 'string', title: '公司章程', format: 'attachment', 'x-material': 'charter', 'x-group': 'owners' },
        shareholders: { ...SHAREHOLDERS, 'x-group': 'owners', 'x-when': { field: 'type', in: ['limited', 'shares'] } },
        soleHolder: textField('股东', {
          'x-group': 'owners',
          'x-when': { field: 'type', equals: 'single' },
          'x-source': 'applicant.name',
        }),
      },
      required: ['company', 'type', 'capital', 'address', 'phone', 'shareholders', 'soleHolder'],
    },
    route: quickRoute(['名称可用', '章程条款齐全', '住所可登记']),
    result: {
      name: '营业执照',
      kind: 'licence',
      electronic: false,
      validYears: null,
      numberPrefix: '临市监照字',
      fields: ['company', 'address', 'capital'],
    },
    delivery: [...CHILD.delivery],
  },
};

export const COMPANY_SEAL: ItemSeed = {
  name: '公章刻制备案',
  departmentCode: 'police',
  basicCode: '000109009902',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '备案',
    legalBasis: '《印章业治安管理办法》第七条',
    materials: [HOLDERS],
    form: {
      type: 'object',
      properties: {
        company: COMPANY_NAME,
        phone: CONTACT_PHONE,
        seals: choiceField('印章', { set: '全套四枚', official: '只刻公章' }),
        sealMaterial: choiceField('材质', { copper: '铜', rubber: '回墨' }),
      },
      required: ['company', 'phone', 'seals'],
    },
    route: quickRoute(['名称与营业执照一致']),
    result: {
      name: '公章及备案证明',
      kind: 'certificate',
      electronic: false,
      validYears: null,
      numberPrefix: '临公章备字',
      fields: ['company', 'seals'],
    },
    delivery: [...CHILD.delivery],
  },
};

export const INVOICES: ItemSeed = {
  name: '发票申领',
  departmentCode: 'tax',
  basicCode: '000130009903',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '新办',
    legalBasis: '《中华人民共和国发票管理办法》第十五条',
    materials: [PREMISES],
    form: {
      type: 'object',
      properties: {
        company: COMPANY_NAME,
        address: HOME,
        phone: CONTACT_PHONE,
        taxpayer: choiceField('纳税人', { small: '小规模纳税人', general: '一般纳税人' }),
        invoices: { type: 'integer', title: '每月发票', minimum: 1, maximum: 1_000, 'x-unit': '份' },
      },
      required: ['company', 'address', 'phone', 'taxpayer'],
    },
    route: quickRoute(['纳税人类型与规模相符']),
    result: {
      name: '发票票种核定通知',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临税票核字',
      fields: ['company', 'taxpayer', 'invoices'],
    },
    delivery: [...CHILD.delivery],
  },
};

export const STAFF_INSURANCE: ItemSeed = {
  name: '员工参保登记',
  departmentCode: 'labour',
  basicCode: '000114009904',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '登记',
    legalBasis: '《中华人民共和国社会保险法》第五十七条',
    materials: [ROSTER],
    form: {
      type: 'object',
      properties: { company: COMPANY_NAME, phone: CONTACT_PHONE, employees: { ...EMPLOYEES, minimum: 1 } },
      required: ['company', 'phone', 'employees'],
    },
    route: quickRoute(['花名册与人数一致']),
    result: {
      name: '社会保险登记凭证',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临人社登字',
      fields: ['company', 'employees'],
    },
    delivery: [...CHILD.delivery],
  },
};

export const HOUSING_FUND: ItemSeed = {
  name: '住房公积金缴存登记',
  departmentCode: 'fund',
  basicCode: '000117009905',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '登记',
    legalBasis: '《住房公积金管理条例》第十四条',
    materials: [ROSTER],
    form: {
      type: 'object',
      properties: {
        company: COMPANY_NAME,
        employees: EMPLOYEES,
        fundShare: { type: 'integer', title: '缴存比例', minimum: 5, maximum: 12, 'x-unit': '%' },
      },
      required: ['company', 'employees', 'fundShare'],
    },
    route: quickRoute(['比例在 5% 至 12% 之间']),
    result: {
      name: '缴存登记凭证',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临公积金登字',
      fields: ['company', 'employees', 'fundShare'],
    },
    delivery: [...CHILD.delivery],
  },
};
