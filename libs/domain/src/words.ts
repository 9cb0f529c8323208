import { DEFAULT_LIGHT_THRESHOLDS, type Light, type LightThresholds, light } from './clock.js';
import { type IsoDate, shanghaiDateOf, shanghaiTimeOf, yearOf } from './dates.js';

/** The light of a clock, or that it stands still. */
export type ClockTone = Light | 'paused';

/** The shape that goes with each tone: colour never stands alone (visual.md). */
export const CLOCK_MARKS = { green: '●', yellow: '▲', red: '■', paused: '‖' } as const satisfies Record<ClockTone, string>;

/** How a clock is printed. */
export interface ClockWords {
  tone: ClockTone;
  mark: string;
  /** 剩 5 个工作日 · 今天到期 · 超 1 天 */
  long: string;
  /** 剩 9 · 今天 · 超 2, for narrow columns. */
  short: string;
}

/** visual.md "Words": what remains (working days, R3.2) in words. A paused clock shows its frozen remainder. */
export function clockWords(remaining: number, options: { paused?: boolean; thresholds?: LightThresholds } = {}): ClockWords {
  const tone = options.paused === true ? 'paused' : light([remaining], options.thresholds);
  const mark = CLOCK_MARKS[tone];
  if (remaining === 0) return { tone, mark, long: '今天到期', short: '今天' };
  if (remaining < 0) return { tone, mark, long: `超 ${-remaining} 天`, short: `超 ${-remaining}` };
  return { tone, mark, long: `剩 ${remaining} 个工作日`, short: `剩 ${remaining}` };
}

/** The columns of the heat map of departments by remaining days, worst first. `from` and `through` are working days remaining; null is open. */
export const HEAT_BUCKETS = [
  { key: 'over6', label: '超 6+', tone: 'red', from: null, through: -6 },
  { key: 'over3', label: '超 3–5', tone: 'red', from: -5, through: -3 },
  { key: 'over1', label: '超 1–2', tone: 'red', from: -2, through: -1 },
  { key: 'today', label: '今天', tone: 'yellow', from: 0, through: 0 },
  { key: 'left1', label: '剩 1', tone: 'yellow', from: 1, through: 1 },
  { key: 'left2', label: '剩 2', tone: 'yellow', from: 2, through: 2 },
  { key: 'left3', label: '剩 3–5', tone: 'green', from: 3, through: 5 },
  { key: 'left6', label: '剩 6–10', tone: 'green', from: 6, through: 10 },
  { key: 'left11', label: '剩 11+', tone: 'green', from: 11, through: null },
  { key: 'paused', label: '暂停', tone: 'paused', from: null, through: null },
] as const satisfies readonly { key: string; label: string; tone: ClockTone; from: number | null; through: number | null }[];

export type HeatBucketKey = (typeof HEAT_BUCKETS)[number]['key'];

/** R1.8: the tone of a column of the heat map, by the worst day in it; `tone` of the column itself is that of the default thresholds. */
export function heatTone(
  { key, from, through }: (typeof HEAT_BUCKETS)[number],
  thresholds: LightThresholds = DEFAULT_LIGHT_THRESHOLDS,
): ClockTone {
  return key === 'paused' ? 'paused' : light([from ?? through], thresholds);
}

/** The column of the heat map for what remains (working days). Paused work has a column of its own. */
export function heatBucketOf(remaining: number, paused = false): HeatBucketKey {
  if (paused) return 'paused';
  const bucket = HEAT_BUCKETS.find(
    (one) => one.key !== 'paused' && remaining >= (one.from ?? -Infinity) && remaining <= (one.through ?? Infinity),
  );
  return bucket?.key ?? 'left11';
}

/** visual.md "Words": `11-05`, in another year `2027-01-08`. */
export function dateWords(date: IsoDate, today: IsoDate): string {
  return yearOf(date) === yearOf(today) ? date.slice(5) : date;
}

/** How a message names a case: 食品经营许可（新办） 悦来小吃店. Items have brackets in their names, so none are put around them. */
export function caseNamed({ itemName, title }: { itemName: string; title: string }): string {
  return `${itemName} ${title}`;
}

/** On paper: 2026 年 11 月 5 日. */
export function paperDate(date: IsoDate): string {
  return `${yearOf(date)} 年 ${Number(date.slice(5, 7))} 月 ${Number(date.slice(8, 10))} 日`;
}

/** R5.4: who has the task and since when: 谢文彬 10:41 已签收本件; on another day 谢文彬 11-05 10:41 已签收本件. */
export function claimedSentence(holderName: string, claimedAt: Date | string, today: IsoDate): string {
  return `${holderName} ${pastMomentWords(claimedAt, today)} 已签收本件`;
}

/** visual.md "Words": who was first, for a screen that shows an older state: 谢文彬 10:41 改动了本件. */
export function changedSentence(name: string, at: Date | string, today: IsoDate): string {
  return `${name} ${pastMomentWords(at, today)} 改动了本件`;
}

/** When something of the past happened, in a sentence: the time of today (10:41), with its day otherwise (11-05 10:41). */
export function pastMomentWords(at: Date | string, today: IsoDate): string {
  const date = shanghaiDateOf(at);
  return date === today ? shanghaiTimeOf(at) : `${dateWords(date, today)} ${shanghaiTimeOf(at)}`;
}
