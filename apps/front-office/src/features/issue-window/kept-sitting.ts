import type { ReadyRow } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';
import type { CollectorEntry } from './collector.js';
import type { ToldDelivery } from './delivery.js';

/**
 * Who stands at the issue window and what was entered for them: one piece, so that a reload brings back all of it or nothing. Sealed in this
 * browser, as the numbers in it want, and gone with the session. The signature is none of it: it is given anew.
 */
export interface KeptSitting {
  /** The case that the counter sent along, if any: another one is another sitting. */
  fromCaseId: string | null;
  applicantId: string;
  /** Results of other halls that the search found, which the list of this hall does not know. */
  found: readonly ReadyRow[];
  /** Results that were left out. */
  unchecked: readonly string[];
  entry: CollectorEntry;
  told: ToldDelivery;
}

const NAME = 'sitting:issue-window';

/** Keeps the sitting as it stands; null when the window is free. */
export function keepSitting(sitting: KeptSitting | null): void {
  if (sitting) vault.put(NAME, { ...sitting, entry: { ...sitting.entry, signed: false } } satisfies KeptSitting);
  else vault.remove(NAME);
}

/** The sitting that a reload interrupted, or null. */
export function recallSitting(fromCaseId: string | null): KeptSitting | null {
  const kept = (vault.get(NAME) ?? null) as KeptSitting | null;
  return kept?.fromCaseId === fromCaseId ? kept : null;
}
