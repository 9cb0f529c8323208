import type { IsoDate } from '@onewindow/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { correctionsQuery, deferredQuery, supplementsQuery } from './follow-up.queries.js';
import { isWhen, type FollowUpFilters } from './follow-up-filters.js';
import { type LoadedPart, waitingRows } from './waiting-rows.js';

const NOTHING: LoadedPart<never> = { items: [], hasMore: false };

interface PagesOf<T> {
  data: { pages: { items: T[] }[] } | undefined;
  hasNextPage: boolean;
}

/** What is loaded of one list; nothing of a list that is not wanted. */
function useLoaded<T>({ data, hasNextPage }: PagesOf<T>, isWanted: boolean): LoadedPart<T> {
  return useMemo(
    () => (isWanted ? { items: data?.pages.flatMap(({ items }) => items) ?? [], hasMore: hasNextPage } : NOTHING),
    [data, hasNextPage, isWanted],
  );
}

/** The lists under the filters, as far as they are loaded, with their counts. */
export function useWaiting({ kind, when }: FollowUpFilters, today: IsoDate) {
  const supplements = useInfiniteQuery(supplementsQuery(when));
  const deferred = useInfiniteQuery(deferredQuery);
  const corrections = useInfiniteQuery(correctionsQuery);
  const shows = (own: FollowUpFilters['kind']) => kind === 'all' || kind === own;
  const supplemented = useLoaded(supplements, shows('supplement'));
  const promised = useLoaded(deferred, shows('deferred'));
  const asked = useLoaded(corrections, shows('correction'));
  const rows = useMemo(
    () => waitingRows(supplemented, promised, asked).filter(({ by }) => isWhen(by, today, when)),
    [supplemented, promised, asked, today, when],
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
    /** The same array until a list or a filter changes. */
    rows,
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
