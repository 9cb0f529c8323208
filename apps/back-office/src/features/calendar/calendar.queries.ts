import type { CalendarDayView } from '@onewindow/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../app/api.js';

export const CALENDAR_KEY = ['calendar'] as const;
const TOPICS = { topics: ['calendar'] };
/** While cases are computed anew, the progress is asked for this often. */
const PROGRESS_MS = 1_000;

export type DayKind = 'work' | 'off' | 'notice';
export interface DayEdit {
  day: string;
  kind: DayKind;
  reason?: string;
}

export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: [...CALENDAR_KEY, 'year', year],
    queryFn: ({ signal }) => api.getCalendarYear({ params: { year } }, { signal }),
    meta: TOPICS,
  });

export const runsQuery = queryOptions({
  queryKey: [...CALENDAR_KEY, 'runs'],
  queryFn: ({ signal }) => api.listCalendarRuns({}, { signal }),
  meta: TOPICS,
  refetchInterval: ({ state }) =>
    state.data?.items.some((run) => run.state === 'waiting' || run.state === 'running') ? PROGRESS_MS : false,
});

export const movesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...CALENDAR_KEY, 'moves', id],
    queryFn: ({ pageParam, signal }) =>
      api.listCalendarMoves({ params: { id }, query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    meta: TOPICS,
  });

/** What these edits would do; the reason does not change it. */
export const effectQuery = (days: readonly string[], kind: DayKind, version: number) =>
  queryOptions({
    queryKey: [...CALENDAR_KEY, 'effect', version, kind, ...days],
    queryFn: ({ signal }) => api.previewCalendarDays({ body: { days: days.map((day) => ({ day, kind, reason: '试算' })) } }, { signal }),
    retry: false,
    gcTime: 0,
  });

/** The day in words: 10-01 周四 国庆节. */
export function dayWords({ day, working, name, before }: CalendarDayView, weekday: string): string {
  const what = working ? '上班' : '休息';
  const why = name === null ? '' : `：${name}`;
  const was = before === null ? '' : `（原${before === 'work' ? '上班' : '休息'}，单日调整）`;
  return `${day.slice(5)} ${weekday} ${what}${why}${was}`;
}
