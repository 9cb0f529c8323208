import { ErrorState, formatTime, SkeletonRows } from '@onewindow/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { HeatMap } from './heat-map.js';
import type { StalledFilter } from './stalled-filter.js';
import type { Overview } from './supervision.queries.js';

export interface HeatPaneProps {
  overview: UseQueryResult<Overview>;
  filter: StalledFilter;
  onFilter: (filter: StalledFilter) => void;
  onConclusions: (departmentId: string | null) => void;
}

/** The heat map while it is read, when it could not be read, and when it is there. */
export function HeatPane({ overview, filter, onFilter, onConclusions }: HeatPaneProps) {
  return (
    <>
      {overview.error ? (
        <ErrorState onRetry={() => void overview.refetch()}>没有取到总数，{formatTime(new Date(overview.errorUpdatedAt))}。</ErrorState>
      ) : null}
      {overview.isPending ? <SkeletonRows rows={12} rowHeight={23} blocks={8} label="部门和剩余工作日" /> : null}
      {overview.data ? (
        <div className="bo-heat-pane">
          <HeatMap overview={overview.data} filter={filter} onFilter={onFilter} onConclusions={onConclusions} />
        </div>
      ) : null}
    </>
  );
}
