import { useCommand } from '@onewindow/api-client';
import { type StillLatest, useLatest } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useOwnPages } from '../../app/use-own-pages.js';
import { useTickedRows } from '../../app/use-ticked-rows.js';
import { stalledQuery, type StalledFilter } from './stalled-filter.js';
import { stalledListQuery } from './supervision.queries.js';

/** 全选, under way. */
interface WholeAsked {
  query: ReturnType<typeof stalledQuery>;
  of: string;
  isWanted: StillLatest;
}

/** The list of a filter with its cursor and what is ticked in it. */
export function useStalledWork(filter: StalledFilter) {
  const list = useInfiniteQuery(stalledListQuery(filter));
  const { pages, load } = useOwnPages(list);
  const query = stalledQuery(filter);
  const of = JSON.stringify(query);
  const ticked = useTickedRows({
    rows: pages.flatMap((page) => page.items),
    of,
    list,
    wordsOf: ({ stalledDays, itemName, title }) => `${stalledDays === 0 ? '今天动过' : `停滞 ${stalledDays} 天`}，${itemName} ${title}`,
  });
  const turns = useLatest();
  const whole = useCommand((asked: WholeAsked) => api.listStalledIds({ query: asked.query }), {
    onDone: ({ ids }, asked) => {
      // Whoever looks at another filter by now must not find the old one's cases ticked.
      if (asked.of === of && asked.isWanted()) ticked.select(ids);
    },
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
    /** What it answered, under this filter. */
    found: whole.variables?.of === of ? whole.data : undefined,
    selectWhole: () => whole.mutate({ query, of, isWanted: turns.begin() }),
    clear: () => {
      turns.begin();
      whole.reset();
      ticked.clear();
    },
  };
}

export type StalledWork = ReturnType<typeof useStalledWork>;
