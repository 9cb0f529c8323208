import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { useCallback, useState } from 'react';
import { api } from '../../app/api.js';
import type { IdentityType } from './applicant-entry.js';

/** What is known of the person or company behind a number. */
export type Identified = ResponseOf<Endpoints['identifyApplicant']>;

/** Found in this sitting, by case: the number itself is not kept by the server's answers, so it can't be asked again. Never stored. */
const foundByCase = new Map<string, Identified>();

/** Brings along who was identified before the case was opened. */
export function rememberIdentified(caseId: string, found: Identified): void {
  foundByCase.set(caseId, found);
}

/** Looks an applicant up by number; each look-up is recorded by the server (R10, R11), so it is asked once for a number. */
export function useIdentify(caseId: string) {
  const [state, setState] = useState<{ asked: string; found: Identified | null; problem: ProblemError | null; busy: boolean }>(() => ({
    asked: '',
    found: foundByCase.get(caseId) ?? null,
    problem: null,
    busy: false,
  }));

  const identify = useCallback(
    async (identityType: IdentityType, identityNumber: string): Promise<Identified | null> => {
      setState((s) => ({ ...s, asked: identityNumber, problem: null, busy: true }));
      try {
        const found = await api.identifyApplicant({ body: { identityType, identityNumber } });
        foundByCase.set(caseId, found);
        setState({ asked: identityNumber, found, problem: null, busy: false });
        return found;
      } catch (error) {
        setState({ asked: '', found: null, problem: problemOf(error), busy: false });
        return null;
      }
    },
    [caseId],
  );

  return { ...state, identify };
}
