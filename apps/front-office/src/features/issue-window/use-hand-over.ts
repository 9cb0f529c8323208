import type { ProblemError } from '@onewindow/api-client';
import type { ReadyRow } from '@onewindow/contracts';
import { useCallback, useRef, useState } from 'react';
import { api, problemOf } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { toCollectorInput, type CollectorEntry } from './collector.js';

/** What came of one result. */
export interface Outcome {
  caseId: string;
  caseNo: string;
  name: string;
  problem: ProblemError | null;
}

/**
 * Hands over several results: one request and one transaction each, under a key that is kept until the outcome is known, so that a
 * broken line in the middle hands nothing over twice.
 */
export function useHandOver() {
  const keys = useRef(new Map<string, string>());
  const [busy, setBusy] = useState<{ done: number; total: number } | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);

  const handOver = useCallback(async (rows: readonly ReadyRow[], entry: CollectorEntry, signaturePng: string): Promise<Outcome[]> => {
    const collector = toCollectorInput(entry, signaturePng);
    const all: Outcome[] = [];
    setOutcomes([]);
    for (const row of rows) {
      setBusy({ done: all.length, total: rows.length });
      const intention = JSON.stringify([row.caseId, row.version, collector]);
      const idempotencyKey = keys.current.get(intention) ?? crypto.randomUUID();
      keys.current.set(intention, idempotencyKey);
      let problem: ProblemError | null = null;
      try {
        await api.handOver(
          { params: { id: row.caseId }, body: { expectedVersion: row.version, method: 'window', collector } },
          { idempotencyKey },
        );
      } catch (error) {
        problem = problemOf(error);
      }
      if (!problem?.outcomeUnknown) keys.current.delete(intention);
      all.push({ caseId: row.caseId, caseNo: row.caseNo, name: row.result.name, problem });
    }
    setBusy(null);
    // Failures first: they are what has to be acted on.
    setOutcomes(all.toSorted((a, b) => Number(a.problem === null) - Number(b.problem === null)));
    for (const key of ['ready', 'pickups', 'case', 'cases']) void queryClient.invalidateQueries({ queryKey: [key] });
    return all;
  }, []);

  const clear = useCallback(() => setOutcomes([]), []);
  return { handOver, busy, outcomes, clear };
}
