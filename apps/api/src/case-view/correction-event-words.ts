import type { IsoDate } from '@onewindow/domain';
import { because, type Data, day, fact, list } from './event-facts.js';

const step = (data: Data): string => fact(data, 'stepName') || '审查';

/** 审查中补正, told in the story (R3.3). */
export const CORRECTION_EVENT_WORDS: Readonly<Record<string, (data: Data, on: IsoDate) => string>> = {
  'correction.request': (data, on) => `${step(data)}要求申请人 ${day(data, 'by', on)} 前补正：${list(data, 'points').join('；')}`,
  'correction.withdraw': (data) => `${step(data)}撤回补正要求${because(data)}`,
  'correction.takeIn': (data) => {
    const left = fact(data, 'left');
    return `收审查补正：${list(data, 'points').join('；')}${left === '0' || left === '' ? '，收齐' : `，还差 ${left} 项`}`;
  },
};
