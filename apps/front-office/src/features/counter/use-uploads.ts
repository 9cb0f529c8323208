import { type ProblemError, problemOf } from '@onewindow/api-client';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { type CaseDetail, ONE_REQUEST_BYTES } from '@onewindow/contracts';
import { formatCaseNo } from '@onewindow/ui';
import { api, apiOver } from '../../app/api.js';
import { onReturn } from '../../app/connection.js';
import { tellFailedUpload } from '../../app/failed-uploads.js';
import { isAway } from '../../app/kept.js';
import { fetchWithProgress } from '../../app/xhr-fetch.js';
import type { CaseWriter } from './case-writer.js';
import { sendInParts } from './send-in-parts.js';
import { nextTry } from './upload-again.js';
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
  | { key: string; uploadId: string | null }
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
function transfer(
  caseId: string,
  { key, beginKey, uploadId, code, file }: Upload,
  writer: Pick<CaseWriter, 'perform'>,
  change: (change: Change) => void,
) {
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

/**
 * Files that are sent to the materials of one case, one after the other, each with its progress and a retry under its own key. One that fails after
 * the case was left is told above whatever screen is open then.
 */
export function useUploads(
  { id: caseId, caseNo, title }: Pick<CaseDetail, 'id' | 'caseNo' | 'title'>,
  writer: Pick<CaseWriter, 'perform'> | null,
  onArrived: (code: string, fileId: string) => void,
) {
  const [uploads, change] = useReducer(reduce, []);
  const latest = useRef({ onArrived, caseName: '' });
  useEffect(() => {
    latest.current = { onArrived, caseName: caseNo === null ? title : formatCaseNo(caseNo) };
  });
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  const send = useCallback(
    async (one: Upload) => {
      const { key, code, file } = one;
      if (!writer) return;
      try {
        const answer = await transfer(caseId, one, writer, change);
        putMaterial(caseId, answer.material, answer.version);
        change({ remove: key });
        latest.current.onArrived(code, answer.file.id);
        void refreshCase(caseId);
      } catch (error) {
        const problem = problemOf(error);
        change({ key, problem });
        const { message: reason, outcomeUnknown } = problem;
        const { caseName } = latest.current;
        if (isLeft.current) tellFailedUpload({ key, caseId, caseName, fileName: file.name, reason, outcomeUnknown });
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
      const next = nextTry(one);
      change({ key: one.key, uploadId: next.uploadId });
      change({ key: one.key, problem: null });
      void send(next);
    },
    [send],
  );

  useEffect(() => {
    const broken = uploads.filter((u) => u.problem !== null && isAway(u.problem));
    if (broken.length === 0) return;
    const again = () => broken.forEach(retry);
    // Another program covered the browser, such as that of the document camera: what stood still meanwhile goes on.
    const onSeen = () => {
      if (document.visibilityState === 'visible') again();
    };
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', onSeen);
    const stop = onReturn(again);
    return () => {
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', onSeen);
      stop();
    };
  }, [uploads, retry]);

  const drop = useCallback((key: string) => change({ remove: key }), []);
  return { uploads, upload, retry, drop };
}
