import { dateWords, groupCaseNo, isAskedConsultation, type IsoDate } from '@onewindow/domain';
import { CLOCK_EVENT_WORDS } from './clock-event-words.js';
import { CORRECTION_EVENT_WORDS } from './correction-event-words.js';
import { because, type Data, day, fact, list, momentOf } from './event-facts.js';

/** R8.2: what was let through, by its fields; the codes themselves are not in the event. */
function overrideWords(data: Data): string {
  const fields = list(data, 'overridden');
  return fields.length === 0 ? '' : `，${fields.join('、')}校验位不符仍采用${because(data, 'overrideReason')}`;
}

const step = (data: Data): string => fact(data, 'stepName') || '环节';

/** 消防意见; of a question beside the route 消防救援大队协办. */
function consulted(data: Data): string {
  return isAskedConsultation(fact(data, 'step')) ? `${fact(data, 'department')}${step(data)}` : step(data);
}

const SECTIONS: Readonly<Record<string, string>> = {
  applicant: '申请人',
  agent: '代理人',
  duplicate: '再办理由',
  answers: '情形',
  form: '表单',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  agree: '同意',
  agreeWithConditions: '同意，附条件',
  object: '不同意',
  grant: '准予',
  deny: '不予许可',
  issued: '已出证',
};
const ASSIGNED: Readonly<Record<string, string>> = { leastLoaded: '按件数最少', inTurn: '按轮次' };
const PRESENT: Readonly<Record<string, string>> = { applicant: '申请人', representative: '法定代表人', agent: '代理人' };
const METHODS: Readonly<Record<string, string>> = { window: '窗口领取', post: '邮寄', cabinet: '自助柜领取' };

function dueWords(data: Data, on: IsoDate): string {
  const promised = day(data, 'promisedDue', on);
  const statutory = day(data, 'statutoryDue', on);
  if (promised !== '') return `，承诺 ${promised} 前办结`;
  return statutory === '' ? '' : `，法定 ${statutory} 前办结`;
}

function arrivalWords(data: Data): string {
  const names = list(data, 'materials');
  const what = names.length === 0 ? '补正材料' : `补正材料 ${names.length} 份：${names.join('、')}`;
  return data['complete'] === true ? `收${what}，收齐` : `收${what}，还没有收齐`;
}

/** Why it was accepted beside an open case for the same item. */
function besideWords(data: Data): string {
  const other = fact(data, 'duplicateOf');
  return other === '' ? '' : `；同事项 ${groupCaseNo(other)} 在办，仍受理${because(data, 'duplicateReason')}`;
}

/** 01-04 改为 01-05 for a pair of days among the facts; '' when there is none. */
function movedWords(data: Data, key: string, name: string, on: IsoDate): string {
  const pair = data[key];
  if (!Array.isArray(pair)) return '';
  const [from, to] = pair.map((one: unknown) => (typeof one === 'string' ? dateWords(one, on) : '无'));
  return `，${name} ${from} 改为 ${to}`;
}

/** The steps whose own dates a calendar moved. */
function movedStepWords(data: Data, on: IsoDate): string {
  const steps = Array.isArray(data['steps']) ? (data['steps'] as unknown[]) : [];
  return steps.map((one) => (Array.isArray(one) ? movedWords({ due: one.slice(1) }, 'due', `${String(one[0])}到期`, on) : '')).join('');
}

/** The outcome with the opinion; an opinion that begins with the outcome's own words says it once. */
function answerWords(data: Data): string {
  const outcome = OUTCOMES[fact(data, 'outcome')] ?? '办完';
  const opinion = fact(data, 'opinion');
  const isSaid = [outcome, '无意见'].some((words) => opinion.startsWith(words));
  return isSaid ? opinion : `${outcome}${because(data, 'opinion')}`;
}

