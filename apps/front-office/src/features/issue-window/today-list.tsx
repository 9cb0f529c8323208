import { Button, Empty, ErrorState, formatTime, Pane, SkeletonRows } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { todayQuery } from './ready.queries.js';

/** What this hall handed over today, newest first. */
export function TodayList() {
  const today = useInfiniteQuery(todayQuery());
  const items = today.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Pane title="今天已出" words={today.data ? `${today.data.pages[0]?.total ?? 0} 件` : undefined} style={{ minHeight: '30%' }}>
      {today.isPending ? <SkeletonRows rows={4} blocks={0} rowHeight={27} label="今天已出" /> : null}
      {today.isError ? <ErrorState onRetry={() => void today.refetch()}>{today.error.message}</ErrorState> : null}
      {today.isSuccess && items.length === 0 ? <Empty>今天还没有出件。</Empty> : null}
      <ul className="fo-today">
        {items.map((item) => (
          <li key={item.caseId}>
            <span className="ow-secondary">{formatTime(item.at)}</span>
            <span className="fo-today-what">
              <Link to={`/cases/${item.caseId}`}>{item.resultName}</Link>
              {item.place === null ? (
                <span className="ow-secondary">{item.how}</span>
              ) : (
                <span className="ow-secondary ow-small fo-today-place">{item.place}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {today.hasNextPage ? (
        <div className="fo-more">
          <Button size="small" label="再取 100 件" busy={today.isFetchingNextPage} onClick={() => void today.fetchNextPage()} />
        </div>
      ) : null}
    </Pane>
  );
}
