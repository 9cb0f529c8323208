import type { RouteStepView, TaskDetail } from '@onewindow/contracts';
import { dateWords, shanghaiDateOf, type IsoDate } from '@onewindow/domain';
import { outcomeWords, routeEnds, stepState, type RouteNode } from '@onewindow/ui';

type RouteCase = Pick<TaskDetail['case'], 'route' | 'acceptedOn' | 'status' | 'decision' | 'concludedAt' | 'result' | 'paused'>;

function stateOf(step: RouteStepView, taskId: string): RouteNode['state'] {
  const state = stepState(step.status);
  if (state !== 'open') return state;
  if (step.taskId === taskId) return 'current';
  return step.kind === 'consultation' && step.clock !== null && step.clock.light !== 'green' ? 'silent' : 'open';
}

function wordsOf(step: RouteStepView, state: RouteNode['state'], today: IsoDate): string {
  const holder = step.holder?.name ?? '待签收';
  const day = step.finishedAt ? dateWords(shanghaiDateOf(step.finishedAt), today) : '';
  if (state === 'current') return `本环节，${holder}`;
  if (state === 'silent') return step.clock ? `未答复，${dateWords(step.clock.due, today)} 期满` : '未答复';
  if (state === 'open') return holder;
  if (state === 'done') return step.kind === 'consultation' ? `${day} 答复` : [day, step.holder?.name].filter(Boolean).join(' ');
  if (state === 'deemed') return `${day} 系统记入`;
  if (state === 'returned') return [day, step.holder?.name].filter(Boolean).join(' ');
  if (state === 'skipped') return '不经过';
  return step.kind === 'decision' ? '首席代表' : step.department.shortName;
}

function stepNode(step: RouteStepView, taskId: string, paused: boolean, today: IsoDate): RouteNode {
  const state = stateOf(step, taskId);
  const outcome = state === 'deemed' ? { words: '视为无意见', tone: 'neutral' as const } : outcomeWords(step);
  const isRunning = state === 'current' || state === 'open' || state === 'silent';
  return {
    key: step.key,
    title: step.kind === 'consultation' ? step.department.shortName : step.name,
    words: wordsOf(step, state, today),
    state,
    after: step.after.length > 0 ? step.after : ['accept'],
    ...(outcome && !isRunning ? { outcome } : {}),
    ...(isRunning ? { clock: step.clock, paused } : {}),
  };
}

function lastNode(kase: RouteCase, today: IsoDate): RouteNode {
  const after = routeEnds(kase.route);
  if (kase.status === 'concluded') {
    return {
      key: 'handOver',
      title: '出件',
      words: kase.concludedAt ? dateWords(shanghaiDateOf(kase.concludedAt), today) : '已办结',
      state: 'done',
      after,
    };
  }
  if (kase.status === 'ready') return { key: 'handOver', title: '出件', words: '待取件', state: 'open', after };
  if (kase.status === 'decided') return { key: 'handOver', title: '出证', words: '待制作', state: 'open', after };
  return { key: 'handOver', title: '出件', words: '窗口', state: 'future', after };
}

/** The route of a case as the picture draws it: 受理, the steps, 出件. */
export function routeNodes(kase: RouteCase, taskId: string, today: IsoDate): RouteNode[] {
  const accepted: RouteNode = {
    key: 'accept',
    title: '受理',
    words: kase.acceptedOn ? dateWords(kase.acceptedOn, today) : '未受理',
    state: kase.acceptedOn ? 'done' : 'open',
    after: [],
  };
  const steps = kase.route.filter(({ status }) => status !== 'skipped').map((step) => stepNode(step, taskId, kase.paused !== null, today));
  return [accepted, ...steps, lastNode(kase, today)];
}
