import { announce } from '@onewindow/ui';
import { useState } from 'react';
import { moveCursor } from '../features/desk/index.js';
import { extendTo, NOTHING, selectAll, toggleOne, type Selection } from './selection.js';
import { cursorAfter, followRows, NO_ROWS } from './ticked-rows.js';
import { focusList } from './virtual-list.js';

export interface TickedRowsInput<Row> {
  rows: readonly Row[];
  /** The filter in one word: what is ticked under one is not ticked under another. */
  of: string;
  list: { data: unknown; isPlaceholderData: boolean; hasNextPage: boolean };
  /** What is spoken when the cursor comes to a row. */
  wordsOf: (row: Row) => string;
}

/** The rows of a list with the one where the keys act, and what is ticked in it. */
export function useTickedRows<Row extends { id: string }>({ rows, of, list, wordsOf }: TickedRowsInput<Row>) {
  const [kept, setKept] = useState(NO_ROWS);
  const ids = rows.map(({ id }) => id);
  const isOwn = list.data !== undefined && !list.isPlaceholderData;
  const now = followRows(kept, { of, ids, isOwn, hasMore: list.hasNextPage });
  if (now !== kept) setKept(now);
  const row = rows.find(({ id }) => id === now.cursor);
  const setCursor = (cursor: string | null) => setKept((before) => ({ ...before, cursor }));
  const setSelection = (selection: Selection) => setKept((before) => ({ ...before, selection }));
  return {
    rows,
    ids,
    /** The row where the keys act; none when it has left the list, until J, K or a click: nothing takes its place unasked. */
    at: row?.id ?? null,
    row,
    setCursor,
    move: (step: 1 | -1) => {
      const next = moveCursor(ids, now.cursor, step, now.place);
      setCursor(next);
      focusList();
      const reached = rows.find(({ id }) => id === next);
      if (reached) announce(wordsOf(reached));
    },
    /** These were dealt with by the person's own hand: the cursor goes on to the row after them, and does not wait on one that leaves. */
    goOn: (taken: readonly string[]) => {
      const next = cursorAfter(ids, now.cursor, taken);
      if (next !== now.cursor) setCursor(next);
    },
    selected: now.selection.ids,
    check: (id: string, withShift: boolean) => {
      // What the filter before found stands there for a moment longer.
      if (!isOwn) return;
      setCursor(id);
      setSelection(withShift ? extendTo(now.selection, id, ids) : toggleOne(now.selection, id));
    },
    select: (taskIds: readonly string[]) => setSelection(selectAll(taskIds)),
    clear: () => setSelection(NOTHING),
  };
}
