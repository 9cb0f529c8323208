import { ADDRESS, choiceField, CONTACT_PHONE, identityCard, type ItemSeed, material, textField, USUAL, yesNo } from './building-blocks.js';

const NOT_YET = '一件事尚未开放';

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
      properties: {
        company: textField('公司名称', { 'x-span': 2 }),
        type: choiceField('类型', { limited: '有限责任公司', single: '一人有限责任公司', shares: '股份有限公司' }),
        capital: { type: 'number', title: '注册资本', minimum: 1, 'x-unit': '万元' },
        address: textField('住所', ADDRESS),
        employees: { type: 'integer', title: '员工人数', minimum: 0, maximum: 10_000, 'x-unit': '人' },
        phone: CONTACT_PHONE,
      },
      required: ['company', 'type', 'capital', 'address', 'phone'],
    },
    subjectField: 'company',
    route: { steps: [] },
    result: {
      name: '营业执照',
      kind: 'licence',
      electronic: true,
      validYears: null,
      numberPrefix: '临市监照字',
      fields: ['company', 'address'],
    },
    scope: 'region',
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
        bankAccount: textField('银行卡', { format: 'bankAccount', maxLength: 30 }),
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
    delivery: ['window', 'post'],
  },
};
