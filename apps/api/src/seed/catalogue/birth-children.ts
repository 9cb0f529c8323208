import {
  ADDRESS,
  choiceField,
  CONTACT_PHONE,
  type FieldSeed,
  identityCard,
  type ItemSeed,
  material,
  quickRoute,
  textField,
  USUAL,
  yesNo,
} from './building-blocks.js';

const BABY: FieldSeed = textField('婴儿姓名', { 'x-once': true, 'x-meaning': 'baby.name' });
const PARENTS = identityCard('parents', '父母身份证');
const HOUSEHOLD_BOOK = material('household', '户口簿', {
  kind: 'licence',
  source: '公安部门核发',
  standard: '拟落户一方的户口簿',
  reviewPoints: ['与身份证一致'],
});
const MARRIED = yesNo('married', '父母已办结婚登记', true);
const MARRIAGE = material('marriage', '结婚证', {
  necessity: 'conditional',
  when: { question: 'married', equals: true },
  kind: 'licence',
  source: '民政部门核发',
  standard: '原件，或电子证照',
  reviewPoints: ['姓名与身份证一致'],
});

const CHILD = {
  ...USUAL,
  kind: 'promised',
  applicantKinds: ['natural'],
  statutoryLimit: null,
  questions: [],
  subjectField: null,
  scope: 'region',
  delivery: ['window', 'post'],
  onlyInBundle: true,
} as const satisfies Partial<ItemSeed['definition']>;

export const BIRTH_CERTIFICATE: ItemSeed = {
  name: '出生医学证明签发',
  departmentCode: 'health',
  basicCode: '000123019901',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '首次签发',
    promisedLimit: 1,
    legalBasis: '《中华人民共和国母婴保健法》第二十三条',
    questions: [MARRIED],
    materials: [PARENTS, MARRIAGE],
    form: {
      type: 'object',
      properties: {
        baby: BABY,
        bornOn: { type: 'string', title: '出生日期', format: 'date', 'x-min': 'today-1y', 'x-max': 'today', 'x-once': true },
        hospital: textField('接生机构', { 'x-placeholder': '临江区妇幼保健院' }),
        phone: CONTACT_PHONE,
      },
      required: ['baby', 'bornOn', 'hospital', 'phone'],
    },
    route: quickRoute(['接生机构有记录', '父母身份一致']),
    result: {
      name: '出生医学证明',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临卫出证字',
      fields: ['baby', 'bornOn', 'hospital'],
    },
  },
};

export const HOUSEHOLD_ENTRY: ItemSeed = {
  name: '新生儿户口登记',
  departmentCode: 'police',
  basicCode: '000109019902',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '申报出生登记',
    promisedLimit: 2,
    legalBasis: '《中华人民共和国户口登记条例》第七条',
    questions: [MARRIED],
    materials: [PARENTS, HOUSEHOLD_BOOK, MARRIAGE],
    form: {
      type: 'object',
      properties: {
        baby: BABY,
        follows: choiceField('随父或随母', { father: '随父', mother: '随母' }),
        address: textField('落户地址', { ...ADDRESS, 'x-meaning': 'household.address' }),
        phone: CONTACT_PHONE,
      },
      required: ['baby', 'follows', 'address', 'phone'],
    },
    route: quickRoute(['拟落户一方的户口在本区', '地址与户口簿一致']),
    result: {
      name: '户口登记页',
      kind: 'certificate',
      electronic: false,
      validYears: null,
      numberPrefix: '临公户字',
      fields: ['baby', 'address'],
    },
  },
};

export const CHILD_INSURANCE: ItemSeed = {
  name: '新生儿医保参保登记',
  departmentCode: 'insurance',
  basicCode: '000136019903',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '登记',
    promisedLimit: 1,
    legalBasis: '《中华人民共和国社会保险法》第二十五条',
    materials: [PARENTS],
    form: {
      type: 'object',
      properties: {
        baby: BABY,
        household: textField('落户地址', { ...ADDRESS, 'x-meaning': 'household.address' }),
        bankAccount: textField('银行卡', { format: 'bankAccount', maxLength: 30, 'x-meaning': 'bank.account' }),
      },
      required: ['baby', 'household'],
    },
    route: quickRoute(['户口已登记']),
    result: {
      name: '医保参保凭证',
      kind: 'certificate',
      electronic: true,
      validYears: null,
      numberPrefix: '临医保新字',
      fields: ['baby', 'household'],
    },
  },
};

export const SOCIAL_CARD: ItemSeed = {
  name: '社会保障卡申领',
  departmentCode: 'labour',
  basicCode: '000114019904',
  closedReason: null,
  definition: {
    ...CHILD,
    subtype: '首次申领',
    promisedLimit: 2,
    legalBasis: '《社会保障卡发行管理办法》第十条',
    materials: [PARENTS],
    form: {
      type: 'object',
      properties: {
        baby: BABY,
        cardBank: choiceField('合作银行', { icbc: '中国工商银行', abc: '中国农业银行', grcb: '广州农商银行' }),
        phone: CONTACT_PHONE,
      },
      required: ['baby', 'cardBank', 'phone'],
    },
    route: quickRoute(['户口已登记', '没有重复制卡']),
    result: {
      name: '社会保障卡',
      kind: 'certificate',
      electronic: false,
      validYears: null,
      numberPrefix: '临人社卡字',
      fields: ['baby', 'cardBank'],
    },
  },
};
