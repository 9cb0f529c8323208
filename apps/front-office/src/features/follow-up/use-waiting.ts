import type { IsoDate } from '@onewindow/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { deferredQuery, supplementsQuery } from './follow-up.queries.js';
import { isWhen, type FollowUpFilters } from './follow-up-filters.js';
import { waitingRows } from './waiting-rows.js';

const NOTHING = { items: [], hasMore: false };

/** Both lists under the filters, as far as they are loaded, with their counts. */
export function useWaiting({ kind, when }: FollowUpFilters, today: IsoDate) {
  const supplements = useInfiniteQuery(supplementsQuery(when));
  const deferred = useInfiniteQuery(deferredQuery);
  const supplemented = { items: supplements.data?.pages.flatMap(({ items }) => items) ?? [], hasMore: supplements.hasNextPage };
  const promised = { items: deferred.data?.pages.flatMap(({ items }) => items) ?? [], hasMore: deferred.hasNextPage };
  const rows = waitingRows(kind === 'deferred' ? NOTHING : supplemented, kind === 'supplement' ? NOTHING : promised);
  const wanted = [...(kind === 'deferred' ? [] : [supplements]), ...(kind === 'supplement' ? [] : [deferred])];
  const counts = supplements.data?.pages[0]?.counts;
  const owed = deferred.data?.pages[0]?.counts;
  return {
    rows: rows.filter(({ by }) => isWhen(by, today, when)),
    isPending: wanted.some((query) => query.isPending),
    error: wanted.find((query) => query.error)?.error ?? null,
    hasMore: wanted.some((query) => query.hasNextPage),
    isLoadingMore: wanted.some((query) => query.isFetchingNextPage),
    loadMore: () => wanted.forEach((query) => void (query.hasNextPage && query.fetchNextPage())),
    refetch: () => wanted.forEach((query) => void query.refetch()),
    supplements: counts?.all ?? null,
    deferred: owed?.all ?? null,
    late: counts && owed ? counts.late + owed.overdue : null,
  };
}
