import type { CaseEvent, TaskDetail } from '@onewindow/contracts';
import { claimedSentence, type IsoDate, isTaskHeld, isTaskPooled, pastMomentWords } from '@onewindow/domain';

type Now = Pick<TaskDetail, 'status' | 'holder' | 'claimedAt'> & { events: readonly Pick<CaseEvent, 'seq' | 'at' | 'actor'>[] };

/** Whether a task is still the same piece of work on the same desk. */
export function identityOf({ id, status, holder }: Pick<TaskDetail, 'id' | 'status' | 'holder'>): string {
  return `${id}:${status}:${holder?.id}`;
}

/**
 * R5.4: where the work has gone while somebody was writing about it, in one sentence that names a person.
 * @param staffId who was writing
 */
export function takenWords({ status, holder, claimedAt, events }: Now, staffId: string, today: IsoDate): string {
  if (isTaskHeld(status) && holder && holder.id !== staffId && claimedAt) return claimedSentence(holder.name, claimedAt, today);
  const last = events.toSorted((a, b) => b.seq - a.seq)[0];
  const who = last ? `${last.actor.name} ${pastMomentWords(last.at, today)} ` : '别人';
  if (isTaskHeld(status)) return '本件已在您手上';
  if (isTaskPooled(status)) return `${who}已把本件放回部门池，还没有人签收`;
  if (status === 'waiting') return `${who}已把本件退到前面的环节`;
  return `${who}已先办，本环节已结束`;
}
