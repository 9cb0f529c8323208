import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { queryClient } from '../../app/query-client.js';
import { caseQuery } from '../counter/index.js';
import { recallApplicant } from '../identify/index.js';
import type { CollectorEntry } from './collector.js';
import { readyOfApplicantQuery } from './ready.queries.js';
import type { useIssueWindow } from './use-issue-window.js';

export interface FromCounterInput {
  own: ReturnType<typeof useIssueWindow>;
  /** Somebody else stood there: nothing that was entered for them stays. */
  onReset: () => void;
  onCollector: (patch: Partial<CollectorEntry>) => void;
  onReady: () => void;
}

/**
 * The same sitting goes on: an instant item comes from the counter with its applicant, who need not be typed again.
 * @returns the way back to the counter, or null when the window was opened by itself
 */
export function useFromCounter({ own, onReset, onCollector, onReady }: FromCounterInput): (() => void) | null {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const caseId = params.get('case');
  const latest = useRef({ own, onReset, onCollector, onReady });
  useEffect(() => {
    latest.current = { own, onReset, onCollector, onReady };
  });

  useEffect(() => {
    if (!caseId) return;
    let left = false;
    // Whom the clerk has put at the window meanwhile stays there.
    const isFree = latest.current.own.watch();
    void (async () => {
      const detail = await queryClient.fetchQuery(caseQuery(caseId));
      const applicantId = detail.applicant?.id;
      if (left || !isFree() || !applicantId) return;
      const rows = await queryClient.fetchQuery({ ...readyOfApplicantQuery(applicantId), staleTime: 0 });
      if (left || !isFree()) return;
      const { own: window, onReset: clear, onCollector: fill, onReady: ready } = latest.current;
      // After a reload they stand there already, with what was entered.
      if (window.applicantId === applicantId) return ready();
      clear();
      window.choose(applicantId);
      window.only(caseId, rows);
      const typed = recallApplicant(caseId);
      if (typed?.kind === 'natural') fill({ name: typed.name, identityNumber: typed.identityNumber, carried: true });
      ready();
    })().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [caseId]);

  return caseId ? () => void navigate('/counter') : null;
}
