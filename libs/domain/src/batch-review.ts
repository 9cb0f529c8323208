import type { TaskKind } from './task-status.js';

/** The word on one review point. */
export type PointState = 'open' | 'met' | 'unmet' | 'pending';

/** One task that an officer has ticked for a batch, with all that speaks for or against it. */
export interface BatchCandidate {
  taskId: string;
  itemId: string;
  stepKey: string;
  kind: TaskKind;
  /** Why R11 refuses its completion by this officer now; null when it does not. */
  refusal: { code: string; reason: string } | null;
  /** The clock stands still (R3). */
  paused: boolean;
  /** Words on the task's own points, as far as they were given. */
  ownPoints: readonly PointState[];
  /** Of a decision: words on the points of the reviews that led to it. */
  earlierPoints: readonly PointState[];
  /** Of a decision: the officer who reviewed it proposes a denial. */
  proposesDenial: boolean;
}

export interface BatchRefusal {
  code: string;
  /** Chinese: why not in this batch, and what to do instead. */
  reason: string;
}

/** Kinds that are finished in batches, and by which outcome. 出证 puts each paper somewhere, a reroute finds each its department. */
export const BATCH_OUTCOMES = {
  review: 'agree',
  consultation: 'agree',
  decision: 'grant',
  issue: null,
  reroute: null,
} as const satisfies Record<TaskKind, 'agree' | 'grant' | null>;

/** What makes cases alike: the same item at the same step. */
export interface BatchLikeness {
  itemId: string;
  stepKey: string;
}

/** The item and step that most of the tasks share; of several equally frequent ones the first. Null without tasks. */
export function batchLikeness(tasks: readonly BatchLikeness[]): BatchLikeness | null {
  const counts = new Map<string, { like: BatchLikeness; count: number }>();
  for (const { itemId, stepKey } of tasks) {
    const key = `${itemId} ${stepKey}`;
    const found = counts.get(key) ?? { like: { itemId, stepKey }, count: 0 };
    counts.set(key, { ...found, count: found.count + 1 });
  }
  let most: { like: BatchLikeness; count: number } | null = null;
  for (const one of counts.values()) if (most === null || one.count > most.count) most = one;
  return most?.like ?? null;
}

/**
 * Why a task stays out of a batch with one opinion for all; null when it can be part of it. A batch finishes what is alike and clear:
 * whatever somebody has marked, paused or wants denied is looked at by itself. A denial states the reasons of its own case and the ways of appeal
 * (R2.6), so there is no opinion that fits several. R11 and R5.6 come first.
 */
export function batchRefusal(candidate: BatchCandidate, like: BatchLikeness): BatchRefusal | null {
  const { kind, refusal, ownPoints, earlierPoints } = candidate;
  if (BATCH_OUTCOMES[kind] === null) return { code: 'batch.singly', reason: '这一环节须逐件办' };
  if (candidate.itemId !== like.itemId || candidate.stepKey !== like.stepKey)
    return { code: 'batch.not-alike', reason: '不是同一事项、同一环节，另批办' };
  if (refusal !== null) return refusal;
  if (candidate.paused) return { code: 'batch.paused', reason: '暂停计时中，单独办' };
  const words = [pointsReason(ownPoints, ''), pointsReason(earlierPoints, '前面环节')].find((one) => one !== null);
  if (words !== undefined && words !== null) return { code: 'batch.points-unmet', reason: `${words}，单独办` };
  return candidate.proposesDenial ? { code: 'batch.denial-proposed', reason: '承办人拟不予许可。不予须逐件写明理由，单独办' } : null;
}

/** 要点 1 条不符合, 2 条待答复; null when none is. */
function pointsReason(points: readonly PointState[], where: string): string | null {
  const unmet = points.filter((state) => state === 'unmet').length;
  const pending = points.filter((state) => state === 'pending').length;
  const parts = [unmet > 0 ? `${unmet} 条不符合` : '', pending > 0 ? `${pending} 条待答复` : ''].filter(Boolean);
  return parts.length === 0 ? null : `${where}要点 ${parts.join('、')}`.trim();
}
