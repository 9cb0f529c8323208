import type { ItemSummary } from '@onewindow/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { itemSearchQuery } from './counter.queries.js';

export type OpenItem = ItemSummary & { versionId: string };

/** Can a case be received for it now? */
export const canOpen = (item: ItemSummary | null): item is OpenItem => item !== null && item.open && item.versionId !== null;

/** Why an item can't be received for. */
export const closedWords = ({ name, closedReason }: ItemSummary): string => `${name}还不能收件：${closedReason ?? '没有已发布的版本'}`;

/** The search of items: what was typed, what was found, and which one is under the cursor; a new search begins at the first. */
export function useItemSearch() {
  const [q, setQ] = useState('');
  const [wanted, setAt] = useState(0);
  const found = useQuery(itemSearchQuery(q.trim()));
  const items = found.data?.items ?? [];
  const at = items.length === 0 ? -1 : Math.min(wanted, items.length - 1);
  const search = (next: string) => {
    setQ(next);
    setAt(0);
  };
  return {
    q,
    found,
    item: items[at] ?? null,
    field: { q, onQ: search, items, isPending: found.isPending, failed: found.isError, at, onAt: setAt },
  };
}
