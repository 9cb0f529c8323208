import type { TaskRow } from '@onewindow/contracts';
import { MessageBar } from '@onewindow/ui';
import { useState } from 'react';
import { ProblemBar } from '../../app/problem-bar.js';
import type { TaskOutcome } from './task-commands.js';
import type { Claims } from './use-claims.js';

export interface DeskMessagesProps {
  claims: Claims;
  outcome: TaskOutcome | null;
  rows: readonly TaskRow[];
  onClose: () => void;
  onOpen: (taskId: string) => void;
}

/** What came of the last claim or decision, under the queue: who was first, what is done, and 出证 where it comes next. */
export function DeskMessages({ claims, outcome, rows, onClose, onOpen }: DeskMessagesProps) {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const isNew = rows.some(({ id, title }) => titles.get(id) !== title);
  // A claimed row leaves the list; its outcome still names it.
  if (isNew) setTitles(new Map([...titles, ...rows.map(({ id, title }) => [id, title] as const)].slice(-400)));
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
          {failed.map(({ taskId, message }) => (
            <span key={taskId} className="bo-claim-outcome">
              {claims.items.length > 1 ? `${titles.get(taskId) ?? ''}：` : null}
              {(message ?? '没有签收').replace(/[，。]?刷新。?$/u, '。')}
            </span>
          ))}
        </MessageBar>
      ) : null}
      {claims.items.length > 0 && failed.length === 0 ? (
        <MessageBar kind="done" onClose={claims.dismiss}>
          {`已签收 ${done} 件，在“我的”。`}
        </MessageBar>
      ) : null}
      {outcome ? (
        <MessageBar
          kind="done"
          onClose={onClose}
          link={{ label: outcome.verb === 'grant' || outcome.verb === 'deny' ? '去出证' : '看这件', onOpen: () => onOpen(outcome.taskId) }}
        >
          {outcome.words}
        </MessageBar>
      ) : null}
    </>
  );
}
