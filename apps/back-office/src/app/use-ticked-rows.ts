import { announce } from '@onewindow/ui';
import { useState } from 'react';
import { moveCursor } from '../features/desk/index.js';
import { extendTo, NOTHING, selectAll, toggleOne, type Selection } from './selection.js';
import { focusList } from './virtual-list.js';

/**
 * The rows of a list with the one where the keys act, and what is ticked in it.
 * @param wordsOf what is spoken when the cursor comes to a row
 */
export function useTickedRows<Row extends { id: string }>(rows: readonly Row[], wordsOf: (row: Row) => string) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const ids = rows.map(({ id }) => id);
  const at = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null);
  return {
    rows,
    ids,
    /** The row where the keys act. */
    at,
    row: rows.find(({ id }) => id === at),
    setCursor,
    move: (step: 1 | -1) => {
      const next = moveCursor(ids, at, step);
      setCursor(next);
      focusList();
      const row = rows.find(({ id }) => id === next);
      if (row) announce(wordsOf(row));
    },
    selected: selection.ids,
    check: (id: string, withShift: boolean) => {
      setCursor(id);
      setSelection(withShift ? extendTo(selection, id, ids) : toggleOne(selection, id));
    },
    select: (taskIds: readonly string[]) => setSelection(selectAll(taskIds)),
    clear: () => setSelection(NOTHING),
  };
}
