import { KEYS_ROTATED } from './key-rotation.js';

const WORDS = {
  'session.signed-in': '登录',
  'session.signed-out': '退出',
  'session.sign-in-refused': '登录被拒绝',
  'staff.created': '建立账号',
  'staff.password-changed': '修改密码',
  'staff.password-reset': '重置密码',
  'staff.activated': '启用账号',
  'staff.deactivated': '停用账号',
  'delegation.made': '办理代理授权',
  'delegation.ended': '结束代理授权',
  'applicant.looked-up': '按证件号查询申请人',
  'applicant.unmasked': '查看完整证件号或电话',
  'applicant.renamed': '更改申请人的名称',
  'number.revealed': '查看完整证件号或电话',
  'case.looked-up': '按编号查询办件',
  'ticket.applicant-brought': '取用取号时留的证件',
  'commitment.untrue': '记下承诺不实',
  'deferral.lifted': '恢复申请人的容缺',
  'imports.written': '导入数据',
  'item-paper.uploaded': '上传空白表或样表',
  'guide.issued': '出一次告知单',
  'outage-range.registered': '登记停机用纸质单号段',
  'calendar.days-edited': '改工作日历',
  'calendar.year-loaded': '装入一年的工作日历',
  'calendar.year-released': '放假安排随系统更新公布',
  'material-library.looked-up': '查看申请人的材料库',
  [KEYS_ROTATED]: '更换密钥',
} as const satisfies Record<string, string>;

/** What the audit trail tells of; nothing is recorded that the auditor could not read. */
export type AuditAction = keyof typeof WORDS;

/** Of look-ups it matters by what: who knows a case's number has its receipt, who types a neighbour's number has not. */
const LOOK_UP_WORDS: Readonly<Record<string, string>> = { identity: '按证件号查询办件', phone: '按电话查询办件' };

const REVEALED_WORDS: Readonly<Record<string, string>> = {
  applicantIdentity: '申请人的证件号',
  applicantPhone: '申请人的电话',
  legalRepresentativeIdentity: '法定代表人的证件号',
  agentIdentity: '代理人的证件号',
  agentPhone: '代理人的电话',
};

/**
 * What an action of the audit trail is called on the screen; its own name for one of an earlier release.
 * @param by of a look-up: by what
 */
export function auditWords(action: string, by: string | null = null): string {
  const byWhat = action === 'case.looked-up' && by !== null ? LOOK_UP_WORDS[by] : undefined;
  return byWhat ?? (WORDS as Readonly<Record<string, string>>)[action] ?? action;
}

/** Which number was shown (R10.2), as the screen calls it. */
export function revealedWords(field: string): string {
  return REVEALED_WORDS[field] ?? field;
}
