import { type ProblemError, problemOf } from '@onewindow/api-client';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { ONE_REQUEST_BYTES } from '@onewindow/contracts';
import { api, apiOver } from '../../app/api.js';
import { fetchWithProgress } from '../../app/xhr-fetch.js';
import type { CaseWriter } from './case-writer.js';
import { sendInParts } from './send-in-parts.js';
import { putMaterial, refreshCase } from './use-counter-case.js';

/** One file on its way to a material. */
export interface Upload {
  /** Also its Idempotency-Key: a retry after a broken line adds the file once. */
  key: string;
  code: string;
  file: File;
  /** Of a large file: where it is being put together, once it has begun, and the key under which it begins. */
  uploadId: string | null;
  beginKey: string;
  /** 0 to 1. */
  share: number;
  problem: ProblemError | null;
}

type Change =
  | { add: Upload }
  | { key: string; uploadId: string }
  | { key: string; share: number }
  | { key: string; problem: ProblemError | null }
  | { remove: string };

function reduce(uploads: readonly Upload[], change: Change): readonly Upload[] {
  if ('add' in change) return [...uploads, change.add];
  if ('remove' in change) return uploads.filter((u) => u.key !== change.remove);
  if ('uploadId' in change) return uploads.map((u) => (u.key === change.key ? { ...u, uploadId: change.uploadId } : u));
  if ('share' in change) return uploads.map((u) => (u.key === change.key ? { ...u, share: change.share } : u));
  return uploads.map((u) => (u.key === change.key ? { ...u, problem: change.problem, share: change.problem ? u.share : 0 } : u));
}

/** Small files travel in one request; large ones in parts, so that a broken line goes on where it stopped. */
function transfer(caseId: string, { key, beginKey, uploadId, code, file }: Upload, writer: CaseWriter, change: (change: Change) => void) {
  const onShare = (share: number) => change({ key, share });
  if (file.size > ONE_REQUEST_BYTES) {
    const onBegun = (id: string) => change({ key, uploadId: id });
    // Only the last step writes to the case: the clerk goes on while the parts travel.
    const finishUpload: typeof api.finishUpload = (...call) => writer.perform(() => api.finishUpload(...call));
    return sendInParts({ ...api, finishUpload }, { caseId, code, file, beginKey, finishKey: key, uploadId, onBegun, onShare });
  }
  const transport = apiOver(fetchWithProgress(onShare));
  return writer.perform(() =>
    transport.addMaterialFile({ params: { id: caseId, code }, query: {} }, { idempotencyKey: key, file, fileName: file.name }),
  );
}

/** Files that are sent to the materials of one case, one after the other, each with its progress and a retry under its own key. */
export function useUploads(caseId: string, writer: CaseWriter | null, onArrived: (code: string, fileId: string) => void) {
  const [uploads, change] = useReducer(reduce, []);
  const arrived = useRef(onArrived);
  useEffect(() => {
    arrived.current = onArrived;
  });

  const send = useCallback(
    async (one: Upload) => {
      const { key, code } = one;
      if (!writer) return;
      try {
        const answer = await transfer(caseId, one, writer, change);
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
        const one: Upload = {
          key: crypto.randomUUID(),
          beginKey: crypto.randomUUID(),
          uploadId: null,
          code,
          file,
          share: 0,
          problem: null,
        };
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
