import { type ProblemError, problemOf } from '@onewindow/api-client';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { apiOver } from '../../app/api.js';
import { fetchWithProgress } from '../../app/xhr-fetch.js';
import type { CaseWriter } from './case-writer.js';
import { putMaterial, refreshCase } from './use-counter-case.js';

/** One file on its way to a material. */
export interface Upload {
  /** Also its Idempotency-Key: a retry after a broken line adds the file once. */
  key: string;
  code: string;
  file: File;
  /** 0 to 1. */
  share: number;
  problem: ProblemError | null;
}

type Change = { add: Upload } | { key: string; share: number } | { key: string; problem: ProblemError | null } | { remove: string };

function reduce(uploads: readonly Upload[], change: Change): readonly Upload[] {
  if ('add' in change) return [...uploads, change.add];
  if ('remove' in change) return uploads.filter((u) => u.key !== change.remove);
  if ('share' in change) return uploads.map((u) => (u.key === change.key ? { ...u, share: change.share } : u));
  return uploads.map((u) => (u.key === change.key ? { ...u, problem: change.problem, share: change.problem ? u.share : 0 } : u));
}

/** Files that are sent to the materials of one case, one after the other, each with its progress and a retry under its own key. */
export function useUploads(caseId: string, writer: CaseWriter | null, onArrived: (code: string, fileId: string) => void) {
  const [uploads, change] = useReducer(reduce, []);
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  const send = useCallback(
    async ({ key, code, file }: Upload) => {
      if (!writer) return;
      const transport = apiOver(fetchWithProgress((share) => change({ key, share })));
      try {
        const answer = await writer.perform(() =>
          transport.addMaterialFile({ params: { id: caseId, code }, query: {} }, { idempotencyKey: key, file, fileName: file.name }),
        );
        putMaterial(caseId, answer.material, answer.version);
        change({ remove: key });
        arrived.current(code, answer.file.id);
        void refreshCase(caseId);
      } catch (error) {
        change({ key, problem: problemOf(error) });
      }
    },
    [caseId, writer],
  );

  const upload = useCallback(
    (code: string, files: readonly File[]) => {
      for (const file of files) {
        const one: Upload = { key: crypto.randomUUID(), code, file, share: 0, problem: null };
        change({ add: one });
        void send(one);
      }
    },
    [send],
  );

  const retry = useCallback(
    (one: Upload) => {
      change({ key: one.key, problem: null });
      void send(one);
    },
    [send],
  );

  useEffect(() => {
    const broken = uploads.filter((u) => u.problem?.outcomeUnknown);
    if (broken.length === 0) return;
    const again = () => broken.forEach(retry);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [uploads, retry]);

  const drop = useCallback((key: string) => change({ remove: key }), []);
  return { uploads, upload, retry, drop };
}
