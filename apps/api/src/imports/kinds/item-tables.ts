import { text } from '@onewindow/contracts';
import { MATERIAL_KIND_LABELS, plainItemCode } from '@onewindow/domain';
import { z } from 'zod';
import { choice, choices, decimal, empty, parts, type RecordTable, whole, yesNo } from '../record-table.js';
import { conditionText } from './condition-text.js';

/** R8.3: as printed lists group it, too: one code is one item. */
export const itemCode = text(60).transform(plainItemCode);
export const itemKey = text(40);
export const ITEM_CODE = { title: '实施编码', hint: '31 位，或业务办理项 33 位' } as const;
export const CONDITION_HINT = '可空；问题键=值，如 centralAir=是、trade=dining|canteen；复杂的写 JSON';

/** The other way round: Chinese words to codes. */
function byLabel<K extends string>(labels: Readonly<Record<K, string>>): Readonly<Record<string, K>> {
  return Object.fromEntries(Object.entries<string>(labels).map(([code, label]) => [label, code as K]));
}

const KINDS = { 即办件: 'instant', 承诺件: 'promised', 一件事: 'bundle' } as const;
const APPLICANTS = { 自然人: 'natural', 法人: 'legal' } as const;
const SCOPES = { 本大厅: 'hall', 全区: 'region' } as const;
const DELIVERIES = { 窗口: 'window', 邮寄: 'post', 自助柜: 'cabinet' } as const;
const RESULTS = { 证照: 'licence', 决定: 'decision', 凭证: 'certificate' } as const;
const NECESSITIES = { 必交: 'required', 有条件: 'conditional', 选交: 'optional' } as const;
const MEDIA = { 原件: 'original', 复印件: 'copy', 电子件: 'electronic' } as const;
const FIELD_TYPES = { 文字: 'string', 数字: 'number', 整数: 'integer', 是否: 'boolean' } as const;
const FORMATS = {
  日期: 'date',
  多行: 'textarea',
  地址: 'address',
  电话: 'phone',
  身份证号: 'identity',
  信用代码: 'creditCode',
  银行账号: 'bankAccount',
} as const;
export const wordsOf = (words: object): readonly string[] => Object.keys(words);

