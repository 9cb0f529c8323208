import { problemOf } from '@onewindow/api-client';
import { shanghaiDateOf } from '@onewindow/domain';
import { ErrorState, Pane, RouteList, routeNodes, SkeletonRows, useNow } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { CaseStory } from '../case-search/index.js';
import { caseQuery } from '../counter/index.js';

/** What one needs to know to find the right department: the route of the case, and what has happened. */
export function RerouteCase({ caseId }: { caseId: string }) {
  const query = useQuery(caseQuery(caseId));
  const today = shanghaiDateOf(useNow());
  return (
    <>
      <Pane title="路线" size="fit">
        {query.isPending ? <SkeletonRows rows={3} label="路线" /> : null}
        {query.isError ? <ErrorState onRetry={() => void query.refetch()}>{problemOf(query.error).message}</ErrorState> : null}
        {query.data ? <RouteList nodes={routeNodes(query.data, 'hall', today)} /> : null}
      </Pane>
      <CaseStory caseId={caseId} />
    </>
  );
}
