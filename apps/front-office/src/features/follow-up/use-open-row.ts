import { useKeptItem } from '@onewindow/ui';
import { useState } from 'react';
import type { WaitingRow } from './waiting-rows.js';

/** Which row is open beside the list, and what becomes of it when it leaves the list. */
export interface OpenRow {
  row: WaitingRow | null;
  /** It has left the list, and is shown for what is written about it alone. */
  stays: boolean;
  /** What was open has left the list; nothing takes its place unasked. */
  isGone: boolean;
  setWriting: (isWriting: boolean) => void;
  /** The next row down or up; of one that has gone, those that stood next to it. */
  beside: (step: 1 | -1) => WaitingRow | undefined;
}

/**
 * The row a clerk works on is pinned from when it is first shown: a colleague may take it in meanwhile, and the next key must not mean the
 * paper of another citizen.
 * @param rows the same array as long as its rows are the same
 * @param asked the key in the address, if any
 * @param of which rows are wanted, in one word: of others the first opens
 */
export function useOpenRow(rows: readonly WaitingRow[], asked: string | null, isPending: boolean, of = ''): OpenRow {
  const [pinned, setPin] = useState<{ of: string; key: string; at: number } | null>(null);
  const pin = pinned?.of === of ? pinned : null;
  const wanted = asked ?? pin?.key ?? rows[0]?.key ?? null;
  const at = rows.findIndex(({ key }) => key === wanted);
  const listed = rows[at] ?? null;
  if (listed && (pin?.key !== listed.key || pin.at !== at)) setPin({ of, key: listed.key, at });
  const { item, stays, setWriting } = useKeptItem(listed, ({ key }) => listed === null && key === wanted);
  const last = Math.max(0, rows.length - 1);
  const beside = (step: 1 | -1) => {
    // Beneath a row that has gone stands now the one that came after it.
    const from = listed ? at : (pin?.at ?? 0) - (step === 1 ? 1 : 0);
    return rows[Math.max(0, Math.min(last, from + step))];
  };
  return {
    row: item,
    stays,
    isGone: !isPending && item === null && wanted !== null,
    setWriting,
    beside,
  };
}
