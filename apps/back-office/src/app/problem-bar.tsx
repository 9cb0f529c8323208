import type { ProblemError } from '@onewindow/api-client';
import { MessageBar } from '@onewindow/ui';
import { problemWords } from './problem-words.js';

export interface ProblemBarProps {
  problem: ProblemError;
  /** Reads the thing anew: what a conflict asks for. The sentence goes with it. */
  onRefresh?: () => void;
  /** Sends the same intention again: right when nothing is known of the outcome. */
  onRetry?: () => void;
  /** Puts the sentence away, and nothing else. */
  onClose?: () => void;
}

/** What the server refused, in its own sentence, beside the thing; a conflict offers 刷新, a broken line 重试. */
export function ProblemBar({ problem, onRefresh, onRetry, onClose }: ProblemBarProps) {
  const isConflict = problem.status === 409 || problem.status === 404;
  const refresh =
    onRefresh &&
    (() => {
      onRefresh();
      onClose?.();
    });
  const act = isConflict ? refresh : problem.outcomeUnknown || problem.status >= 500 ? onRetry : undefined;
  return (
    <MessageBar kind={isConflict ? 'conflict' : 'error'} {...(act ? { onAction: act } : {})} {...(onClose ? { onClose } : {})}>
      {problemWords(problem)}
    </MessageBar>
  );
}
