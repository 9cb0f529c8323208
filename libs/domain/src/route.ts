import { type ConditionSubject, evaluate } from './conditions.js';
import { LEAD_DEPARTMENT, type RouteDefinition, type RouteStep } from './route-definition.js';
import { type TaskStatus, isTaskOpen, isTaskPassed } from './task-status.js';

const REROUTE_PREFIX = 'reroute.';

/**
 * A task of the case, as far as routing is concerned. A step may have several: one for each round, and a further round after a refusal (R5.3).
 * Reroutes are among them under keys of their own; tasks beside the route may be.
 */
export interface StepState {
  stepKey: string;
  /** From 1; a return opens the next (R5.8). */
  round: number;
  status: TaskStatus;
}

/** A step that can begin, in which round its task counts. */
export interface OpenableStep {
  key: string;
  round: number;
}

/** Where the case stands in its route. */
interface Standing {
  /** The round in which a step counts: its own latest, or a later one of anything before it. */
  round: ReadonlyMap<string, number>;
  passed: ReadonlySet<string>;
}

/**
 * R5.1, R5.2, R5.8: the steps that can begin now. A join waits for everything before it in the current round; a step whose condition is not met
 * counts as passed; a step refused or in work is not offered again; a waiting one is.
 */
export function openableSteps(route: RouteDefinition, states: readonly StepState[], facts: ConditionSubject): OpenableStep[] {
  const standing = standingOf(route, states, facts);
  return route.steps
    .filter((step) => evaluate(step.when, facts) && step.after.every((key) => standing.passed.has(key)))
    .flatMap((step) => openableRound(states, step.key, standing.round.get(step.key) ?? 1));
}

/**
 * A task that was cancelled because its condition was not met leaves its round used up, and so does a refused one whose reroute was: the step
 * comes again in the next round.
 */
function openableRound(states: readonly StepState[], key: string, round: number): OpenableStep[] {
  const own = states.filter((state) => state.stepKey === key && state.round === round);
  if (states.some((state) => state.stepKey === rerouteKey(key) && isTaskOpen(state.status))) return [];
  if (own.every(({ status }) => status === 'waiting')) return [{ key, round }];
  return own.every(({ status }) => status === 'cancelled' || status === 'refused') ? [{ key, round: round + 1 }] : [];
}

/** The step that a reroute is about. */
export function refusedStepKey(key: string): string {
  return key.slice(REROUTE_PREFIX.length);
}

/** R5.3: the key of the task in which a clerk finds the right department for a refused step. */
export function rerouteKey(stepKey: string): string {
  return `${REROUTE_PREFIX}${stepKey}`;
}

/** R5.1: has every step passed in its current round? Then the case can be decided, or its decision step has done so. */
export function isRouteComplete(route: RouteDefinition, states: readonly StepState[], facts: ConditionSubject): boolean {
  const { passed } = standingOf(route, states, facts);
  return route.steps.every((step) => passed.has(step.key));
}

/** R5.8: the round in which each step counts now. A task of an earlier round is history: its step is to be done again. */
export function currentRounds(route: RouteDefinition, states: readonly StepState[], facts: ConditionSubject): ReadonlyMap<string, number> {
  return standingOf(route, states, facts).round;
}

/** What a return does: which open tasks it cancels, and the round of the step that it goes back to. */
export interface ReturnPlan {
  /** Steps whose open tasks are cancelled: everything after the step returned to. */
  cancel: string[];
  /** Steps that are to be done again, the one returned to among them: what was refused there need not be rerouted any more (R5.3). */
  undone: string[];
  /** Round of the new task of the step returned to. */
  round: number;
}

/** R5.8: plans a return to an earlier step. The returning task itself becomes `returned`, not cancelled. */
export function planReturn(route: RouteDefinition, states: readonly StepState[], fromKey: string, toKey: string): ReturnPlan {
  const undone = [toKey, ...stepsAfter(route, toKey)];
  const open = states.filter((state) => isTaskOpen(state.status) && state.stepKey !== fromKey && undone.includes(state.stepKey));
  return {
    cancel: [...new Set(open.map((state) => state.stepKey))],
    undone,
    round: Math.max(0, ...states.map((state) => state.round)) + 1,
  };
}

/** The steps that a step can be returned to: all before it, in the route's order. */
export function stepsBefore(route: RouteDefinition, key: string): string[] {
  const steps = new Map(route.steps.map((step) => [step.key, step]));
  const before = new Set<string>();
  const pending = [...(steps.get(key)?.after ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (before.has(next)) continue;
    before.add(next);
    pending.push(...(steps.get(next)?.after ?? []));
  }
  return route.steps.map((step) => step.key).filter((one) => before.has(one));
}

/** The steps that wait for a step, directly or through others, in the route's order. */
export function stepsAfter(route: RouteDefinition, key: string): string[] {
  return route.steps.map((step) => step.key).filter((one) => stepsBefore(route, one).includes(key));
}

/** The department of a step, with `lead` resolved to the item's own. */
export function departmentOfStep(step: RouteStep, leadDepartmentCode: string): string {
  return step.departmentCode === LEAD_DEPARTMENT ? leadDepartmentCode : step.departmentCode;
}

function standingOf(route: RouteDefinition, states: readonly StepState[], facts: ConditionSubject): Standing {
  const round = new Map<string, number>();
  const passed = new Set<string>();
  for (const step of inOrder(route)) {
    const own = states.filter((state) => state.stepKey === step.key);
    const current = Math.max(1, ...own.map((state) => state.round), ...step.after.map((key) => round.get(key) ?? 1));
    round.set(step.key, current);
    const isReached = step.after.every((key) => passed.has(key));
    const isDone = own.some((state) => state.round === current && isTaskPassed(state.status));
    if (isReached && (isDone || !evaluate(step.when, facts))) passed.add(step.key);
  }
  return { round, passed };
}

/** The steps so that each comes after what it waits for; steps of a cycle are left out (`routeProblems` names them). */
export function inOrder(route: RouteDefinition): RouteStep[] {
  const ordered: RouteStep[] = [];
  const placed = new Set<string>();
  let rest = [...route.steps];
  for (let ready = rest.filter((step) => step.after.length === 0); ready.length > 0; ready = rest.filter(isReady)) {
    for (const step of ready) placed.add(step.key);
    ordered.push(...ready);
    rest = rest.filter((step) => !placed.has(step.key));
  }
  return ordered;

  function isReady(step: RouteStep): boolean {
    return step.after.every((key) => placed.has(key));
  }
}
