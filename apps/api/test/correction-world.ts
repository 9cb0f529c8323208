import type { CaseDetail } from '@onewindow/contracts';
import { type ReviewWorld, type StepInput, taskOf } from './review-world.js';

/** A paper and a field of the test item that a review may find wanting, and a day by which they are owed. */
export const FORM = { kind: 'material' as const, key: 'form', reason: '缺签名' };
export const ADDRESS = { kind: 'field' as const, key: 'address', reason: '与图纸不一致' };
export const DUE = '2026-03-12';

/** A case whose review the approver holds. */
export interface InReview {
  kase: CaseDetail;
  task: string;
  version: number;
}

/** Takes a case of the plain item, or of one with `steps`, to where the approver has claimed its review. */
export async function inReview(world: ReviewWorld, steps?: StepInput[]): Promise<InReview> {
  const kase = await world.accepted(steps ? await world.itemWith(steps) : 'plain');
  const task = taskOf(kase, 'review');
  const { version } = await world.approver.client.api.claimTask({ params: { id: task } });
  return { kase, task, version };
}

/** The approver asks for corrections (R3.3): the form and the address, by `DUE`, unless `over` says otherwise. */
export function askCorrections(
  world: ReviewWorld,
  task: string,
  expectedVersion: number,
  over: Partial<{ dueOn: string; points: (typeof FORM | typeof ADDRESS)[] }> = {},
) {
  return world.approver.client.api.requestCorrections({
    params: { id: task },
    body: { expectedVersion, dueOn: DUE, points: [FORM, ADDRESS], ...over },
  });
}
