import type { ConditionSubject } from './conditions.js';
import { evaluate } from './conditions.js';
import type { RouteDefinition } from './route-definition.js';
import {
  currentRounds,
  isRouteComplete,
  openableSteps,
  type OpenableStep,
  rerouteKey,
  type StepState,
  stepsAfter,
  stepsBefore,
} from './route.js';
import { isTaskOpen, type TaskKind, type TaskStatus } from './task-status.js';

/** What happens when something on the route has passed, was rerouted, or the facts that conditions look at have changed. */
export interface AdvancePlan {
  /** Open tasks, waiting ones among them, that go on in a later round: a step before them was rerouted or came anew. A return leaves none. */
  lift: OpenableStep[];
  /** Steps that begin: the waiting task of that round is opened; without one a new task is made. */
  open: OpenableStep[];
  /** Keys whose open tasks end, reroutes of such steps among them: their condition is no longer met, and nothing waits for them any more. */
  drop: string[];
}

/** R5.1, R5.3, R5.8: what begins now, what goes on, and what is no longer asked for. */
export function planAdvance(route: RouteDefinition, states: readonly StepState[], facts: ConditionSubject): AdvancePlan {
  const isOpen = (key: string): boolean => states.some(({ stepKey, status }) => stepKey === key && isTaskOpen(status));
  const drop = route.steps
    .filter((step) => !evaluate(step.when, facts))
    .flatMap(({ key }) => [key, rerouteKey(key)])
    .filter(isOpen);
  const left = states.map((state) => (drop.includes(state.stepKey) ? { ...state, status: closed(state.status) } : state));
  const before = lifted(route, left, facts);
  const open = openableSteps(route, before, facts);
  // A step that comes in a new round takes what waits behind it along.
  const opened = open.map(({ key, round }) => ({ stepKey: key, round, status: 'pooled' as const }));
  const after = lifted(route, [...before, ...opened], facts);
  const lift = left.flatMap((state, at) => {
    const round = after[at]?.round ?? state.round;
    return round === state.round ? [] : [{ key: state.stepKey, round }];
  });
  return { lift, open, drop };
}

function closed(status: TaskStatus): TaskStatus {
  return isTaskOpen(status) ? 'cancelled' : status;
}

/** The states with every open task in the round in which its step counts. */
function lifted(route: RouteDefinition, states: readonly StepState[], facts: ConditionSubject): StepState[] {
  const rounds = currentRounds(route, states, facts);
  return states.map((state) => (isTaskOpen(state.status) ? { ...state, round: rounds.get(state.stepKey) ?? state.round } : state));
}

/** What taking a finished task back does (取回). */
export type RetrievePlan = { ok: true; close: string[] } | { ok: false; because: 'history' | 'laterWorkBegun' };

/**
 * R11 `retrieve`: a finished task is taken back while nothing after it was begun. What it had opened waits again; parallel branches, their
 * refusals and consultations beside the route are not touched.
 */
export function planRetrieve(
  route: RouteDefinition,
  states: readonly StepState[],
  facts: ConditionSubject,
  { stepKey: key, round: own }: Pick<StepState, 'stepKey' | 'round'>,
): RetrievePlan {
  const rounds = currentRounds(route, states, facts);
  const isCurrent = ({ stepKey, round }: StepState): boolean => round === (rounds.get(stepKey) ?? 1);
  if (own !== (rounds.get(key) ?? own)) return { ok: false, because: 'history' };
  const later = new Set(stepsAfter(route, key));
  const current = states.filter((state) => later.has(state.stepKey) && isCurrent(state));
  const untouched: readonly TaskStatus[] = ['waiting', 'pooled', 'cancelled'];
  if (current.some(({ status }) => !untouched.includes(status))) return { ok: false, because: 'laterWorkBegun' };
  return { ok: true, close: current.filter(({ status }) => status === 'pooled').map(({ stepKey }) => stepKey) };
}

/** R5.8: the steps to which a task can be returned: those before it that this case passed through, in the route's order. */
export function returnTargets(route: RouteDefinition, key: string, facts: ConditionSubject): string[] {
  const before = new Set(stepsBefore(route, key));
  return route.steps.filter((step) => before.has(step.key) && evaluate(step.when, facts)).map((step) => step.key);
}

/** R5.3: the round of the task that a reroute opens. It passes the refused step; what waits behind it goes with that round. */
export function rerouteRound(states: readonly StepState[], key: string): number {
  return Math.max(0, ...states.filter(({ stepKey }) => stepKey === key).map(({ round }) => round)) + 1;
}

/** R5.3, R5.8: may a reroute of this refused step still go on, or has the step begun anew meanwhile? */
export function isRefusalCurrent(states: readonly StepState[], key: string): boolean {
  const own = states.filter((state) => state.stepKey === key);
  const last = Math.max(0, ...own.map(({ round }) => round));
  return own.some(({ round, status }) => round === last && status === 'refused');
}

/** Any task of the case: of the route, a reroute, or a consultation that an officer asked for beside it. */
export interface OpenWork {
  kind: TaskKind;
  status: TaskStatus;
}

/** R5.1: tasks that hold the decision up: everything open that is neither the decision nor what follows it. */
export function workBeforeDecision<T extends OpenWork>(all: readonly T[]): T[] {
  return all.filter(({ kind, status }) => kind !== 'decision' && kind !== 'issue' && isTaskOpen(status));
}

/** R5.1: has everything before the decision passed in its current round? */
export function isDecisionReached(route: RouteDefinition, states: readonly StepState[], facts: ConditionSubject): boolean {
  const decision = route.steps.find(({ kind }) => kind === 'decision');
  if (!decision) return true;
  const before = new Set(stepsBefore(route, decision.key));
  const steps = route.steps.filter((step) => before.has(step.key));
  return isRouteComplete({ steps }, states, facts);
}
