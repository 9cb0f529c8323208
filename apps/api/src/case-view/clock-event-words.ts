import { type IsoDate, SPECIAL_PROCEDURE_LABELS } from '@onewindow/domain';
import { because, type Data, day, fact, list } from './event-facts.js';

const name = (data: Data): string => fact(data, 'procedureName') || '特别程序';

/** ；承诺 03-09 改为 03-18，法定 03-30 改为 04-09: of the dates that moved. */
export function movedDates(data: Data, on: IsoDate): string {
  const clocks = [
    ['承诺', 'promised'],
    ['法定', 'statutory'],
  ] as const;
  const moved = clocks.flatMap(([label, key]) => {
    const to = day(data, `${key}Due`, on);
    return to === '' ? [] : [`${label} ${day(data, `${key}Before`, on)} 改为 ${to}`];
  });
  return moved.length === 0 ? '' : `；${moved.join('，')}`;
}

function overrunNames(data: Data): string {
  const labels: Readonly<Record<string, string>> = SPECIAL_PROCEDURE_LABELS;
  return list(data, 'overrun')
    .map((kind) => labels[kind] ?? kind)
    .join('、');
}

/** What stops and lengthens the clocks of a case, in words (R1.6, R3). */
export const CLOCK_EVENT_WORDS: Readonly<Record<string, (data: Data, on: IsoDate) => string>> = {
  'procedure.request': (data) => `申请${name(data)} ${fact(data, 'days')}，暂停计时${because(data)}`,
  'procedure.approve': (data, on) =>
    `${name(data)}，${day(data, 'from', on)} 至 ${day(data, 'through', on)} 暂停计时，已出告知书${movedDates(data, on)}`,
  'procedure.refuse': (data) => `不同意${name(data)}暂停计时${because(data)}`,
  'procedure.withdraw': (data) => (data['withCase'] === true ? `办件结束，${name(data)}的申请随之撤回` : `撤回${name(data)}的申请`),
  'procedure.document': (data) => `${name(data)}收进结果文件`,
  'procedure.end': (data, on) => `${name(data)} ${day(data, 'endedOn', on)} 结束${because(data, 'outcome')}${movedDates(data, on)}`,
  'procedure.objection': (data, on) => `${name(data)}期内收到一条异议（${day(data, 'receivedOn', on)}）`,
  'procedure.answer': (data) => `答复${name(data)}异议`,
  'extension.request': (data) => `申请延长 ${fact(data, 'days')} 个工作日${because(data)}`,
  'extension.grant': (data, on) => {
    const document = fact(data, 'document');
    return `延长 ${fact(data, 'days')} 个工作日${document === '' ? '' : `（${document}）`}，已出通知书${because(data)}${movedDates(data, on)}`;
  },
  'extension.refuse': (data) => `不同意延长期限${because(data)}`,
  'extension.withdraw': (data) => (data['withCase'] === true ? '办件结束，延期的申请随之撤回' : '撤回延期的申请'),
  'clock.renew': (data, on) => {
    const overrun = overrunNames(data);
    return `${overrun === '' ? '暂停的天数有变' : `${overrun}超过告知的时间还没有结束`}，期限顺延${movedDates(data, on)}（系统记入）`;
  },
};
