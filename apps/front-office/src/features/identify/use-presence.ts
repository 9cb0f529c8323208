import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { CaseDetail } from '@onewindow/contracts';
import { useCallback, useRef, useState } from 'react';
import { api } from '../../app/api.js';

/** Writes to the case in its turn, with the version that the writing before left. */
export interface TurnTaker {
  perform<T extends { version: number }>(send: (version: number) => Promise<T>): Promise<T>;
}

/** The server's code for a card that is nobody's of this case. */
const UNKNOWN = 'case.presence-unknown';

/** 人证核对: says which person of the case a card belongs to, and keeps it with the case. */
export function usePresence(caseId: string, writer: TurnTaker, onDone: (detail: CaseDetail) => void) {
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const busy = useRef(false);

  /** @returns `known` when the card is somebody's of this case, `stranger` when it is not, `failed` otherwise */
  const confirm = useCallback(
    async (identityNumber: string, how: 'card' | 'typed'): Promise<'known' | 'stranger' | 'failed'> => {
      if (busy.current) return 'failed';
      busy.current = true;
      setProblem(null);
      try {
        const idempotencyKey = crypto.randomUUID();
        const body = (expectedVersion: number) => ({ expectedVersion, identityNumber, how });
        onDone(await writer.perform((version) => api.confirmPresence({ params: { id: caseId }, body: body(version) }, { idempotencyKey })));
        return 'known';
      } catch (error) {
        const failed = problemOf(error);
        if (failed.code === UNKNOWN) return 'stranger';
        setProblem(failed);
        return 'failed';
      } finally {
        busy.current = false;
      }
    },
    [caseId, onDone, writer],
  );
  return { confirm, problem };
}
