import { MessageBar } from '@onewindow/ui';
import { withoutRefresh } from '../../app/problem-words.js';
import { ProblemBar } from '../../app/problem-bar.js';
import type { TaskOutcome } from './task-commands.js';
import type { Claims } from './use-claims.js';
import type { NextTask } from './use-next-task.js';

export interface DeskMessagesProps {
  claims: Claims;
  next: NextTask;
  outcome: TaskOutcome | null;
  /** What the middle shows: the only one that need not be named. */
  openId: string | undefined;
  onClose: () => void;
  onOpen: (taskId: string) => void;
}

/** What came of the last claim or decision, under the queue: who was first, what is done, and 出证 where it comes next. */
export function DeskMessages({ claims, next, outcome, openId, onClose, onOpen }: DeskMessagesProps) {
  const failed = claims.items.filter(({ ok }) => !ok);
  const done = claims.items.length - failed.length;
  return (
    <>
      {claims.problem ? (
        <ProblemBar problem={claims.problem} onRefresh={claims.refresh} onRetry={claims.retry} onClose={claims.dismiss} />
      ) : null}
      {failed.length > 0 ? (
        <MessageBar kind="conflict" onAction={claims.refresh}>
          {claims.items.length > 1 ? `已签收 ${done} 件，未签收 ${failed.length} 件：` : null}
          {failed.map(({ taskId, title, message }) => (
            <span key={taskId} className="bo-claim-outcome">
              {claims.items.length > 1 || taskId !== openId ? `${title}：` : null}
              {withoutRefresh(message ?? '没有签收。')}
            </span>
          ))}
        </MessageBar>
      ) : null}
      {claims.items.length > 0 && failed.length === 0 ? (
        <MessageBar kind="done" onClose={claims.dismiss}>
          {`已签收 ${done} 件，在“我的”。`}
        </MessageBar>
      ) : null}
      {next.problem ? <ProblemBar problem={next.problem} onRetry={next.claim} onClose={next.dismiss} /> : null}
      {next.isEmpty ? (
        <MessageBar kind="done" onClose={next.dismiss}>
          部门池里没有可签收的办件。
        </MessageBar>
      ) : null}
      {outcome ? (
        <MessageBar
          kind="done"
          onClose={onClose}
          {...(outcome.leaves ? { link: { label: outcome.mayIssue ? '去出证' : '看这件', onOpen: () => onOpen(outcome.taskId) } } : {})}
        >
          {outcome.words}
        </MessageBar>
      ) : null}
    </>
  );
}
