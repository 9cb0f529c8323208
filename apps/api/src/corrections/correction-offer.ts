import { correctionRefusal, isInReview, type Refusal } from '@onewindow/domain';
import { type Actor, hasRole } from '../platform/index.js';
import { inWhoseName, type LockedTask, type WorkOffer } from '../review/index.js';
import type { CorrectionShelf } from './correction-shelf.js';

/** Why this person may not ask the applicant for corrections from this task; null when he may (R3.3). */
export function refusalOfCorrections(actor: Actor, on: Pick<LockedTask, 'row' | 'task' | 'principal'>, isOpen: boolean): Refusal | null {
  const { row, task } = on;
  return correctionRefusal({
    kind: task.kind,
    status: task.status,
    isHolder: task.holderId === inWhoseName(actor, on),
    caseIsAccepted: isInReview(row.status),
    isOpen,
  });
}

/** 要求补正 among the work actions. While a request runs the panel shows it, so the button stays. */
export function offerCorrections(shelf: CorrectionShelf): WorkOffer {
  return async (actor, on) => {
    const isHere = hasRole(actor, 'approver', 'chief') && actor.departmentId === on.task.departmentId;
    if (!isHere || (on.task.kind !== 'review' && on.task.kind !== 'decision')) return null;
    if (await shelf.isOpen(on.row.id)) return { allowed: true };
    const refused = refusalOfCorrections(actor, on, false);
    return refused ? { allowed: false, reason: refused.title } : { allowed: true };
  };
}
