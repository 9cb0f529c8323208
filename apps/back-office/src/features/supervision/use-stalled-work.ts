import { useCommand } from '@onewindow/api-client';
import { announce } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { focusList } from '../../app/virtual-list.js';
import { moveCursor } from '../desk/index.js';
import { extendTo, NOTHING, selectAll, toggleOne, type Selection } from '../../app/selection.js';
import { stalledQuery, type StalledFilter } from './stalled-filter.js';
import { stalledListQuery } from './supervision.queries.js';

/** The list of a filter with its cursor and what is ticked in it. */
export function useStalledWork(filter: StalledFilter) {
  const list = useInfiniteQuery(stalledListQuery(filter));
  const [cursor, setCursor] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const whole = useCommand(() => api.listStalledIds({ query: stalledQuery(filter) }), {
    onDone: ({ ids }) => setSelection(selectAll(ids)),
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = rows.map(({ id }) => id);
  const at = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null);
  return {
    list,
    rows,
    total: list.data?.pages[0]?.total,
    /** The row where the keys act. */
    at,
    row: rows.find(({ id }) => id === at),
    setCursor,
    move: (step: 1 | -1) => {
      const next = moveCursor(ids, at, step);
      setCursor(next);
      focusList();
      const row = rows.find(({ id }) => id === next);
      if (row) announce(`${row.stalledDays === 0 ? '今天动过' : `停滞 ${row.stalledDays} 天`}，${row.itemName} ${row.title}`);
    },
    selected: selection.ids,
    check: (id: string, withShift: boolean) => {
      setCursor(id);
      setSelection(withShift ? extendTo(selection, id, ids) : toggleOne(selection, id));
    },
    select: (taskIds: readonly string[]) => setSelection(selectAll(taskIds)),
    clear: () => setSelection(NOTHING),
    /** The department that all of these belong to; null when they are of several, or not all loaded. */
    departmentOf: (taskIds: readonly string[]) => {
      const of = new Map(rows.map(({ id, department }) => [id, department.id]));
      const found = new Set(taskIds.map((id) => of.get(id) ?? null));
      return found.size === 1 ? ([...found][0] ?? null) : null;
    },
    /** Everything that the filter finds, seen or not. */
    whole,
    selectWhole: () => whole.mutate(undefined),
  };
}

export type StalledWork = ReturnType<typeof useStalledWork>;