/** One line for each action that a command writes. */
const WORDS: Readonly<Record<string, (data: Data, on: IsoDate) => string>> = {
  openDraft: (data) => {
    const outageNo = fact(data, 'outageNo');
    return `${outageNo === '' ? '开始办理' : `按纸质单 ${outageNo} 补录`}${fact(data, 'itemName')}${overrideWords(data)}`;
  },
  saveDraft: (data) => {
    const sections = list(data, 'sections').map((section) => SECTIONS[section] ?? section);
    const corrected = list(data, 'corrected');
    const corrections = corrected.length === 0 ? '' : `，更正${corrected.join('、')}`;
    return `暂存${sections.join('、')}${corrections}${overrideWords(data)}`;
  },
  replaceApplicant: (data) => {
    const taken = list(data, 'takenAway');
    const anew = list(data, 'judgedAnew');
    const gone = taken.length === 0 ? '' : `，撤去${taken.join('、')}`;
    return `换了申请人，人证核对和代理人作废${gone}${anew.length === 0 ? '' : `，${anew.join('、')}重新核对`}`;
  },
  discardDraft: () => '丢弃草稿',
  attachFile: (data) => `${fact(data, 'materialName')}收进一个文件`,
  removeFile: (data) => `${fact(data, 'materialName')}删去一个文件`,
  judge: (data) => `${fact(data, 'materialName')}：${fact(data, 'verdictName')}${because(data, 'defect')}`,
  confirmPresence: (data) => `${PRESENT[fact(data, 'who')] ?? '来人'}到场，${data['how'] === 'card' ? '读卡' : '人工输入'}核对人证`,
  choosePlace: (data) => {
    const place = fact(data, 'placeName');
    const office = fact(data, 'office');
    const who = office === '' ? '' : `，由${office}办理`;
    return place === '' ? `所在区划按地址${who}` : `所在区划定为${place}${who}${because(data)}`;
  },
  reuse: (data) => {
    const seen = data['originalSeen'] === true ? '，已核原件' : data['committed'] === true ? '，申请人承诺' : '';
    return `${fact(data, 'materialName')}复用${fact(data, 'entryName')}（${fact(data, 'trustLevel')} 级${seen}）`;
  },
  undoReuse: (data) => `${fact(data, 'materialName')}撤去复用`,
  dateMaterial: (data, on) => {
    const through = day(data, 'validThrough', on);
    return `${fact(data, 'materialName')} ${day(data, 'issuedOn', on)} 出具${through === '' ? '' : `，有效至 ${through}`}`;
  },
  defer: (data, on) => `${fact(data, 'materialName')}：容缺，${day(data, 'dueOn', on)} 前补齐`,
  promise: (data) => `${fact(data, 'materialName')}：以告知承诺代替`,
  takeInDeferred: (data) => {
    const left = fact(data, 'left');
    const more = left === '0' || left === '' ? '' : `，还有 ${left} 份`;
    return `收容缺材料${fact(data, 'materialName')}：${fact(data, 'verdictName')}${because(data, 'defect')}${more}`;
  },
  'promise.unkept': (data, on) =>
    `${fact(data, 'materialName')}承诺 ${day(data, 'dueOn', on)} 前补齐，未兑现，${day(data, 'unkeptOn', on)} 记入信用（系统记入）`,
  'commitment.check': (data) =>
    `${fact(data, 'materialName')}的承诺核查${data['outcome'] === 'untrue' ? '不实，记入申请人' : '属实'}${because(data, 'finding')}`,
  'promise.stand': (data, on) => `表单改正后又要求${fact(data, 'materialName')}，${day(data, 'dueOn', on)} 前补交`,
  'promise.lapse': (data) => `表单改正后不再要求${fact(data, 'materialName')}，不用补交`,
  'promise.lift': (data) => `督查员恢复申请人的容缺${because(data)}`,
  receive: (data, on) => {
    const number = groupCaseNo(fact(data, 'caseNo'));
    const outageNo = fact(data, 'outageNo');
    return outageNo === ''
      ? `收件，编号 ${number}`
      : `停机补录，编号 ${number}，纸质单 ${outageNo}，${momentOf(data, 'receivedAt', on)} 收件`;
  },
  accept: (data, on) => `${data['deemed'] === true ? '逾期未告知，视为受理' : '受理'}${dueWords(data, on)}${besideWords(data)}`,
  supplement: (data) => {
    const names = list(data, 'materials');
    const verb = data['again'] === true ? '经督查员放行，再次一次告知补正' : '一次告知补正';
    return names.length === 0 ? verb : `${verb} ${names.length} 份：${names.join('、')}`;
  },
  takeIn: arrivalWords,
  arrive: arrivalWords,
  noteCall: (data) => `已电话通知${because(data, 'words')}`,
  requestOverride: (data) => `申请再次一次告知${because(data)}`,
  grantOverride: (data) => `督查员放行再次一次告知${because(data)}`,
  refuseOverride: (data) => `督查员不放行再次一次告知${because(data)}`,
  decline: (data) => `不予受理${because(data)}`,
  withdraw: (data) => `按申请人书面申请撤件${because(data)}`,
  terminate: (data) => `终止办理${because(data)}`,
  decide: (data) => (data['decision'] === 'deny' ? `决定不予许可${because(data)}` : `决定准予${because(data, 'opinion')}`),
  issue: (data) => {
    const place = fact(data, 'place');
    const made = data['decision'] === 'deny' ? '不予许可决定已制作' : `${fact(data, 'result') || '结果'}已出证`;
    return place === '' ? made : `${made}，送${/^\w/.test(place) ? ' ' : ''}${place}`;
  },
  handOver: (data) => {
    const by = data['relation'] === 'agent' ? '代理人' : '申请人';
    // R6.2: what did not go over the counter went somewhere.
    const place = fact(data, 'place');
    return `出件：${by}${fact(data, 'collector')}${place === '' ? (METHODS[fact(data, 'method')] ?? '领取') : `签名，${place}`}`;
  },
  'paper.call': (data) => `请${fact(data, 'from')}把纸质结果送到${fact(data, 'to')}`,
  'paper.send': (data) => `纸质结果从${fact(data, 'from')}送往${fact(data, 'to')}`,
  'paper.arrive': (data) => `纸质结果到${fact(data, 'to')}`,
  'notice.reprint': (data) => `补打${fact(data, 'notice')}，第 ${fact(data, 'reprint')} 次`,
  'notice.transferSlip': (data) => `出材料流转单 ${fact(data, 'number')}`,
  redate: (data, on) =>
    `${fact(data, 'because') || '工作日历有变'}${movedWords(data, 'promised', '承诺到期', on)}${movedWords(data, 'statutory', '法定到期', on)}${movedStepWords(data, on)}（系统记入）`,
  payment: (data) => `费用已缴，票据 ${fact(data, 'receiptNo')}`,
  'bundle.join': (data) => `随${fact(data, 'bundle')}开始办理${fact(data, 'itemName')}`,
  'bundle.open': (data, on) =>
    `${fact(data, 'child')}开始，编号 ${groupCaseNo(fact(data, 'caseNo'))}，${fact(data, 'department')}${dueWords(data, on)}`,
  'bundle.end': (data) => `${fact(data, 'child')}：${fact(data, 'outcome')}${because(data)}`,
  'bundle.cancel': (data) => `${fact(data, 'child')}不再办理${because(data)}`,
  'bundle.decide': (data) => {
    const failed = fact(data, 'failed');
    return `各子项全部办完，准予 ${fact(data, 'granted')} 项${failed === '' || failed === '0' ? '' : `，未成 ${failed} 项`}`;
  },
  'bundle.correct': (data) => `${list(data, 'children').join('、')}审查中补正，一件事随之改正：${list(data, 'points').join('、')}`,
  'bundle.amended': (data) => `${list(data, 'children').join('、')}审查中补正，本件随之改正：${list(data, 'points').join('、')}`,
  'bundle.corrected': (data) => `${list(data, 'children').join('、')}审查中补正了${list(data, 'points').join('、')}，本件仍是原来的内容`,
  'bundle.ready': () => '全部结果齐备，可以一次领取',
  ...CLOCK_EVENT_WORDS,
  ...CORRECTION_EVENT_WORDS,
  'task.open': (data, on) => {
    const due = day(data, 'due', on);
    return due === '' ? `${step(data)}开始` : `${step(data)}开始，${due} 到期`;
  },
  'task.claim': (data) => `签收${step(data)}`,
  'task.assign': (data) => `${step(data)}${ASSIGNED[fact(data, 'how')] ?? ''}分派给${fact(data, 'to')}`,
  'task.release': (data) => `${step(data)}放回部门池`,
  'task.sendUp': (data) => `${step(data)}：报送拟办意见，拟${data['decision'] === 'deny' ? '不予许可' : '准予'}${because(data)}`,
  'task.complete': (data) => `${consulted(data)}：${answerWords(data)}`,
  'task.retrieve': (data) => `取回${step(data)}`,
  'task.refuse': (data) => `拒签${step(data)}${because(data)}`,
  'task.return': (data) => `${step(data)}退回${fact(data, 'toStepName') || '前一环节'}${because(data)}`,
  'task.transfer': (data) => `${step(data)}转办给${fact(data, 'to')}${because(data)}`,
  'task.reassign': (data) => {
    const from = fact(data, 'from');
    return `${step(data)}${from === '' ? '' : `由${from}`}改派给${fact(data, 'to')}${because(data)}`;
  },
  'task.reroute': (data) => `${step(data)}改由${fact(data, 'department')}办理${because(data)}`,
  'task.deem': (data, on) => {
    const from = day(data, 'silentOn', on);
    return `${consulted(data)}期满未答复，${from === '' ? '' : `自 ${from} `}视为无意见（系统记入）`;
  },
  'task.consult': (data, on) => {
    const due = day(data, 'due', on);
    return `${step(data)}向${list(data, 'departments').join('、') || '其他部门'}征求意见${due === '' ? '' : `，${due} 前答复`}${because(data, 'question')}`;
  },
  'task.withdrawConsultation': (data) => `撤回向${fact(data, 'department') || '其他部门'}的协办${because(data)}`,
  'task.remind': (data) => `系统催办${fact(data, 'department') || step(data)}`,
  'task.cancel': (data) => `${step(data)}取消`,
};

/** Actions whose words are known; the tests compare them with what commands write. */
export const KNOWN_EVENT_ACTIONS: readonly string[] = Object.keys(WORDS);

/**
 * A Chinese sentence that tells an event of the day `on`: days of its year stand without the year.
 * An action without words of its own still tells that something was done.
 */
export function wordsOf(action: string, data: Data, on: IsoDate): string {
  return Object.hasOwn(WORDS, action) ? (WORDS[action]?.(data, on) ?? '') : '办理了一步';
}
