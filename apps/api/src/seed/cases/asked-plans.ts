import type { AskedPlan } from './case-plan.js';

export const ASK_HEALTH: AskedPlan = {
  step: 'site',
  department: 'health',
  question: '供餐对象含中小学生，传染病和食源性疾病防控有无要求',
  limit: 5,
  after: 4,
};
export const ASK_URBAN: AskedPlan = {
  step: 'planning',
  department: 'urban',
  question: '施工围挡占用楼前绿地约 18 平方米，是否须办理占绿手续',
  limit: 5,
  after: 6,
};
export const ANSWERED_BY_URBAN: AskedPlan = {
  step: 'planning',
  department: 'urban',
  question: '吊装机械停放在市政人行道，能否准许',
  limit: 3,
  after: 5,
  answer: { outcome: 'agreeWithConditions', opinion: '同意，附条件：夜间 22 时后作业，次日 6 时前恢复人行道。', after: 6 },
};
