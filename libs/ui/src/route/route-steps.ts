import type { RouteStepView } from '@onewindow/contracts';
import type { RouteNode } from './layout.js';

const STATES = {
  waiting: 'future',
  future: 'future',
  pooled: 'open',
  claimed: 'open',
  done: 'done',
  deemed: 'deemed',
  returned: 'returned',
  refused: 'returned',
  cancelled: 'skipped',
  skipped: 'skipped',
} as const satisfies Record<RouteStepView['status'], RouteNode['state']>;

/** How the picture draws a step of this status, whoever looks at it: pooled or claimed is `open`. */
export function stepState(status: RouteStepView['status']): (typeof STATES)[RouteStepView['status']] {
  return STATES[status];
}

type OutcomeWords = NonNullable<RouteNode['outcome']>;

const OUTCOMES: Record<string, OutcomeWords> = {
  agree: { words: '通过', tone: 'green' },
  agreeWithConditions: { words: '同意，附条件', tone: 'green' },
  object: { words: '不同意', tone: 'red' },
  grant: { words: '准予', tone: 'green' },
  deny: { words: '不予许可', tone: 'red' },
  issued: { words: '已出证', tone: 'green' },
  returned: { words: '已退回', tone: 'red' },
  refused: { words: '已拒签', tone: 'red' },
  deemedNoObjection: { words: '视为无意见', tone: 'neutral' },
  rerouted: { words: '已改派部门', tone: 'neutral' },
};

/**
 * What came of a step, in words; an answer without objection to a consultation is 无意见.
 * @returns null while nothing has come of it; an outcome without words of its own is shown as it is written
 */
export function outcomeWords(step: Pick<RouteStepView, 'kind' | 'outcome'>): OutcomeWords | null {
  if (step.outcome === null) return null;
  if (step.kind === 'consultation' && step.outcome === 'agree') return { words: '无意见', tone: 'green' };
  return OUTCOMES[step.outcome] ?? { words: step.outcome, tone: 'neutral' };
}

/** Keys of the nodes with which the steps of a route end: those that stand before no other. Without steps, the acceptance. */
export function routeEnds(steps: readonly Pick<RouteNode, 'key' | 'after'>[]): string[] {
  const ends = steps.filter((step) => !steps.some((other) => other.after.includes(step.key))).map(({ key }) => key);
  return ends.length > 0 ? ends : ['accept'];
}