const itemRow = z.object({
  code: itemCode,
  name: text(120),
  departmentCode: text(40),
  kind: choice(KINDS),
  subtype: text(20),
  applicantKinds: choices(APPLICANTS),
  statutoryLimit: empty(whole),
  promisedLimit: empty(whole),
  extensionLimit: empty(whole),
  legalBasis: text(300),
  allowsDeferral: yesNo,
  allowsCommitment: yesNo,
  requiresTwoReviewers: yesNo,
  subjectField: empty(itemKey),
  feeYuan: empty(decimal),
  scope: choice(SCOPES),
  delivery: choices(DELIVERIES),
  resultName: text(60),
  resultKind: choice(RESULTS),
  resultElectronic: yesNo,
  resultYears: empty(whole),
  resultPrefix: text(20),
  resultFields: parts,
  closedReason: empty(text(120)),
});
export const ITEM_TABLE: RecordTable<typeof itemRow> = {
  sheet: '事项',
  schema: itemRow,
  columns: {
    code: ITEM_CODE,
    name: { title: '事项名称', hint: '至多 120 字' },
    departmentCode: { title: '部门代码', hint: '牵头部门' },
    kind: { title: '类型', hint: '即办件、承诺件、一件事', choices: wordsOf(KINDS) },
    subtype: { title: '办理类型', hint: '新办、登记……' },
    applicantKinds: { title: '申请人', hint: '自然人、法人，可两样都填' },
    statutoryLimit: { title: '法定时限', hint: '工作日；没有的空着' },
    promisedLimit: { title: '承诺时限', hint: '工作日；承诺件必填' },
    extensionLimit: { title: '可延期', hint: '工作日；空为 0' },
    legalBasis: { title: '法律依据', hint: '行政许可写明《中华人民共和国行政许可法》，文书按此措辞' },
    allowsDeferral: { title: '可容缺', hint: '是、否', choices: ['是', '否'] },
    allowsCommitment: { title: '可告知承诺', hint: '是、否', choices: ['是', '否'] },
    requiresTwoReviewers: { title: '须两人审查', hint: '是、否', choices: ['是', '否'] },
    subjectField: { title: '标题字段', hint: '列表里代表本件的表单键；空为申请人' },
    feeYuan: { title: '收费', hint: '元；空为 0' },
    scope: { title: '通办', hint: '本大厅、全区', choices: wordsOf(SCOPES) },
    delivery: { title: '领取方式', hint: '窗口、邮寄、自助柜' },
    resultName: { title: '结果名称', hint: '卫生许可证' },
    resultKind: { title: '结果类型', hint: '证照、决定、凭证', choices: wordsOf(RESULTS) },
    resultElectronic: { title: '电子结果', hint: '是：决定后由系统出证', choices: ['是', '否'] },
    resultYears: { title: '有效年限', hint: '空为长期' },
    resultPrefix: { title: '结果文号', hint: '临卫公证字' },
    resultFields: { title: '结果印的字段', hint: '表单键，用顿号隔开' },
    closedReason: { title: '暂不开放', hint: '可空；填了就列出但不能受理' },
  },
  sample: {
    code: '（18 位信用代码）（1 位层级）（12 位基本编码）',
    name: '公共场所卫生许可',
    departmentCode: 'health',
    kind: '承诺件',
    subtype: '新办',
    applicantKinds: '自然人、法人',
    statutoryLimit: '20',
    promisedLimit: '5',
    legalBasis: '《中华人民共和国行政许可法》',
    allowsDeferral: '是',
    scope: '全区',
    delivery: '窗口、邮寄',
    resultName: '卫生许可证',
    resultKind: '证照',
    resultElectronic: '否',
    resultYears: '4',
    resultPrefix: '临卫公证字',
    resultFields: 'placeName',
  },
};

const questionRow = z.object({
  code: itemCode,
  key: itemKey,
  title: text(60),
  kind: choice({ 选择: 'choice', 是否: 'yesNo' }),
  options: parts,
  preset: empty(text(40)),
});
export const QUESTION_TABLE: RecordTable<typeof questionRow> = {
  sheet: '情形',
  optional: true,
  schema: questionRow,
  columns: {
    code: ITEM_CODE,
    key: { title: '键', hint: '小写字母开头的英文' },
    title: { title: '问题', hint: '使用集中空调' },
    kind: { title: '类型', hint: '选择、是否', choices: ['选择', '是否'] },
    options: { title: '选项', hint: '值=标题，用顿号隔开：bath=沐浴场所、pool=游泳场馆' },
    preset: { title: '预设', hint: '可空；选项的值，或是、否' },
  },
  sample: { code: '同“事项”', key: 'centralAir', title: '使用集中空调', kind: '是否', preset: '否' },
};

