import { inOrder, stepsBefore } from './route.js';
import type { RouteDefinition, RouteStep } from './route-definition.js';

/** What is wrong with a route; an item version with any can't be published. */
export interface RouteProblem {
  code:
    | 'empty'
    | 'duplicate-key'
    | 'unknown-after'
    | 'unreachable'
    | 'no-decision'
    | 'never-joins'
    | 'after-decision'
    | 'limit'
    | 'silence'
    | 'notice'
    | 'parts';
  stepKey?: string;
  /** Chinese. */
  message: string;
}

/**
 * R5.1, R5.2: checks a route before its item version is published: keys are unique, what a step waits for exists and leads to it without a cycle,
 * every limit is at least one working day, exactly one step decides, every branch joins before it and nothing comes after it, silence ends
 * consultations alone, and only a review has two reviewers or a countersignature. A step whose condition is not met counts as passed, so no
 * condition can leave a join waiting.
 */
export function routeProblems(route: RouteDefinition): RouteProblem[] {
  if (route.steps.length === 0) return [{ code: 'empty', message: '路线没有环节，至少要有决定环节' }];
  return [...route.steps.flatMap((step, index) => stepProblems(route, step, index)), ...shapeProblems(route)];
}

function stepProblems(route: RouteDefinition, step: RouteStep, index: number): RouteProblem[] {
  const problems: RouteProblem[] = [];
  const report = (code: RouteProblem['code'], message: string): void => void problems.push({ code, stepKey: step.key, message });
  if (route.steps.findIndex((one) => one.key === step.key) !== index) report('duplicate-key', `环节“${step.key}”重复，改用另一个代号`);
  for (const key of step.after) {
    if (!route.steps.some((one) => one.key === key)) report('unknown-after', `${step.name}等待的环节“${key}”不存在`);
  }
  if (!Number.isInteger(step.limit) || step.limit < 1) report('limit', `${step.name}的时限须是 1 个工作日以上的整数`);
  if (step.onSilence === 'deemedNoObjection' && step.kind !== 'consultation')
    report('silence', `${step.name}不是征求意见，不能逾期视为无意见`);
  if (step.kind !== 'review' && (step.reviewers === 2 || step.countersign === true))
    report('parts', `${step.name}不是审查，不能设两人审查或核签`);
  if (step.role === 'chief' && step.countersign === true) report('parts', `${step.name}已由首席代表办，不用再核签`);
  if (step.publicNotice !== undefined && (!Number.isInteger(step.publicNotice.days) || step.publicNotice.days < 1)) {
    report('notice', `${step.name}的公示天数须是 1 以上的整数`);
  }
  return problems;
}

function shapeProblems(route: RouteDefinition): RouteProblem[] {
  const problems: RouteProblem[] = [];
  const reachable = new Set(inOrder(route).map((step) => step.key));
  for (const step of route.steps) {
    if (!reachable.has(step.key))
      problems.push({ code: 'unreachable', stepKey: step.key, message: `${step.name}永远不会开始：它等待的环节循环或不存在` });
  }
  const decisions = route.steps.filter((step) => step.kind === 'decision');
  const decision = decisions[0];
  if (decision === undefined || decisions.length > 1) {
    problems.push({ code: 'no-decision', message: `路线须有一个决定环节，现在有 ${decisions.length} 个` });
    return problems;
  }
  if (decision.when !== undefined)
    problems.push({ code: 'no-decision', stepKey: decision.key, message: `${decision.name}不能带条件：每个办件都须决定` });
  const before = stepsBefore(route, decision.key);
  for (const step of route.steps) {
    if (step.key === decision.key || before.includes(step.key)) continue;
    const isAfter = stepsBefore(route, step.key).includes(decision.key);
    problems.push(
      isAfter
        ? { code: 'after-decision', stepKey: step.key, message: `${step.name}排在决定之后：决定以后不再审查` }
        : { code: 'never-joins', stepKey: step.key, message: `${step.name}这一支没有汇合到决定，决定时可能还没有办完` },
    );
  }
  return problems;
}

/**
 * The working days that a case may spend on its route when every step takes its whole limit: along the longest chain of steps, those with a
 * condition counted as if they came. Parts of a step share its limit (R1.5). A circle counts as nothing; `routeProblems` names it.
 */
export function longestPath(route: RouteDefinition): number {
  const days = new Map<string, number>();
  for (const step of inOrder(route)) days.set(step.key, step.limit + Math.max(0, ...step.after.map((key) => days.get(key) ?? 0)));
  return Math.max(0, ...days.values());
}

/** R5.1: what an editor should know of a route that may be published all the same, in Chinese. @param promisedLimit working days, null without one */
export function routeWarnings(route: RouteDefinition, promisedLimit: number | null): string[] {
  const longest = longestPath(route);
  return promisedLimit !== null && longest > promisedLimit
    ? [`各环节时限最长一路共 ${longest} 个工作日，超过承诺的 ${promisedLimit} 个工作日`]
    : [];
}
