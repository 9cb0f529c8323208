import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** The newest messages with the count of unread ones, for the top bar. */
export const messagesQuery = () =>
  queryOptions({
    queryKey: ['messages', 'newest'] as const,
    queryFn: ({ signal }) => api.myNotifications({ query: { limit: 1 } }, { signal }),
    meta: { topics: ['staff'] },
  });

/** All messages, newest first. */
export const messagePagesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['messages', 'pages'] as const,
    queryFn: ({ signal, pageParam }) => api.myNotifications({ query: pageParam === null ? {} : { cursor: pageParam } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: { topics: ['staff'] },
  });

/** The messages for a sheet. */
export const messagesPage = (cursor: string | null) =>
  api.myNotifications({ query: { limit: 200, ...(cursor === null ? {} : { cursor }) } });
