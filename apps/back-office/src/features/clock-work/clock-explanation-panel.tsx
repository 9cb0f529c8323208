import { CLOCK_NAMES, type ClockName, ClockPicture, ClockSheet, ErrorState, SkeletonRows } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { clockExplanationQuery } from './clock-work.queries.js';

export interface ClockExplanationPanelProps {
  caseId: string;
  taskId: string;
  clock: ClockName;
  /** The clocks that this task has. */
  clocks: readonly ClockName[];
  onClock: (clock: ClockName) => void;
  onClose: () => void;
}

/** Below the clocks of a task: why a date is the day it is (R1, R3.2). */
export function ClockExplanationPanel({ caseId, taskId, clock, ...sheet }: ClockExplanationPanelProps) {
  const query = useQuery(clockExplanationQuery(caseId, clock, taskId));
  return (
    <ClockSheet clock={clock} {...sheet}>
      {query.isPending ? <SkeletonRows rows={5} blocks={0} label="期限怎么算的" /> : null}
      {query.error ? <ErrorState onRetry={() => void query.refetch()}>没有取到期限的算法。</ErrorState> : null}
      {query.data ? <ClockPicture label={`${CLOCK_NAMES[clock]}期限`} clock={query.data} /> : null}
    </ClockSheet>
  );
}
