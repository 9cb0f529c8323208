import { announce } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { extendTo, NOTHING, toggleOne, type Selection } from '../../app/selection.js';
import { showColumn } from '../../app/show-column.js';
import { focusList } from '../../app/virtual-list.js';
import type { DeskFilters } from './desk-filters.js';
import { taskListQuery } from './desk.queries.js';
import { moveCursor } from './queue-cursor.js';

/** The queue of a tab with its cursor and what is ticked in it. */
export function useDeskQueue(filters: DeskFilters, openId: string | undefined) {
  const list = useInfiniteQuery(taskListQuery(filters));
  const [cursor, setCursor] = useState<string | null>(openId ?? null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const at = cursor ?? openId ?? ids[0] ?? null;
  // What has left the queue meanwhile is not ticked any more.
  const chosen = useMemo(() => rows.filter(({ id }) => selection.ids.has(id)), [rows, selection]);
  const move = (step: 1 | -1) => {
    const next = moveCursor(ids, at, step);
    showColumn('queue');
    setCursor(next);
    focusList();
    const row = rows.find(({ id }) => id === next);
    if (row) announce(`${row.title}，${row.itemName}`);
  };
  return {
    list,
    rows,
    ids,
    /** The row where the keys act. */
    at,
    setCursor,
    move,
    chosen,
    selected: selection.ids,
    check: (id: string, withShift: boolean) => setSelection(withShift ? extendTo(selection, id, ids) : toggleOne(selection, id)),
    clear: () => setSelection(NOTHING),
  };
}

export type DeskQueue = ReturnType<typeof useDeskQueue>;
