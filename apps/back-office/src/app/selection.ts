/** What is ticked in a list, and from where Shift extends. */
export interface Selection {
  ids: ReadonlySet<string>;
  anchor: string | null;
}

export const NOTHING: Selection = { ids: new Set(), anchor: null };

/** X: ticks or unticks one row and makes it the start of a range. */
export function toggleOne(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/**
 * Shift+X: ticks everything from the start of the range to this row, both included.
 * @param order the rows as the list shows them
 */
export function extendTo(selection: Selection, id: string, order: readonly string[]): Selection {
  const to = order.indexOf(id);
  if (to < 0) return selection;
  const from = selection.anchor === null ? to : order.indexOf(selection.anchor);
  if (from < 0) return toggleOne(selection, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor ?? id };
}

/** Ctrl+A: exactly what the filter finds, seen or not. */
export function selectAll(ids: readonly string[]): Selection {
  return { ids: new Set(ids), anchor: ids[0] ?? null };
}

/** Unticks these; the same where none of them is ticked. */
export function without(selection: Selection, left: readonly string[]): Selection {
  if (!left.some((id) => selection.ids.has(id))) return selection;
  return { ids: new Set([...selection.ids].filter((id) => !left.includes(id))), anchor: selection.anchor };
}
