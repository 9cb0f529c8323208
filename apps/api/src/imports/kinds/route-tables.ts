import { text } from '@onewindow/contracts';
import { z } from 'zod';
import { choice, empty, parts, type RecordTable, whole, yesNo } from '../record-table.js';
import { conditionText } from './condition-text.js';
import { CONDITION_HINT, ITEM_CODE, itemCode, itemKey, wordsOf } from './item-tables.js';

const STEP_KINDS = { 审查: 'review', 决定: 'decision', 征求意见: 'consultation' } as const;
const ASSIGNMENTS = { 部门池: 'pool', 最少件: 'leastLoaded', 轮流: 'inTurn' } as const;
const STEP_ROLES = { 审批人员: 'approver', 首席代表: 'chief' } as const;
const PROCEDURES = {
  听证: 'hearing',
  招标: 'tender',
  拍卖: 'auction',
  检验: 'inspection',
  检测: 'testing',
  检疫: 'quarantine',
  鉴定: 'appraisal',
  专家评审: 'expertReview',
  公示: 'publicNotice',
} as const;

const stepRow = z.object({
  code: itemCode,
  key: itemKey,
  name: text(30),
  kind: choice(STEP_KINDS),
  departmentCode: empty(text(40)),
  role: choice(STEP_ROLES),
  limit: whole,
  after: parts,
  when: empty(conditionText),
  deemed: yesNo,
  noticeDays: empty(whole),
  noticeUnit: empty(choice({ 自然日: 'calendar', 工作日: 'working' })),
  points: parts,
  twoReviewers: yesNo,
  countersign: yesNo,
  assignment: empty(choice(ASSIGNMENTS)),
});
export const STEP_TABLE: RecordTable<typeof stepRow> = {
  sheet: '环节',
  optional: true,
  schema: stepRow,
  columns: {
    code: ITEM_CODE,
    key: { title: '键', hint: '小写字母开头的英文，本事项内唯一' },
    name: { title: '名称', hint: '卫生审查' },
    kind: { title: '种类', hint: '审查、决定、征求意见；决定有且只有一个', choices: wordsOf(STEP_KINDS) },
    departmentCode: { title: '部门代码', hint: '空为牵头部门' },
    role: { title: '角色', hint: '审批人员、首席代表', choices: wordsOf(STEP_ROLES) },
    limit: { title: '时限', hint: '工作日，1 以上' },
    after: { title: '前置环节', hint: '键，用顿号隔开；空为受理后开始' },
    when: { title: '条件', hint: CONDITION_HINT },
    deemed: { title: '逾期视为无意见', hint: '只对征求意见', choices: ['是', '否'] },
    noticeDays: { title: '公示天数', hint: '可空' },
    noticeUnit: { title: '公示单位', hint: '自然日、工作日', choices: ['自然日', '工作日'] },
    points: { title: '审查要点', hint: '用顿号或分号隔开' },
    twoReviewers: { title: '两人审查', hint: '只对审查：初审、复审由两人办', choices: ['是', '否'] },
    countersign: { title: '首席核签', hint: '只对审查：通过前由首席代表核签', choices: ['是', '否'] },
    assignment: { title: '分派', hint: '部门池、最少件、轮流；空为部门池', choices: wordsOf(ASSIGNMENTS) },
  },
  sample: {
    code: '同“事项”',
    key: 'review',
    name: '卫生审查',
    kind: '审查',
    role: '审批人员',
    limit: '3',
    points: '场所布局符合卫生要求；检测报告有效',
  },
};

const procedureRow = z.object({ code: itemCode, kind: choice(PROCEDURES), basis: text(200), usualDays: whole });
export const PROCEDURE_TABLE: RecordTable<typeof procedureRow> = {
  sheet: '特别程序',
  optional: true,
  schema: procedureRow,
  columns: {
    code: ITEM_CODE,
    kind: { title: '种类', hint: wordsOf(PROCEDURES).join('、'), choices: wordsOf(PROCEDURES) },
    basis: { title: '依据', hint: '法律条款' },
    usualDays: { title: '通常天数', hint: '1 以上' },
  },
  sample: { code: '同“事项”', kind: '检测', basis: '《中华人民共和国行政许可法》第四十五条', usualDays: '7' },
};

export type StepRow = z.output<typeof stepRow>;
export type ProcedureRow = z.output<typeof procedureRow>;
