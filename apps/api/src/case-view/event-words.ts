import { groupCaseNo } from '@onewindow/domain';

type Data = Readonly<Record<string, unknown>>;

/** A fact of the event as text; '' when it has none. */
function fact(data: Data, key: string): string {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** ：理由, or nothing. */
function because(data: Data, key = 'reason'): string {
  const reason = fact(data, key);
  return reason === '' ? '' : `：${reason}`;
}

function list(data: Data, key: string): string[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

const step = (data: Data): string => fact(data, 'stepName') || '环节';

const SECTIONS: Readonly<Record<string, string>> = { applicant: '申请人', agent: '代理人', answers: '情形', form: '表单' };
const OUTCOMES: Readonly<Record<string, string>> = {
  agree: '同意',
  agreeWithConditions: '同意，附条件',
  object: '不同意',
  grant: '准予',
  deny: '不予许可',
  issued: '已出证',
};
const METHODS: Readonly<Record<string, string>> = { window: '窗口领取', post: '邮寄', cabinet: '自助柜领取' };

function dueWords(data: Data): string {
  const promised = fact(data, 'promisedDue');
  const statutory = fact(data, 'statutoryDue');
  if (promised !== '') return `，承诺 ${promised} 前办结`;
  return statutory === '' ? '' : `，法定 ${statutory} 前办结`;
}

/** One line for each action that a command writes. */
const WORDS: Readonly<Record<string, (data: Data) => string>> = {
  openDraft: (data) => `开始办理${fact(data, 'itemName')}`,
  saveDraft: (data) => {
    const sections = list(data, 'sections').map((section) => SECTIONS[section] ?? section);
    return sections.length === 0 ? '暂存' : `暂存${sections.join('、')}`;
  },
  discardDraft: () => '丢弃草稿',
  attachFile: (data) => `${fact(data, 'materialName')}收进一个文件`,
  removeFile: (data) => `${fact(data, 'materialName')}删去一个文件`,
  judge: (data) => `${fact(data, 'materialName')}：${fact(data, 'verdictName')}${because(data, 'defect')}`,
  receive: (data) => `收件，编号 ${groupCaseNo(fact(data, 'caseNo'))}`,
  accept: (data) => `${data['deemed'] === true ? '逾期未告知，视为受理' : '受理'}${dueWords(data)}`,
  supplement: (data) => {
    const names = list(data, 'materials');
    return names.length === 0 ? '一次告知补正' : `一次告知补正 ${names.length} 份：${names.join('、')}`;
  },
  takeIn: (data) => (data['complete'] === true ? '补正材料收齐' : '收补正材料，还没有收齐'),
  decline: (data) => `不予受理${because(data)}`,
  withdraw: (data) => `按申请人书面申请撤件${because(data)}`,
  terminate: (data) => `终止办理${because(data)}`,
  decide: (data) => (data['decision'] === 'deny' ? `决定不予许可${because(data)}` : `决定准予${because(data, 'opinion')}`),
  issue: (data) => {
    const place = fact(data, 'place');
    const made = data['decision'] === 'deny' ? '不予许可决定已制作' : `${fact(data, 'result') || '结果'}已出证`;
    return place === '' ? made : `${made}，送${place}`;
  },
  handOver: (data) => {
    const by = data['relation'] === 'agent' ? '代理人' : '申请人';
    return `出件：${by}${fact(data, 'collector')}${METHODS[fact(data, 'method')] ?? '领取'}`;
  },
  payment: (data) => `费用已缴，票据 ${fact(data, 'receiptNo')}`,
  'task.open': (data) => {
    const due = fact(data, 'due');
    return due === '' ? `${step(data)}开始` : `${step(data)}开始，${due} 到期`;
  },
  'task.claim': (data) => `签收${step(data)}`,
  'task.release': (data) => `${step(data)}放回部门池`,
  'task.complete': (data) => `${step(data)}：${OUTCOMES[fact(data, 'outcome')] ?? '办完'}${because(data, 'opinion')}`,
  'task.retrieve': (data) => `取回${step(data)}`,
  'task.refuse': (data) => `拒签${step(data)}${because(data)}`,
  'task.return': (data) => `${step(data)}退回${fact(data, 'toStepName') || '前一环节'}${because(data)}`,
  'task.transfer': (data) => `${step(data)}转办给${fact(data, 'to')}${because(data)}`,
  'task.reassign': (data) => {
    const from = fact(data, 'from');
    return `${step(data)}${from === '' ? '' : `由${from}`}改派给${fact(data, 'to')}${because(data)}`;
  },
  'task.reroute': (data) => `${step(data)}改由${fact(data, 'department')}办理${because(data)}`,
  'task.deem': (data) => `${step(data)}逾期未答复，视为无意见（系统记入）`,
  'task.cancel': (data) => `${step(data)}取消`,
};

/** Actions whose words are known; the tests compare them with what commands write. */
export const KNOWN_EVENT_ACTIONS: readonly string[] = Object.keys(WORDS);

/** A Chinese sentence that tells an event. An action without words of its own still tells that something was done. */
export function wordsOf(action: string, data: Data): string {
  return Object.hasOwn(WORDS, action) ? (WORDS[action]?.(data) ?? '') : '办理了一步';
}
