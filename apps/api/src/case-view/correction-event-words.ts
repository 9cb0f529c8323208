import type { IsoDate } from '@onewindow/domain';
import { movedDates } from './clock-event-words.js';
import { because, type Data, day, fact, list } from './event-facts.js';

const step = (data: Data): string => fact(data, 'stepName') || '审查';

/** ；03-13 起继续计时；承诺 03-25 改为 03-19: where the clock stood still for the corrections. */
function resumed(data: Data, on: IsoDate): string {
  const from = day(data, 'runsFrom', on);
  return from === '' ? '' : `；${from} 起继续计时${movedDates(data, on)}`;
}

/** 审查中补正, told in the story (R3.3). */
export const CORRECTION_EVENT_WORDS: Readonly<Record<string, (data: Data, on: IsoDate) => string>> = {
  'correction.request': (data, on) => {
    const from = day(data, 'from', on);
    const stops = from === '' ? '' : `；依据${fact(data, 'basis')}，${from} 起暂停计时${movedDates(data, on)}`;
    return `${step(data)}要求申请人 ${day(data, 'by', on)} 前补正：${list(data, 'points').join('；')}${stops}`;
  },
  'correction.withdraw': (data, on) => `${step(data)}撤回补正要求${because(data)}${resumed(data, on)}`,
  'correction.lapse': (data) => `${step(data)}要求的补正没有收齐，办件结束，不再收`,
  'correction.takeIn': (data, on) => {
    const left = fact(data, 'left');
    return `收审查补正：${list(data, 'points').join('；')}${left === '0' || left === '' ? '，收齐' : `，还差 ${left} 项`}${resumed(data, on)}`;
  },
};
