import { useInfiniteQuery } from '@tanstack/react-query';
import { useOwnPages } from '../../app/use-own-pages.js';
import { useTickedRows } from '../../app/use-ticked-rows.js';
import { boardQuery, type BoardFilter } from './board-filter.js';
import { boardTasksQuery } from './department-board.queries.js';

/** The list behind a number of the board, with its cursor and what is ticked in it. */
export function useBoardWork(filter: BoardFilter) {
  const list = useInfiniteQuery(boardTasksQuery(filter));
  const { pages, load } = useOwnPages(list);
  const ticked = useTickedRows({
    rows: pages.flatMap((page) => page.items),
    of: JSON.stringify(boardQuery(filter)),
    list,
    wordsOf: ({ itemName, title }) => `${itemName} ${title}`,
  });
  return {
    ...ticked,
    list,
    load,
    /** Work that somebody took meanwhile is ticked no more. */
    selected: new Set(ticked.ids.filter((id) => ticked.selected.has(id))),
    selectShown: () => ticked.select(ticked.ids),
  };
}

export type BoardWork = ReturnType<typeof useBoardWork>;
