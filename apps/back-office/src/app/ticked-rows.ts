import { NOTHING, without, type Selection } from './selection.js';

/** Where the keys act in a list, and what is ticked in it. */
export interface TickedRows {
  /** The filter that the ticks belong to, in one word. */
  of: string;
  /** The rows that were listed last, and of which filter. */
  listed: readonly string[];
  listedOf: string | null;
  /** The row where the keys act; one that has left the list stays it until another is chosen, and nothing acts on it. */
  cursor: string | null;
  /** Where it stands, or stood. */
  place: number;
  selection: Selection;
}

/** A list as it is now. */
export interface RowsNow {
  of: string;
  ids: readonly string[];
  /** False while the rows of another filter, or none, stand in its place. */
  isOwn: boolean;
  /** There are rows that were not fetched yet. */
  hasMore: boolean;
}

export const NO_ROWS: TickedRows = { of: '', listed: [], listedOf: null, cursor: null, place: -1, selection: NOTHING };

/**
 * Follows a list that is read anew while somebody works in it: the cursor never jumps to a row that nobody chose, and what has left the list,
 * or stands in that of another filter, is ticked no more.
 * @returns the same object as long as nothing changes
 */
export function followRows(before: TickedRows, now: RowsNow): TickedRows {
  const selection = before.of === now.of ? before.selection : NOTHING;
  if (!now.isOwn) return before.of === now.of ? before : { ...before, of: now.of, selection };
  const isSameList = before.listedOf === now.of;
  const isListed = before.cursor !== null && now.ids.includes(before.cursor);
  // The first row is the cursor's where nothing was chosen yet, and where another filter has not what was.
  const cursor = isListed || (isSameList && before.cursor !== null) ? before.cursor : (now.ids[0] ?? null);
  const found = cursor === null ? -1 : now.ids.indexOf(cursor);
  const left = isSameList ? leftRows(before.listed, now) : [];
  const next: TickedRows = {
    of: now.of,
    listed: sameIds(before.listed, now.ids) ? before.listed : now.ids,
    listedOf: now.of,
    cursor,
    place: found < 0 ? before.place : found,
    selection: without(selection, left),
  };
  return (Object.keys(next) as (keyof TickedRows)[]).every((key) => next[key] === before[key]) ? before : next;
}

/**
 * Where the cursor stands when these were dealt with by the person's own hand: on the row after them, else on the one before; where there is no
 * other, and where it stood on none of them, it stays.
 */
export function cursorAfter(ids: readonly string[], cursor: string | null, taken: readonly string[]): string | null {
  const at = cursor === null || !taken.includes(cursor) ? -1 : ids.indexOf(cursor);
  if (at < 0) return cursor;
  const isOther = (id: string) => !taken.includes(id);
  return ids.slice(at).find(isOther) ?? ids.slice(0, at).findLast(isOther) ?? cursor;
}

/** What was listed and is no more. The last ones of a page may only have been pushed beyond it by others: those have not left. */
function leftRows(before: readonly string[], { ids, hasMore }: RowsNow): string[] {
  const listed = new Set(ids);
  const last = before.findLastIndex((id) => listed.has(id));
  return before.filter((id, at) => !listed.has(id) && (!hasMore || at < last));
}

const sameIds = (a: readonly string[], b: readonly string[]) => a === b || (a.length === b.length && a.every((id, at) => id === b[at]));