const materialRow = z.object({
  code: itemCode,
  material: itemKey,
  name: text(120),
  necessity: choice(NECESSITIES),
  when: empty(conditionText),
  isKey: yesNo,
  kind: choice(byLabel(MATERIAL_KIND_LABELS)),
  medium: choice(MEDIA),
  copies: empty(whole),
  licenceType: empty(text(40)),
  libraryKey: empty(text(40)),
  validMonths: empty(whole),
  source: text(60),
  standard: text(300),
  reviewPoints: parts,
  commitment: empty(text(200)),
});
export const MATERIAL_TABLE: RecordTable<typeof materialRow> = {
  sheet: '材料',
  schema: materialRow,
  columns: {
    code: ITEM_CODE,
    material: { title: '材料代码', hint: '小写字母开头的英文，本事项内唯一' },
    name: { title: '材料名称', hint: '卫生检测报告' },
    necessity: { title: '必要性', hint: '必交、有条件、选交', choices: wordsOf(NECESSITIES) },
    when: { title: '条件', hint: CONDITION_HINT },
    isKey: { title: '主件', hint: '是：不能容缺', choices: ['是', '否'] },
    kind: { title: '种类', hint: Object.values(MATERIAL_KIND_LABELS).join('、'), choices: Object.values(MATERIAL_KIND_LABELS) },
    medium: { title: '形式', hint: '原件、复印件、电子件', choices: wordsOf(MEDIA) },
    copies: { title: '份数', hint: '空为 1' },
    licenceType: { title: '可用证照', hint: '可空；能代替它的电子证照代码' },
    libraryKey: { title: '材料库代码', hint: '可空；同一种材料在各事项里相同，如 hygiene-rules' },
    validMonths: { title: '有效月数', hint: '可空；自出具之日起' },
    source: { title: '来源', hint: '申请人自备' },
    standard: { title: '受理标准', hint: '写给申请人看' },
    reviewPoints: { title: '审查要点', hint: '用顿号或分号隔开' },
    commitment: { title: '承诺内容', hint: '可空；可告知承诺的事项里，申请人以此承诺代替本材料' },
  },
  sample: {
    code: '同“事项”',
    material: 'testReport',
    name: '卫生检测报告',
    necessity: '必交',
    isKey: '是',
    kind: '报告',
    medium: '原件',
    copies: '1',
    source: '有资质的检测机构',
    standard: '六个月内出具，结论合格',
    reviewPoints: '检测机构有资质；结论合格',
  },
};

const fieldRow = z.object({
  code: itemCode,
  key: itemKey,
  title: text(40),
  type: choice(FIELD_TYPES),
  format: empty(choice(FORMATS)),
  required: yesNo,
  options: parts,
  minimum: empty(decimal),
  maximum: empty(decimal),
  maxLength: empty(whole),
  pattern: empty(text(200)),
  unit: empty(text(10)),
  wide: yesNo,
  source: empty(text(60)),
  placeholder: empty(text(40)),
});
export const FIELD_TABLE: RecordTable<typeof fieldRow> = {
  sheet: '表单',
  schema: fieldRow,
  columns: {
    code: ITEM_CODE,
    key: { title: '键', hint: '小写字母开头的英文，本事项内唯一' },
    title: { title: '标题', hint: '营业面积' },
    type: { title: '类型', hint: '文字、数字、整数、是否', choices: wordsOf(FIELD_TYPES) },
    format: { title: '格式', hint: '可空；只对文字', choices: wordsOf(FORMATS) },
    required: { title: '必填', hint: '是、否', choices: ['是', '否'] },
    options: { title: '选项', hint: '值=标题，用顿号隔开' },
    minimum: { title: '最小', hint: '数字的下限' },
    maximum: { title: '最大', hint: '数字的上限' },
    maxLength: { title: '最长', hint: '文字的字数' },
    pattern: { title: '正则', hint: '可空；文字须符合的正则表达式' },
    unit: { title: '单位', hint: '平方米' },
    wide: { title: '占整行', hint: '是、否', choices: ['是', '否'] },
    source: { title: '预填来源', hint: 'applicant.name、applicant.phone、situation.问题键……' },
    placeholder: { title: '提示', hint: '空格里的浅色字' },
  },
  sample: {
    code: '同“事项”',
    key: 'area',
    title: '营业面积',
    type: '数字',
    required: '是',
    minimum: '1',
    maximum: '100000',
    unit: '平方米',
  },
};

export type ItemRow = z.output<typeof itemRow>;
export type QuestionRow = z.output<typeof questionRow>;
export type MaterialRow = z.output<typeof materialRow>;
export type FieldRow = z.output<typeof fieldRow>;
