import type { BundleChildView, BundleView } from '@onewindow/contracts';
import { BUNDLE_CHILD_LABELS, type BundleChildState, dateWords, type IsoDate, shanghaiDateOf } from '@onewindow/domain';
import type { Tone } from '../marks/mark.js';

const TONES: Readonly<Record<BundleChildState, Tone>> = {
  waiting: 'neutral',
  open: 'accent',
  granted: 'green',
  ready: 'green',
  denied: 'red',
  ended: 'yellow',
  cancelled: 'yellow',
  released: 'green',
  served: 'red',
};

/** The state of a child as its chip shows it; before the acceptance it is to come. */
export function childChip({ state }: Pick<BundleChildView, 'state'>): { tone: Tone; words: string } {
  return state === null ? { tone: 'neutral', words: '受理后' } : { tone: TONES[state], words: BUNDLE_CHILD_LABELS[state] };
}

/** Beneath the name: when it begins, by when it is done, or what came of it. */
export function childWords(child: BundleChildView, bundle: Pick<BundleView, 'children'>, today: IsoDate): string {
  if (child.state === 'open') {
    const promise = child.clock ? `承诺 ${dateWords(child.clock.due, today)} 前` : '办理中';
    return child.paused ? `${promise}，${child.paused.label}停到 ${dateWords(child.paused.until, today)}（一件事时限照常）` : promise;
  }
  if (child.state === null || child.state === 'waiting') return [startWords(child, bundle), limitWords(child)].filter(Boolean).join('，');
  if (child.result) return [child.result.name, child.result.place].filter(Boolean).join('，');
  return child.endedAt ? dateWords(shanghaiDateOf(child.endedAt), today) : '';
}

function startWords({ after }: BundleChildView, { children }: Pick<BundleView, 'children'>): string {
  if (after.length === 0) return '受理即开始';
  return `${after.map((key) => children.find((one) => one.key === key)?.name ?? key).join('、')}准予后开始`;
}

function limitWords({ promisedLimit }: BundleChildView): string {
  return promisedLimit === null ? '' : `${promisedLimit} 个工作日`;
}

/** 办完 2 / 5 项, or 5 项 before the acceptance and where none of them was ever begun. */
export function bundleWords({ children }: Pick<BundleView, 'children'>): string {
  if (children.every(({ state }) => state === null || state === 'cancelled')) return `${children.length} 项`;
  const underWay = children.filter(({ state }) => state === 'waiting' || state === 'open' || state === 'granted').length;
  return `办完 ${children.length - underWay} / ${children.length} 项`;
}
