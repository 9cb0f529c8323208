import { type RouteDefinition } from './route-definition.js';
import { stepsBefore } from './route.js';
import type { TaskKind } from './task-status.js';

/** What the officer proposes to whoever decides (拟办). */
export interface SendUpFacts {
  kind: TaskKind;
  stepKey: string;
  route: RouteDefinition;
  /** Why the officer can't complete the task now (R11); null when nothing hinders. */
  completionRefusal: string | null;
}

/** Chinese: why a drafted decision can't be sent up from this task; null when it can. A draft completes the review, so R11 has its say first. */
export function sendUpRefusal({ kind, stepKey, route, completionRefusal }: SendUpFacts): string | null {
  if (kind !== 'review') return '拟办意见由审查环节报送';
  const isDecidedLater = route.steps.some((step) => step.kind === 'decision' && stepsBefore(route, step.key).includes(stepKey));
  if (!isDecidedLater) return '后面没有决定环节，直接审查通过';
  return completionRefusal;
}
