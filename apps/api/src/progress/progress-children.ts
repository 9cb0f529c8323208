import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { BUNDLE_CHILD_LABELS } from '@onewindow/domain';
import type { BundleChildRead } from '../case-view/index.js';
import type { ProgressCorrection } from './progress.statements.js';

type Child = NonNullable<ResponseOf<typeof endpoints.getProgress>['children']>[number];

/** 一件事: how each child stands, without number, reason or person (R10.3). */
export function progressChildren(
  children: readonly BundleChildRead[],
  corrections: readonly Pick<ProgressCorrection, 'child'>[],
  departmentName: (id: string) => string,
): Child[] {
  const awaiting = new Set(corrections.map(({ child }) => child?.key));
  return children.map((child) => ({
    name: child.itemName,
    department: departmentName(child.departmentId),
    state: child.state,
    words: child.state === 'open' && awaiting.has(child.childKey) ? '等待补正' : wordsOf(child, children),
    due: child.state === 'open' ? child.promisedDue : null,
  }));
}

function wordsOf({ state, waitsFor, status }: BundleChildRead, all: readonly BundleChildRead[]): string {
  if ((state === 'ready' || state === 'released') && status === 'concluded') return '已领取';
  if (state === 'served' && status === 'concluded') return '不予办理，已送达';
  if (state !== 'waiting') return BUNDLE_CHILD_LABELS[state];
  const names = waitsFor.map((key) => all.find(({ childKey }) => childKey === key)?.itemName ?? key);
  return `等${names.join('、')}办成后开始`;
}

/** How many have come to an end, of how many. */
export function childrenDone(children: readonly BundleChildRead[]): { done: number; total: number } {
  const underWay = children.filter(({ state }) => state === 'waiting' || state === 'open' || state === 'granted').length;
  return { done: children.length - underWay, total: children.length };
}
