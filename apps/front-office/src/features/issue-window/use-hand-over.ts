import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { ReadyRow } from '@onewindow/contracts';
import { useCallback, useState } from 'react';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { toCollectorInput, type CollectorEntry } from './collector.js';
import { type DeliveryEntry, placeOf, toDeliveryInput } from './delivery.js';
import { HandOverSender } from './hand-over-sender.js';

/** What came of one result. */
export interface Outcome {
  caseId: string;
  caseNo: string;
  name: string;
  /** R6.2: where it went; null when it was taken at the window. */
  place: string | null;
  problem: ProblemError | null;
}

const newSender = () =>
  new HandOverSender({
    send: async ({ caseId, idempotencyKey, expectedVersion, way }) => {
      await api.handOver({ params: { id: caseId }, body: { expectedVersion, ...way } }, { idempotencyKey });
    },
    problemOf,
    newKey: () => crypto.randomUUID(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });

/** Hands over several results: one request and one transaction each, and what came of each. */
export function useHandOver() {
  const [sender] = useState(newSender);
  const [busy, setBusy] = useState<{ done: number; total: number } | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);

  const handOver = useCallback(
    async (rows: readonly ReadyRow[], entry: CollectorEntry, delivery: DeliveryEntry, signaturePng: string): Promise<Outcome[]> => {
      const collector = toCollectorInput(entry, signaturePng);
      const way = { method: delivery.method, collector, delivery: toDeliveryInput(delivery) };
      const all: Outcome[] = [];
      setOutcomes([]);
      for (const row of rows) {
        setBusy({ done: all.length, total: rows.length });
        const problem = await sender.handOver(row, way);
        all.push({ caseId: row.caseId, caseNo: row.caseNo, name: row.result.name, place: placeOf(delivery), problem });
      }
      setBusy(null);
      // Failures first: they are what has to be acted on.
      setOutcomes(all.toSorted((a, b) => Number(a.problem === null) - Number(b.problem === null)));
      for (const key of ['ready', 'pickups', 'case', 'cases']) void queryClient.invalidateQueries({ queryKey: [key] });
      return all;
    },
    [sender],
  );

  const clear = useCallback(() => setOutcomes([]), []);
  return { handOver, busy, outcomes, clear };
}
