import { problemOf } from '@onewindow/api-client';
import type { CaseDetail } from '@onewindow/contracts';
import { faultSentence, type MaterialFault } from '@onewindow/domain';
import { forgetValue } from '@onewindow/ui';
import { useCallback, useState } from 'react';
import { api } from '../../app/api.js';
import { aboutFault } from '../../app/written-about.js';
import { faultBody } from '../materials/index.js';
import type { CaseWriter } from './case-writer.js';
import { putMaterial, refreshCase } from './use-counter-case.js';

export type ClerkVerdict = 'qualified' | 'faulty';

/** Why the last thing that was done to a material does not stand. */
export interface MaterialProblem {
  code: string;
  words: string;
  /** A verdict that got no answer: the same one once more, nothing typed again. */
  again?: { verdict: ClerkVerdict; fault?: MaterialFault };
}

/** The clerk's verdicts and removals: shown at once, taken back with the reason when the server refuses. */
export function useMaterials(detail: CaseDetail, writer: CaseWriter) {
  const [problem, setProblem] = useState<MaterialProblem | null>(null);
  const { id, materials } = detail;

  const judge = useCallback(
    async (code: string, verdict: ClerkVerdict, fault?: MaterialFault) => {
      const before = materials.find((m) => m.code === code);
      if (!before) return;
      setProblem(null);
      const told = fault ? faultSentence(fault) : null;
      putMaterial(id, { ...before, verdict, defect: told, faultyPoints: [...(fault?.points ?? [])] });
      try {
        const answer = await writer.perform(() => api.judgeMaterial({ params: { id, code }, body: { verdict, ...faultBody(fault) } }));
        putMaterial(id, answer.material, answer.version);
        forgetValue(aboutFault(id, code));
      } catch (error) {
        putMaterial(id, before);
        const refused = problemOf(error);
        const said = verdict === 'faulty' ? `有误：${told ?? ''}` : '合格';
        setProblem(
          refused.outcomeUnknown
            ? { code, words: `连不上服务器，“${said}”没有记下。`, again: { verdict, ...(fault ? { fault } : {}) } }
            : { code, words: refused.message },
        );
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
