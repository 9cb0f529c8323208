import type { BatchItem } from '@onewindow/contracts';
import { DomainError } from '@onewindow/domain';

/** Why a task could not be moved, where no other feature says it. */
export const FAILURES = {
  holderChanged: { code: 'task.holder-changed', reason: '已由别人承办。看办件' },
  backInPool: { code: 'task.back-in-pool', reason: '原承办人已放回部门池。重派' },
  notReassignable: { code: 'task.not-reassignable', reason: '本环节已经结束，不能改派。看办件' },
  noReceiver: { code: 'task.no-receiver', reason: '没有别人可以接手。另选人' },
  unexpected: { code: 'batch.item-failed', reason: '这一件没有改派成功。重派一次' },
} as const satisfies Record<string, { code: string; reason: string }>;

/** The task is not where the supervisor saw it. */
export class SeenOtherwise extends DomainError {
  constructor(holderId: string | null) {
    const { code, reason } = holderId === null ? FAILURES.backInPool : FAILURES.holderChanged;
    super({ code, title: reason, kind: 'state' });
  }
}

const TRY_AGAIN: ReadonlySet<string> = new Set([FAILURES.backInPool.code, FAILURES.unexpected.code]);

/** What is left to do about a failure: another person, once more, or a look at what became of the case. */
export function nextActionFor(code: string): NonNullable<BatchItem['nextAction']> {
  if (TRY_AGAIN.has(code)) return 'retry';
  return code === FAILURES.noReceiver.code || code.startsWith('task.target-') ? 'chooseOther' : 'openCase';
}

/** Codes of refusals that tell best by what happened to the task. */
export function isOvertaken(code: string): boolean {
  return nextActionFor(code) === 'openCase' || code === FAILURES.backInPool.code;
}
