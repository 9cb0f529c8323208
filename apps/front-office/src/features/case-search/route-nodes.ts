import type { CaseDetail, RouteStepView } from '@onewindow/contracts';
import { dateWords, shanghaiDateOf, type IsoDate } from '@onewindow/domain';
import { outcomeWords, routeEnds, stepState, type RouteNode } from '@onewindow/ui';

/** The route of a case as the picture draws it: 受理, the steps of the departments, 出件. */
export function routeNodes(detail: CaseDetail, today: IsoDate): RouteNode[] {
  const day = (instant: string | null) => (instant ? dateWords(shanghaiDateOf(instant), today) : '');
  const steps = detail.route.filter((step) => step.status !== 'skipped').map((step) => stepNode(step, detail.paused !== null, day));
  if (steps.length === 0) steps.push(counterDecision(detail, day));
  return [
    {
      key: 'accept',
      title: '受理',
      words: detail.acceptedOn ? dateWords(detail.acceptedOn, today) : '未受理',
      state: detail.acceptedOn ? 'done' : 'current',
      after: [],
    },
    ...steps,
    handOverNode(detail, routeEnds(steps), day),
  ];
}

/** An instant item has no route: the counter decides it in the same sitting. */
function counterDecision(detail: CaseDetail, day: (instant: string | null) => string): RouteNode {
  const common = { key: 'decide', title: '决定', after: ['accept'] };
  if (!detail.decision) return { ...common, words: '窗口', state: detail.status === 'accepted' ? 'current' : 'future' };
  const outcome = outcomeWords({ kind: 'decision', outcome: detail.decision });
  return { ...common, words: [day(detail.decidedAt), outcome?.words].filter(Boolean).join(' '), state: 'done' };
}

function stepNode(step: RouteStepView, paused: boolean, day: (instant: string | null) => string): RouteNode {
  const state = stepState(step.status);
  const consulted = step.kind === 'consultation';
  const outcome = outcomeWords(step);
  return {
    key: step.key,
    title: consulted ? step.department.shortName : step.name,
    words: stepWords(step, state, day),
    state,
    after: step.after.length > 0 ? step.after : ['accept'],
    ...(outcome && state === 'done' ? { outcome } : {}),
    ...(state === 'open' ? { clock: step.clock, paused } : {}),
  };
}

function stepWords(step: RouteStepView, state: RouteNode['state'], day: (instant: string | null) => string): string {
  if (state === 'open') return step.holder?.name ?? `${step.department.shortName}，待签收`;
  if (state === 'deemed') return `${day(step.finishedAt)} 系统记入`;
  if (state === 'returned') return `${day(step.finishedAt)} 已退回`;
  if (state === 'done') return [day(step.finishedAt), step.holder?.name].filter(Boolean).join(' ');
  return state === 'skipped' ? '不经过' : step.department.shortName;
}

function handOverNode(detail: CaseDetail, after: string[], day: (instant: string | null) => string): RouteNode {
  const common = { key: 'handOver', title: '出件', after };
  if (detail.status === 'concluded') return { ...common, words: day(detail.concludedAt), state: 'done' };
  if (detail.status === 'ready') return { ...common, words: '待取件', state: 'current' };
  if (detail.status === 'decided') return { ...common, title: '出证', words: '待制作', state: 'open' };
  return { ...common, words: '窗口', state: 'future' };
}
