import type { TaskRow } from '@onewindow/contracts';
import { announce, useDelayed } from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { extendTo, NOTHING, toggleOne, type Selection } from '../../app/selection.js';
import { showColumn } from '../../app/show-column.js';
import { useOwnPages } from '../../app/use-own-pages.js';
import { focusList } from '../../app/virtual-list.js';
import { writeFilters, type DeskFilters } from './desk-filters.js';
import { taskListQuery } from './desk.queries.js';
import { keepPlaces, letGo, type Kept } from './held-rows.js';
import { moveCursor, nextToDo } from './queue-cursor.js';

/** The queue of a tab with its cursor and what is ticked in it. */
export function useDeskQueue(filters: DeskFilters, openId: string | undefined) {
  const list = useInfiniteQuery(taskListQuery(filters));
  const [cursor, setCursor] = useState<string | null>(openId ?? null);
  const [selection, setSelection] = useState<Selection>(NOTHING);
  const { pages, load } = useOwnPages(list);
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const at = cursor ?? openId ?? ids[0] ?? null;
  const { shown, order, gone, place, release } = useKept({
    filters,
    rows,
    at,
    openId,
    ticked: selection.ids,
    waits: list.isPlaceholderData && !load.isPending,
  });
  const chosen = useMemo(() => shown.filter(({ id }) => selection.ids.has(id)), [shown, selection]);
  const move = (step: 1 | -1) => {
    const next = moveCursor(order, at, step, place);
    showColumn('queue');
    setCursor(next);
    focusList();
    const row = shown.find(({ id }) => id === next);
    if (row) announce(`${row.title}，${row.itemName}`);
  };
  return {
    list,
    /** How far the list has come; rows of another filter count as none after a moment. */
    load,
    /** What stands in the list, a row that a colleague has taken from under the cursor included. */
    rows: shown,
    gone,
    /** What there is to do, worst first. */
    ids,
    /** What opens by itself after this one; never what a colleague has taken. */
    next: (doneId: string) =>
      nextToDo(
        filters.tab,
        order.filter((id) => id === doneId || ids.includes(id)),
        doneId,
      ),
    /** The row where the keys act. */
    at,
    setCursor,
    move,
    chosen,
    selected: selection.ids,
    check: (id: string, withShift: boolean) => setSelection(withShift ? extendTo(selection, id, order) : toggleOne(selection, id)),
    clear: () => setSelection(NOTHING),
    release,
  };
}

export type DeskQueue = ReturnType<typeof useDeskQueue>;

interface KeptInput {
  filters: DeskFilters;
  rows: readonly TaskRow[];
  at: string | null;
  openId: string | undefined;
  ticked: ReadonlySet<string>;
  /** Another queue is on its way: the old one stands meanwhile. */
  waits: boolean;
}

/** The rows with those that keep their place though the work has left. */
function useKept({ filters, rows, at, openId, ticked, waits }: KeptInput) {
  const of = writeFilters(filters).toString();
  const [kept, setKept] = useState<Kept<TaskRow>>({ of, shown: rows, own: new Set(), place: -1 });
  const held = new Set([...ticked, ...(at === null ? [] : [at]), ...(openId === undefined ? [] : [openId])]);
  const now = waits ? kept : keepPlaces(kept, { of, rows, held, at });
  if (now !== kept) setKept(now);
  const { shown, place } = now;
  const here = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const order = useMemo(() => shown.map(({ id }) => id), [shown]);
  const left = order.filter((id) => !here.has(id));
  // One's own command may be answered after the list was read anew: only what stays away is told.
  const told = useDelayed(left.length > 0 && !waits, TELL_AFTER_MS);
  const goneKey = told ? left.join(' ') : '';
  const gone = useMemo(() => new Set(goneKey === '' ? [] : goneKey.split(' ')), [goneKey]);
  return { shown, order, place, gone, release: (ids: readonly string[]) => setKept((last) => letGo(last, ids)) };
}

const TELL_AFTER_MS = 800;
