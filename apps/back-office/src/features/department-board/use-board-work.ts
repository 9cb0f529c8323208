import { announce } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { extendTo, NOTHING, selectAll, toggleOne, type Selection } from '../../app/selection.js';
import { focusList } from '../../app/virtual-list.js';
import { moveCursor } from '../desk/index.js';
import type { BoardFilter } from './board-filter.js';
import { boardTasksQuery } from './department-board.queries.js';

/** The list behind a number of the board, with its cursor and what is ticked in it. */
export function useBoardWork(filter: BoardFilter) {
  const list = useInfiniteQuery(boardTasksQuery(filter));
  const [cursor, setCursor] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = rows.map(({ id }) => id);
  const at = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null);
  return {
    list,
    rows,
    /** The row where the keys act. */
    at,
    row: rows.find(({ id }) => id === at),
    setCursor,
    move: (step: 1 | -1) => {
      const next = moveCursor(ids, at, step);
      setCursor(next);
      focusList();
      const row = rows.find(({ id }) => id === next);
      if (row) announce(`${row.itemName} ${row.title}`);
    },
    /** Work that somebody took meanwhile is ticked no more. */
    selected: new Set(ids.filter((id) => selection.ids.has(id))),
    check: (id: string, withShift: boolean) => {
      setCursor(id);
      setSelection(withShift ? extendTo(selection, id, ids) : toggleOne(selection, id));
    },
    select: (taskIds: readonly string[]) => setSelection(selectAll(taskIds)),
    selectShown: () => setSelection(selectAll(ids)),
    clear: () => setSelection(NOTHING),
  };
}

export type BoardWork = ReturnType<typeof useBoardWork>;
