import type { BundleChildView, BundleView } from '@onewindow/contracts';
import { type BundleChildState, dateWords, type IsoDate, shanghaiDateOf } from '@onewindow/domain';
import type { RouteNode } from '../route/layout.js';

const STATES: Readonly<Record<BundleChildState, RouteNode['state']>> = {
  waiting: 'future',
  open: 'open',
  granted: 'done',
  ready: 'done',
  denied: 'returned',
  ended: 'returned',
  cancelled: 'skipped',
  released: 'done',
  served: 'returned',
};

const OUTCOMES: Partial<Record<BundleChildState, NonNullable<RouteNode['outcome']>>> = {
  granted: { words: '准予', tone: 'green' },
  ready: { words: '准予', tone: 'green' },
  released: { words: '准予', tone: 'green' },
  denied: { words: '不予办理', tone: 'red' },
  served: { words: '不予办理', tone: 'red' },
  ended: { words: '已终结', tone: 'neutral' },
};

/** The children of a bundle as steps of its picture: who waits for whom, and where each stands. */
export function bundleNodes({ children }: Pick<BundleView, 'children'>, today: IsoDate): RouteNode[] {
  return children.map((child) => {
    const outcome = child.state === null ? undefined : OUTCOMES[child.state];
    return {
      key: child.key,
      title: child.name,
      words: wordsOf(child, today),
      state: child.state === null ? 'future' : STATES[child.state],
      after: child.after.length > 0 ? child.after : ['accept'],
      ...(outcome ? { outcome } : {}),
      ...(child.clock ? { clock: child.clock } : {}),
    };
  });
}

function wordsOf({ department, endedAt, state }: BundleChildView, today: IsoDate): string {
  if (endedAt === null) return department.shortName;
  return state === 'cancelled' ? '不再办理' : `${dateWords(shanghaiDateOf(endedAt), today)} ${department.shortName}`;
}
