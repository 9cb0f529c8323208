import { askingRefusal, isInReview, type Refusal } from '@onewindow/domain';
import { type Actor, hasRole } from '../platform/index.js';
import { inWhoseName, type LockedTask, type WorkOffer } from '../review/index.js';

/** Why this person may not ask other departments from this task; null when he may (协办). */
export function refusalOfAsking(actor: Actor, locked: LockedTask): Refusal | null {
  const { row, task } = locked;
  return askingRefusal({
    kind: task.kind,
    status: task.status,
    isHolder: task.holderId === inWhoseName(actor, locked),
    caseIsAccepted: isInReview(row.status),
  });
}

/** 协办 among the work actions: for officers of the department, on reviews and decisions. */
export const offerConsultation: WorkOffer = (actor, on) => {
  const isHere = hasRole(actor, 'approver', 'chief') && actor.departmentId === on.task.departmentId;
  if (!isHere || (on.task.kind !== 'review' && on.task.kind !== 'decision')) return Promise.resolve(null);
  const refused = refusalOfAsking(actor, on);
  return Promise.resolve(refused ? { allowed: false, reason: refused.title } : { allowed: true });
};
