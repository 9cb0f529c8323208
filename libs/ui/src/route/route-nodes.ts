import type { CaseDetail, RouteStepView } from '@onewindow/contracts';
import { CASE_STATUS_LABELS, dateWords, isAtWindow, isEnded, isInReview, type IsoDate, shanghaiDateOf } from '@onewindow/domain';
import { bundleNodes } from '../bundle/bundle-nodes.js';
import type { RouteNode } from './layout.js';
import { outcomeWords, routeEnds, stepState } from './route-steps.js';

/** What the picture needs of a case. */
export type RouteCase = Pick<
  CaseDetail,
  'route' | 'acceptedOn' | 'status' | 'decision' | 'decidedAt' | 'concludedAt' | 'paused' | 'bundle'
>;

/** Who looks: an officer at the desk with a task, or the hall, whose own places are 受理, 决定 of an instant item, and 出件. */
export type RouteViewer = { taskId: string } | 'hall';

interface Sight {
  viewer: RouteViewer;
  paused: boolean;
  today: IsoDate;
}

/** The route of a case as the picture draws it: 受理, the steps, 出件. @param today a date of another year is written with its year */
export function routeNodes(kase: RouteCase, viewer: RouteViewer, today: IsoDate): RouteNode[] {
  const sight = { viewer, paused: kase.paused !== null, today };
  const steps = kase.route.filter(({ status }) => status !== 'skipped').map((step) => stepNode(step, sight));
  if (kase.bundle?.role === 'parent') steps.push(...bundleNodes(kase.bundle, today));
  else if (kase.route.length === 0) steps.push(counterDecision(kase, today));
  const accepted: RouteNode = {
    key: 'accept',
    title: '受理',
    ...acceptance(kase, viewer, today),
    after: [],
  };
  return [accepted, ...steps, lastNode(kase, routeEnds(steps), sight)];
}

/** What ended before it was accepted waits at no counter any more. */
function acceptance({ acceptedOn, status }: RouteCase, viewer: RouteViewer, today: IsoDate): Pick<RouteNode, 'words' | 'state'> {
  if (acceptedOn) return { words: dateWords(acceptedOn, today), state: 'done' };
  return isEnded(status) ? { words: CASE_STATUS_LABELS[status], state: 'returned' } : { words: '未受理', state: own(viewer) };
}

/** A place of the hall is where the hall stands, and one of many to the desk. */
function own(viewer: RouteViewer): 'current' | 'open' {
  return viewer === 'hall' ? 'current' : 'open';
}

function dayOf(instant: string | null, today: IsoDate): string {
  return instant ? dateWords(shanghaiDateOf(instant), today) : '';
}

/** An instant item has no route: the counter decides it in the same sitting. */
function counterDecision(kase: RouteCase, today: IsoDate): RouteNode {
  const common = { key: 'decide', title: '决定', after: ['accept'] };
  if (!kase.decision) return { ...common, words: '窗口', state: isInReview(kase.status) ? 'current' : 'future' };
  const outcome = outcomeWords({ kind: 'decision', outcome: kase.decision });
  return { ...common, words: [dayOf(kase.decidedAt, today), outcome?.words].filter(Boolean).join(' '), state: 'done' };
}

function stateOf(step: RouteStepView, viewer: RouteViewer): RouteNode['state'] {
  const state = stepState(step.status);
  if (state !== 'open') return state;
  if (viewer !== 'hall' && step.taskId === viewer.taskId) return 'current';
  return step.kind === 'consultation' && step.clock !== null && step.clock.light !== 'green' ? 'silent' : 'open';
}

/** Who did or does it; of a step of several persons the part at work, with those who were before (R5.6). */
function handsOf({ holder, parts }: RouteStepView, state: RouteNode['state']): string | undefined {
  if (!parts) return holder?.name;
  const done = parts.filter(({ status }) => status === 'done').flatMap((part) => part.holder?.name ?? []);
  if (state === 'done') return done.join('、');
  const next = parts.find(({ status }) => status !== 'done');
  if (done.length === 0) return next?.holder?.name;
  return `${done.join('、')}，${next?.label ?? ''} ${next?.holder?.name ?? '待签收'}`;
}

/** 10-26 起, of what somebody holds. */
function sinceWords({ since, holder }: RouteStepView, today: IsoDate): string {
  return since && holder ? `，${dayOf(since, today)} 起` : '';
}

function roundWords({ round }: RouteStepView): string {
  return round === undefined ? '' : `，第 ${round} 轮`;
}

function wordsOf(step: RouteStepView, state: RouteNode['state'], { viewer, today }: Sight): string {
  const holder = handsOf(step, state);
  const day = dayOf(step.finishedAt, today);
  if (state === 'current') {
    // The frame says that it is here; a lane has no room for more than the names.
    const isUnderWay = step.parts?.some(({ status }) => status === 'done') === true;
    return `${isUnderWay ? '' : '本环节，'}${holder ?? '待签收'}${roundWords(step)}`;
  }
  if (state === 'silent') {
    if (step.clock === null) return '未答复';
    // R1.2: silence counts on no guessed day.
    if (step.clock.provisional) return '未答复，期满日暂定';
    const consequence = step.silenceOn ? '视为无意见' : '';
    return `未答复，${dateWords(step.clock.due, today)} 期满${consequence}`;
  }
  // The desk knows its department; the hall does not.
  if (state === 'open') {
    const nobody = viewer === 'hall' ? `${step.department.shortName}，待签收` : '待签收';
    return `${holder ?? nobody}${sinceWords(step, today)}${roundWords(step)}`;
  }
  if (state === 'done') return step.kind === 'consultation' ? `${day} 答复` : [day, holder].filter(Boolean).join(' ');
  if (state === 'deemed') return `${day} 系统记入`;
  if (state === 'returned') return [day, holder].filter(Boolean).join(' ');
  if (state === 'skipped') return '不经过';
  return step.kind === 'decision' && viewer !== 'hall' ? '首席代表' : step.department.shortName;
}

function stepNode(step: RouteStepView, sight: Sight): RouteNode {
  const state = stateOf(step, sight.viewer);
  const outcome = state === 'deemed' ? { words: '视为无意见', tone: 'neutral' as const } : outcomeWords(step);
  const isRunning = state === 'current' || state === 'open' || state === 'silent';
  return {
    key: step.key,
    title: step.kind === 'consultation' ? step.department.shortName : step.name,
    words: wordsOf(step, state, sight),
    state,
    after: step.after.length > 0 ? step.after : ['accept'],
    ...(outcome && !isRunning ? { outcome } : {}),
    ...(isRunning ? { clock: step.clock, paused: sight.paused } : {}),
  };
}

function lastNode(kase: RouteCase, after: string[], { viewer, today }: Sight): RouteNode {
  const common = { key: 'handOver', title: '出件', after };
  if (kase.status === 'concluded') return { ...common, words: dayOf(kase.concludedAt, today) || '已办结', state: 'done' };
  if (isAtWindow(kase.status)) return { ...common, words: '待取件', state: own(viewer) };
  if (kase.status === 'decided') return { ...common, title: '出证', words: '待制作', state: 'open' };
  return { ...common, words: '窗口', state: 'future' };
}
