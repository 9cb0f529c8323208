import { useCommand } from '@onewindow/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useOwnPages } from '../../app/use-own-pages.js';
import { useTickedRows } from '../../app/use-ticked-rows.js';
import { stalledQuery, type StalledFilter } from './stalled-filter.js';
import { stalledListQuery } from './supervision.queries.js';

/** The list of a filter with its cursor and what is ticked in it. */
export function useStalledWork(filter: StalledFilter) {
  const list = useInfiniteQuery(stalledListQuery(filter));
  const { pages, load } = useOwnPages(list);
  const ticked = useTickedRows(
    pages.flatMap((page) => page.items),
    ({ stalledDays, itemName, title }) => `${stalledDays === 0 ? '今天动过' : `停滞 ${stalledDays} 天`}，${itemName} ${title}`,
  );
  const whole = useCommand(() => api.listStalledIds({ query: stalledQuery(filter) }), {
    onDone: ({ ids }) => ticked.select(ids),
  });
  return {
    ...ticked,
    list,
    load,
    total: pages[0]?.total,
    /** The department that all of these belong to; null when they are of several, or not all loaded. */
    departmentOf: (taskIds: readonly string[]) => {
      const of = new Map(ticked.rows.map(({ id, department }) => [id, department.id]));
      const found = new Set(taskIds.map((id) => of.get(id) ?? null));
      return found.size === 1 ? ([...found][0] ?? null) : null;
    },
    /** Everything that the filter finds, seen or not. */
    whole,
    selectWhole: () => whole.mutate(undefined),
  };
}

export type StalledWork = ReturnType<typeof useStalledWork>;
