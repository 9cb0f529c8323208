import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { CaseSummary } from '@onewindow/contracts';
import { useCallback, useState } from 'react';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';
import { caseKey } from '../counter/index.js';
import type { Question } from './search-question.js';

/** What a look-up by number found; null while the list shows the filters' result. */
export interface Found {
  by: 'identity' | 'phone';
  words: string;
  rows: readonly CaseSummary[];
  /** There are older ones than these. */
  more: boolean;
}

/** Looks up by case number, identity or phone number. Each look-up is recorded by the server (R11); nothing of it enters the address. */
export function useLookUp(onCase: (id: string) => void) {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState(false);

  const lookUp = useCallback(
    async (question: Question) => {
      setBusy(true);
      setProblem(null);
      try {
        if (question.kind === 'caseNo') {
          const detail = await api.getCaseByNo({ params: { caseNo: question.caseNo } });
          queryClient.setQueryData(caseKey(detail.id), detail);
          onCase(detail.id);
        } else if (question.kind === 'identity' || question.kind === 'phone') {
          const body = question.kind === 'identity' ? { identityNumber: question.number } : { phone: question.number };
          const { items, more } = await api.findCasesByPerson({ body });
          setFound({ by: question.kind, words: question.kind === 'identity' ? '这个证件号的办件' : '这个手机号的办件', rows: items, more });
          if (items[0]) onCase(items[0].id);
        }
      } catch (error) {
        setProblem(problemOf(error));
      } finally {
        setBusy(false);
      }
    },
    [onCase],
  );

  const clear = useCallback(() => {
    setFound(null);
    setProblem(null);
  }, []);
  return { found, problem, busy, lookUp, clear };
}
