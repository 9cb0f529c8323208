import { problemOf } from '@onewindow/api-client';
import type { CaseDetail } from '@onewindow/contracts';
import { useCallback, useState } from 'react';
import { api } from '../../app/api.js';
import type { CaseWriter } from './case-writer.js';
import { putMaterial, refreshCase } from './use-counter-case.js';

export type ClerkVerdict = 'qualified' | 'faulty';

/** The clerk's verdicts and removals: shown at once, taken back with the reason when the server refuses. */
export function useMaterials(detail: CaseDetail, writer: CaseWriter) {
  const [problem, setProblem] = useState<{ code: string; words: string } | null>(null);
  const { id, materials } = detail;

  const judge = useCallback(
    async (code: string, verdict: ClerkVerdict, defect?: string) => {
      const before = materials.find((m) => m.code === code);
      if (!before) return;
      setProblem(null);
      putMaterial(id, { ...before, verdict, defect: defect ?? null });
      try {
        const answer = await writer.perform(() =>
          api.judgeMaterial({ params: { id, code }, body: { verdict, ...(defect === undefined ? {} : { defect }) } }),
        );
        putMaterial(id, answer.material, answer.version);
      } catch (error) {
        putMaterial(id, before);
        setProblem({ code, words: problemOf(error).message });
      }
      void refreshCase(id);
    },
    [id, materials, writer],
  );

  const remove = useCallback(
    async (code: string, fileId: string) => {
      setProblem(null);
      try {
        const answer = await writer.perform(() => api.removeMaterialFile({ params: { id, code, fileId } }));
        putMaterial(id, answer.material, answer.version);
      } catch (error) {
        setProblem({ code, words: problemOf(error).message });
      }
      void refreshCase(id);
    },
    [id, writer],
  );

  return { judge, remove, problem };
}
