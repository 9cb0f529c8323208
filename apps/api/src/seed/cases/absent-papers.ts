import { MATERIAL_VERDICT_LABELS } from '@onewindow/domain';
import type { EventInput } from '../../cases/index.js';
import type { CasePlan, Ending, PlannedItem } from './case-plan.js';
import type { LiveCase } from './live-case.js';

/** A paper that was brought to the counter. */
export const NOT_REUSED = {
  dueOn: null,
  faultyPoints: null,
  libraryId: null,
  libraryVersion: null,
  issuedOn: null,
  validThrough: null,
} as const;

/**
 * What stands in place of a paper. R4: two promises to bring it run, and one was not kept: its day passed three working days ago.
 * 告知承诺: two that the department has still to check.
 */
export function absentPapers(item: PlannedItem, days: number, { at }: Ending): Pick<CasePlan, 'deferred' | 'promised'> {
  const absent = item === 'place' && at === 'review' ? 'rules' : null;
  return { deferred: days === 2 || days === 8 ? absent : null, promised: days === 7 || days === 9 ? absent : null };
}

/** 承诺 in place of a proof. */
export function promise(
  { row, materials, seat }: LiveCase,
  { code, name, words }: { code: string; name: string; words: string },
): EventInput {
  const judgedBy = seat.ctx.actor.staffId;
  materials.push({ caseId: row.id, code, verdict: 'promised', defect: null, trustLevel: null, receivedAt: null, judgedBy, ...NOT_REUSED });
  return {
    action: 'promise',
    data: { material: code, materialName: name, verdictName: MATERIAL_VERDICT_LABELS.promised, commitment: words },
  };
}
