import type { Role } from './roles.js';
import type { RouteDefinition, RouteStep } from './route-definition.js';

const SECOND = '#2';
const CHIEF = '#chief';
/** What stands behind the name of a part. */
const PART_WORDS = { second: '复审', chief: '核签' } as const;

const expanded = new WeakMap<RouteDefinition, RouteDefinition>();

/**
 * R5.1, R5.6: the route as it is walked. A step of two persons or with a countersignature becomes several in series, `review`, `review#2`,
 * `review#chief`, and what came after it comes after the last of them: the engine knows plain steps alone. Parts share the step's clock (R1.5).
 * @returns the same object for a route without such steps, and the same answer for the same object
 */
export function expandRoute(route: RouteDefinition): RouteDefinition {
  const known = expanded.get(route);
  if (known) return known;
  const last = new Map(route.steps.map((step) => [step.key, partKeys(step).at(-1) ?? step.key]));
  const isPlain = route.steps.every((step) => last.get(step.key) === step.key);
  const answer = isPlain ? route : { steps: route.steps.flatMap((step) => parts(step, last)) };
  expanded.set(route, answer);
  return answer;
}

/** The keys under which a step is walked, in order; of a plain step its own alone. */
export function partKeys({ key, reviewers, countersign }: Pick<RouteStep, 'key' | 'reviewers' | 'countersign'>): string[] {
  return [key, ...(reviewers === 2 ? [key + SECOND] : []), ...(countersign === true ? [key + CHIEF] : [])];
}

/** How a part is called on the picture: 初审, 复审, 核签. */
export function partLabel(partKey: string): string {
  if (partKey.endsWith(SECOND)) return PART_WORDS.second;
  return partKey.endsWith(CHIEF) ? PART_WORDS.chief : '初审';
}

/** The step of the item version to which a walked step belongs. */
export function stepKeyOf(partKey: string): string {
  return partKey.split('#', 1)[0] ?? partKey;
}

function parts(step: RouteStep, last: ReadonlyMap<string, string>): RouteStep[] {
  const { reviewers, countersign, ...plain } = step;
  const first = countersign === true && step.role !== 'chief' ? { ...plain, beforeSignature: true as const } : plain;
  const steps: RouteStep[] = [{ ...first, after: step.after.map((key) => last.get(key) ?? key) }];
  const add = (kind: 'second' | 'chief', more: Partial<RouteStep>): void => {
    const { publicNotice: _notice, beforeSignature: _signed, ...base } = first as RouteStep;
    const after = [steps.at(-1)?.key ?? step.key];
    const key = step.key + (kind === 'second' ? SECOND : CHIEF);
    steps.push({ ...base, key, name: `${step.name}${PART_WORDS[kind]}`, after, part: { of: step.key, kind }, ...more });
  };
  if (reviewers === 2) add('second', first.beforeSignature === true ? { beforeSignature: true } : {});
  if (countersign === true) add('chief', { role: 'chief', points: [] });
  return steps;
}

/** A task that somebody did or holds, as far as the parts of a step are concerned. */
export interface PartTask {
  stepKey: string;
  round: number;
  /** Who completed it, or holds it now. */
  staffId: string | null;
}

export interface PartConflictInput {
  route: RouteDefinition;
  /** The task that the officer would take. */
  task: Pick<PartTask, 'stepKey'>;
  officer: { id: string; isChief: boolean };
  /** Tasks of the case in the current round of their steps. */
  current: readonly PartTask[];
}

/**
 * R5.6: why this officer can't do this part of a step, in Chinese; null when nothing speaks against it. No one does two parts of one step, and a
 * chief leaves the parts before the own countersignature to others: otherwise nobody might be left to sign.
 */
export function partConflict({ route, task, officer, current }: PartConflictInput): string | null {
  const key = stepKeyOf(task.stepKey);
  const step = route.steps.find((one) => one.key === key);
  if (!step) return null;
  const keys = partKeys(step);
  if (keys.length === 1) return null;
  const others = current.filter(({ stepKey }) => keys.includes(stepKey));
  return conflictAmong(task.stepKey, officer, others, step.countersign === true && step.role !== 'chief');
}

/**
 * The same for a row of a list, told by the tasks beside it alone: every part of a step has its task from the acceptance on.
 * @param beside the tasks of the row's case, of every round, with who did or holds them
 */
export function listedPartConflict(
  task: { stepKey: string; role: Role },
  officer: PartConflictInput['officer'],
  beside: readonly PartTask[],
): string | null {
  const key = stepKeyOf(task.stepKey);
  const own = beside.filter(({ stepKey }) => stepKeyOf(stepKey) === key);
  const latest = own.filter(({ stepKey, round }) => !own.some((one) => one.stepKey === stepKey && one.round > round));
  if (latest.length < 2) return null;
  const isSigned = latest.some(({ stepKey }) => stepKey === key + CHIEF) && task.role !== 'chief';
  return conflictAmong(task.stepKey, officer, latest, isSigned);
}

function conflictAmong(
  stepKey: string,
  officer: PartConflictInput['officer'],
  parts: readonly PartTask[],
  leavesToApprovers: boolean,
): string | null {
  const isSigning = stepKey === stepKeyOf(stepKey) + CHIEF;
  if (leavesToApprovers && !isSigning && officer.isChief) return '本环节由首席代表核签，前面的审查留给审批人员';
  const other = parts.some((part) => part.stepKey !== stepKey && part.staffId === officer.id);
  if (!other) return null;
  return isSigning ? '本环节已由本人审查，核签须由另一人' : '本环节须两人审查，本人已审一次。转同事办理';
}

/** The people of a department who can do its steps. */
export interface DepartmentStaff {
  /** With the role approver. */
  approvers: number;
  /** Approvers who are not chiefs as well. */
  plainApprovers: number;
  chiefs: number;
}

/** R5.1: what a department lacks to do a step, in Chinese; null when its people suffice. */
export function staffingProblem(step: RouteStep, { approvers, plainApprovers, chiefs }: DepartmentStaff): string | null {
  const wanted = step.reviewers ?? 1;
  const signs = step.countersign === true;
  if (step.role === 'chief') return chiefs >= wanted ? null : `没有${wanted > 1 ? '两名' : ''}首席代表`;
  if (signs && chiefs < 1) return '没有首席代表核签';
  const able = signs ? plainApprovers : approvers;
  return able >= wanted ? null : wanted > 1 ? '审批人员不足两人' : '没有审批人员';
}
