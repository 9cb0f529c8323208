import type { IsoDate } from '@onewindow/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { correctionsQuery, deferredQuery, supplementsQuery } from './follow-up.queries.js';
import { isWhen, type FollowUpFilters } from './follow-up-filters.js';
import { waitingRows } from './waiting-rows.js';

const NOTHING = { items: [], hasMore: false };

/** The lists under the filters, as far as they are loaded, with their counts. */
export function useWaiting({ kind, when }: FollowUpFilters, today: IsoDate) {
  const supplements = useInfiniteQuery(supplementsQuery(when));
  const deferred = useInfiniteQuery(deferredQuery);
  const corrections = useInfiniteQuery(correctionsQuery);
  const shows = (own: FollowUpFilters['kind']) => kind === 'all' || kind === own;
  const supplemented = { items: supplements.data?.pages.flatMap(({ items }) => items) ?? [], hasMore: supplements.hasNextPage };
  const promised = { items: deferred.data?.pages.flatMap(({ items }) => items) ?? [], hasMore: deferred.hasNextPage };
  const asked = { items: corrections.data?.pages.flatMap(({ items }) => items) ?? [], hasMore: corrections.hasNextPage };
  const rows = waitingRows(
    shows('supplement') ? supplemented : NOTHING,
    shows('deferred') ? promised : NOTHING,
    shows('correction') ? asked : NOTHING,
  );
  const wanted = [
    ...(shows('supplement') ? [supplements] : []),
    ...(shows('deferred') ? [deferred] : []),
    ...(shows('correction') ? [corrections] : []),
  ];
  const counts = supplements.data?.pages[0]?.counts;
  const owed = deferred.data?.pages[0]?.counts;
  const awaited = corrections.data?.pages[0]?.counts;
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
    corrections: awaited?.all ?? null,
    late: counts && owed && awaited ? counts.late + owed.overdue + awaited.late : null,
  };
}
