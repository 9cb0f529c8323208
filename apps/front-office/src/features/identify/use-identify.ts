import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { useLatest } from '@onewindow/ui';
import { useCallback, useState } from 'react';
import { api } from '../../app/api.js';
import { bareNumber, type ApplicantEntry } from './applicant-entry.js';
import { recallApplicant } from './present-person.js';

/** What is known of the person or company behind a number. */
export type Identified = ResponseOf<Endpoints['identifyApplicant']>;

/** The paper somebody is known by. */
export type PaperOf = Pick<ApplicantEntry, 'identityType' | 'identityNumber'>;

/** Found in this sitting, by case and number: the number itself is not kept by the server's answers, so it can't be asked again. Never stored. */
const foundByNumber = new Map<string, Identified>();
const keyOf = (caseId: string, { identityType, identityNumber }: PaperOf): string =>
  `${caseId} ${identityType} ${bareNumber(identityNumber)}`;

/** Brings along who was identified before the case was opened: who was remembered as its applicant. */
export function rememberIdentified(caseId: string, found: Identified): void {
  const applicant = recallApplicant(caseId);
  if (applicant) foundByNumber.set(keyOf(caseId, applicant), found);
}

interface Asked {
  /** Which number of which case. */
  key: string;
  problem: ProblemError | null;
  busy: boolean;
}
const NOTHING_ASKED: Asked = { key: '', problem: null, busy: false };

/**
 * Looks an applicant up by number; each look-up is recorded by the server (R10, R11), so it is asked once for a number.
 * @param paper the number that stands there now: what was found is told of this one and of no other
 */
export function useIdentify(caseId: string, paper: PaperOf) {
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const turns = useLatest();

  /** @returns what is known; null when the look-up failed, or another number was asked for meanwhile */
  const identify = useCallback(
    async ({ identityType, identityNumber }: PaperOf): Promise<Identified | null> => {
      const key = keyOf(caseId, { identityType, identityNumber });
      const isLatest = turns.begin();
      const known = foundByNumber.get(key) ?? null;
      setAsked({ key, problem: null, busy: known === null });
      if (known) return known;
      try {
        const found = await api.identifyApplicant({ body: { identityType, identityNumber: bareNumber(identityNumber) } });
        foundByNumber.set(key, found);
        if (!isLatest()) return null;
        setAsked({ key, problem: null, busy: false });
        return found;
      } catch (error) {
        if (isLatest()) setAsked({ key, problem: problemOf(error), busy: false });
        return null;
      }
    },
    [caseId, turns],
  );

  const foundOf = useCallback((of: PaperOf): Identified | null => foundByNumber.get(keyOf(caseId, of)) ?? null, [caseId]);
  /** Has this very number been asked for, and not in vain? */
  const isAsked = useCallback((of: PaperOf) => asked.key === keyOf(caseId, of) && asked.problem === null, [asked, caseId]);
  const isOfPaper = asked.key === keyOf(caseId, paper);
  return {
    found: foundOf(paper),
    problem: isOfPaper ? asked.problem : null,
    busy: isOfPaper && asked.busy,
    identify,
    foundOf,
    isAsked,
  };
}
