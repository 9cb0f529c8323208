import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { CaseSummary } from '@onewindow/contracts';
import { useLatest } from '@onewindow/ui';
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
  const turns = useLatest();

  const lookUp = useCallback(
    async (question: Question) => {
      const isLatest = turns.begin();
      setBusy(true);
      setProblem(null);
      try {
        if (question.kind === 'caseNo') {
          const detail = await api.getCaseByNo({ params: { caseNo: question.caseNo } });
          queryClient.setQueryData(caseKey(detail.id), detail);
          if (!isLatest()) return;
          onCase(detail.id);
        } else if (question.kind === 'identity' || question.kind === 'phone') {
          const body = question.kind === 'identity' ? { identityNumber: question.number } : { phone: question.number };
          const { items, more } = await api.findCasesByPerson({ body });
          if (!isLatest()) return;
          setFound({ by: question.kind, words: question.kind === 'identity' ? '这个证件号的办件' : '这个手机号的办件', rows: items, more });
          if (items[0]) onCase(items[0].id);
        }
      } catch (error) {
        if (isLatest()) setProblem(problemOf(error));
      } finally {
        if (isLatest()) setBusy(false);
      }
    },
    [onCase, turns],
  );

  /** The clerk goes on by hand: an answer on its way leads them nowhere else. */
  const drop = useCallback(() => {
    turns.begin();
    setBusy(false);
  }, [turns]);
  const clear = useCallback(() => {
    drop();
    setFound(null);
    setProblem(null);
  }, [drop]);
  return { found, problem, busy, lookUp, drop, clear };
}
