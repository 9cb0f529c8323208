import type { InboxTab } from './desk-filters.js';

/**
 * Where the cursor goes by J (+1) and K (−1): it stops at both ends; nothing chosen yet starts at the first.
 * @param place where the chosen one stood, for when it has left: J goes to the one that moved up, K to the one above
 */
export function moveCursor(ids: readonly string[], current: string | null, step: 1 | -1, place = -1): string | null {
  const found = current === null ? -1 : ids.indexOf(current);
  if (found < 0 && place < 0) return ids[0] ?? null;
  const at = found >= 0 ? found : step === 1 ? place - 1 : place;
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null;
}

/**
 * Which task opens by itself once one is done: the one below it, else the one above; null when it was the last.
 * @param ids the queue as it was before the task left it
 */
export function nextAfter(ids: readonly string[], doneId: string): string | null {
  const at = ids.indexOf(doneId);
  if (at < 0) return ids[0] ?? null;
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/**
 * The task that opens once one is done: of what is in hand the most urgent, elsewhere the one below; null when it was the last.
 * @param ids the queue of the tab, worst first, as it was before the task left it
 */
export function nextToDo(tab: InboxTab, ids: readonly string[], doneId: string): string | null {
  return tab === 'mine' ? (ids.find((id) => id !== doneId) ?? null) : nextAfter(ids, doneId);
}
