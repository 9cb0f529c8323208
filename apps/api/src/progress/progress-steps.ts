import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { type CaseStatus, isAtWindow, isTaskOpen, rerouteKey } from '@onewindow/domain';
import type { ProgressRecord, ProgressTask } from './progress.statements.js';

type Step = ResponseOf<typeof endpoints.getProgress>['steps'][number];

/** Where the case stands, in words for the person who waits. */
export const STATUS_WORDS = {
  draft: '未提交',
  received: '已收件，等待受理',
  supplementing: '等待补正材料',
  accepted: '审查中',
  decided: '已决定，正在制作结果',
  ready: '可以领取',
  concluded: '已办结',
  declined: '不予受理',
  withdrawn: '已撤回',
  terminated: '已终止',
} as const satisfies Record<CaseStatus, string>;

/** Names of places, looked up beforehand. */
export interface ProgressPlaces {
  /** 区政务服务大厅 3 号窗口 */
  readonly reception: string;
  /** 任一大厅可取，也可邮寄、自助柜 */
  readonly pickup: string;
  readonly departmentName: (id: string) => string;
  /** 一件事: how many of its children have come to an end. */
  readonly children?: { readonly done: number; readonly total: number };
  /** Materials that follow later (R4). */
  readonly deferred?: number;
}

const ORDER = { received: 1, supplementing: 1, accepted: 2, decided: 4, ready: 4, concluded: 5 } as const;

function rankOf(record: ProgressRecord): number {
  if (record.status in ORDER) return ORDER[record.status as keyof typeof ORDER];
  // Ended early: as far as it came.
  return record.acceptedAt ? 2 : 1;
}

function step(name: string, state: Step['state'], more: Partial<Step> = {}): Step {
  return { name, state, words: null, at: null, day: null, ...more };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

function acceptedWords({ deemedAccepted }: ProgressRecord, { deferred = 0 }: ProgressPlaces): string {
  if (deemedAccepted) return '逾期未告知，视为受理';
  return deferred === 0 ? '已出具受理通知书' : `已出具受理通知书，容缺 ${deferred} 份`;
}

/** The steps as the phone shows them (mockup 07). An early end closes the list. */
export function progressSteps(record: ProgressRecord, tasks: readonly ProgressTask[], places: ProgressPlaces): Step[] {
  const steps = [step('收件', 'done', { words: places.reception, at: iso(record.receivedAt) })];
  const isOver = record.status === 'declined' || record.status === 'withdrawn' || record.status === 'terminated';
  const rank = rankOf(record);
  if (record.acceptedAt) steps.push(step('受理', 'done', { words: acceptedWords(record, places), at: iso(record.acceptedAt) }));
  else if (!isOver) steps.push(step('受理', 'current', { words: record.status === 'supplementing' ? '等待补正材料' : '正在核对材料' }));
  if (isOver) {
    steps.push(
      step(STATUS_WORDS[record.status], record.status === 'declined' ? 'refused' : 'ended', {
        at: iso(record.concludedAt) ?? iso(record.updatedAt),
      }),
    );
    return steps;
  }
  const review = reviewOf(tasks);
  if (review.standing.length > 0) steps.push(reviewStep(review, rank, places));
  const isReviewed = review.open.length === 0;
  const decision = rank > 2 ? 'done' : rank === 2 && isReviewed ? 'current' : 'future';
  if (record.decision === 'deny') {
    steps.push(...deniedSteps(record, places));
    return steps;
  }
  const { children } = places;
  const deciding = children ? { words: `办完 ${children.done} / ${children.total} 项` } : {};
  steps.push(
    step(children ? '各部门办理' : '决定', decision, {
      ...deciding,
      at: iso(record.decidedAt),
      day: decision === 'done' ? null : record.promisedDue,
    }),
  );
  const pickup = record.status === 'concluded' ? 'done' : rank === 4 ? 'current' : 'future';
  const words = record.status === 'decided' ? '正在制作结果' : places.pickup;
  steps.push(
    step('领证', pickup, {
      words: pickup === 'done' ? handedOverWords(record) : words,
      at: iso(record.concludedAt) ?? iso(record.readyAt),
    }),
  );
  return steps;
}

/** R6.2: what was posted is on its way, and what lies in a cabinet waits there. */
function handedOverWords({ pickedUpBy }: ProgressRecord): string {
  return pickedUpBy === null ? '已领取' : { window: '已领取', post: '已寄出', cabinet: '已放自助柜' }[pickedUpBy];
}

/** A denial is told as one; its notice is served like a result (R11). */
function deniedSteps(record: ProgressRecord, places: ProgressPlaces): Step[] {
  const isOver = record.status === 'concluded';
  const words = isOver ? handedOverWords(record) : record.status === 'decided' ? '正在制作决定书' : places.pickup;
  return [
    step('不予许可', 'refused', { words: '理由和救济途径写在决定书上', at: iso(record.decidedAt) }),
    step('领取决定书', isOver ? 'ended' : 'current', { words, at: iso(record.concludedAt) ?? iso(record.readyAt) }),
  ];
}

/** Where the case stands, in words; a denial is never told as something to be pleased about. */
export function statusWords({ status, decision }: Pick<ProgressRecord, 'status' | 'decision'>): string {
  if (decision !== 'deny') return STATUS_WORDS[status];
  return isAtWindow(status) ? '不予许可，可以领取决定书' : '不予许可';
}

/** The review as it stands, without its history. */
interface Review {
  /** Of each step the latest round: what was refused or is to be done again is not told of (R5.3, R5.8). */
  readonly standing: readonly ProgressTask[];
  /** What the applicant still waits for, a refused step for which the hall looks for the right department among it. */
  readonly open: readonly ProgressTask[];
  readonly begunAt: Date | null;
}

function reviewOf(tasks: readonly ProgressTask[]): Review {
  const reviews = tasks.filter(({ kind }) => kind !== 'reroute');
  const standing = reviews.filter((task) => !reviews.some(({ stepKey, round }) => stepKey === task.stepKey && round > task.round));
  const ofReviews = new Set(standing.map(({ stepKey }) => rerouteKey(stepKey)));
  // The decision has a step of its own here, also while a department is sought for it.
  const rerouted = tasks.filter(({ kind, stepKey }) => kind === 'reroute' && ofReviews.has(stepKey));
  return { standing, open: [...standing, ...rerouted].filter(({ status }) => isTaskOpen(status)), begunAt: reviews[0]?.pooledAt ?? null };
}

function reviewStep({ standing, open, begunAt }: Review, rank: number, places: ProgressPlaces): Step {
  const reviewing = standing.filter(({ status }) => status !== 'refused');
  const departments = [...new Set(reviewing.map((task) => places.departmentName(task.departmentId)))].join('、');
  if (rank > 2 || open.length === 0) {
    const last = reviewing.reduce<Date | null>((latest, { doneAt }) => (doneAt && (!latest || doneAt > latest) ? doneAt : latest), null);
    return step('审查', 'done', { words: departments, at: iso(last) });
  }
  const dues = open.flatMap((task) => task.stepDue ?? []).sort();
  return step('审查', rank === 2 ? 'current' : 'future', {
    words: departments || '正在确定由哪个部门审查',
    day: dues.at(-1) ?? null,
    at: iso(begunAt),
  });
}
