import { type ProblemError, problemOf } from '@onewindow/api-client';
import type { CaseDetail, CaseMaterial } from '@onewindow/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { vault } from '@onewindow/ui';
import { api, currentSession } from '../../app/api.js';
import { OPEN_DRAFT, shelfOf, UNSENT } from '../../app/kept.js';
import { onReturn } from '../../app/connection.js';
import { queryClient } from '../../app/query-client.js';
import { useSession } from '../session/index.js';
import { CaseWriter, type LeftBehind, type WriterSnapshot } from './case-writer.js';
import { caseKey, caseQuery } from './counter.queries.js';
import { useDraftLock } from './use-draft-lock.js';

const NOTHING: WriterSnapshot = { state: 'saved', edits: {}, problem: null };
const subscribeNothing = () => () => undefined;
const nothing = () => NOTHING;

const leftName = (id: string): string => `${UNSENT}${id}`;

/** The writer of a case, going on with what a reload or a crash left behind. @param isOurs false while another tab writes it */
function createWriter(id: string, detail: CaseDetail, isOurs: boolean): CaseWriter {
  const left = isOurs ? ((vault.get(leftName(id)) ?? null) as LeftBehind | null) : null;
  const writer = new CaseWriter(
    detail,
    {
      save: (edits, expectedVersion, idempotencyKey) =>
        api.saveDraft({ params: { id }, body: { expectedVersion, ...edits } }, { idempotencyKey }),
      onSaved: (detail) => putCase(detail),
      problemOf,
      newKey: () => crypto.randomUUID(),
      setTimer: (run, ms) => window.setTimeout(run, ms),
      clearTimer: (timer) => window.clearTimeout(timer),
      keep: (left) => (left ? vault.put(leftName(id), left) : vault.remove(leftName(id))),
    },
    left,
  );
  if (!isOurs) writer.lookOn();
  return writer;
}

/** Puts what a command answered into the cache, unless something newer is there. */
export function putCase(detail: CaseDetail): void {
  queryClient.setQueryData<CaseDetail>(caseKey(detail.id), (known) => (known && known.version > detail.version ? known : detail));
}

/** Puts one material of a case into the cache, as the clerk's verdict shows at once. */
export function putMaterial(caseId: string, material: CaseMaterial, version?: number): void {
  queryClient.setQueryData<CaseDetail>(
    caseKey(caseId),
    (known) =>
      known && {
        ...known,
        version: Math.max(known.version, version ?? 0),
        materials: known.materials.map((m) => (m.code === material.code ? material : m)),
      },
  );
}

/** Puts what a command answered about several materials into the cache, and reads what follows from them. */
export function putMaterials(caseId: string, materials: readonly CaseMaterial[], version: number): void {
  for (const material of materials) putMaterial(caseId, material, version);
  void refreshCase(caseId);
}

/** Reads a case anew: the list of what is missing and the possible actions follow every writing. */
export const refreshCase = (id: string) => queryClient.invalidateQueries({ queryKey: caseKey(id) });

/**
 * One case on the counter: what the server knows, what is typed and not yet there, and the one writer for all that goes out.
 * What is unsaved leaves with the page: a reload or another tab loses nothing.
 */
export function useCounterCase(id: string) {
  const query = useQuery(caseQuery(id));
  const detail = query.data ?? null;
  const held = useRef<CaseWriter | null>(null);
  const { hold, takeOver } = useDraftLock(id, {
    // Another tab had it: what it left on this machine counts.
    onGained: async () => {
      await vault.reread(leftName(id));
      if (held.current) await refreshCase(id);
    },
    // What is unsent goes out first; what cannot go out is kept, and the next writer finds it.
    onAsked: async () => {
      await held.current?.flush().catch(() => undefined);
      await vault.settled();
      held.current?.lookOn();
    },
    onLost: () => held.current?.lookOn(),
  });
  const isOurs = hold === 'held';
  const [writer, setWriter] = useState<{ id: string; isOurs: boolean; writer: CaseWriter } | null>(null);
  const own = writer?.id === id && writer.isOurs === isOurs ? writer.writer : null;
  if (detail && !own && hold !== 'asking') setWriter({ id, isOurs, writer: createWriter(id, detail, isOurs) });
  const unsent = useSyncExternalStore(own?.subscribe ?? subscribeNothing, own?.snapshot ?? nothing);

  useEffect(() => {
    if (own && detail) own.heard(detail);
  }, [own, detail]);

  useEffect(() => {
    if (!own) return;
    held.current = own;
    const writer = currentSession()?.staff.id;
    const leave = () => {
      if (document.visibilityState === 'hidden' && own.isDirty) void own.flush().catch(() => undefined);
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (own.snapshot().state === 'offline' && !vault.isLasting) event.preventDefault();
    };
    const retry = () => own.retry();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', retry);
    const stop = onReturn(retry);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', retry);
      stop();
      // Not under the name of somebody who signed in from another tab; it waits in the vault for who wrote it.
      if (currentSession()?.staff.id === writer) void own.flush().catch(() => undefined);
      own.close();
    };
  }, [own]);

  // A draft is on the desk: the next item that is opened is another intention than the one before a reload.
  const isThere = detail !== null;
  useEffect(() => {
    if (isThere) void shelfOf(OPEN_DRAFT).keep(null);
  }, [isThere]);

  // What was held up by the end of a session goes out with the next one.
  const { csrfToken } = useSession();
  useEffect(() => own?.retry(), [own, csrfToken]);

  // Who was first is only known when the newest version is here: then both can be compared.
  const isConflict = unsent.state === 'conflict';
  useEffect(() => {
    if (isConflict) void refreshCase(id);
  }, [id, isConflict]);
  const compared = isConflict && own && detail && own.isNews(detail) ? own.compare(detail) : null;

  /** After a conflict: lays the own changes over the version that was compared, field by field; without choices they are dropped. */
  const resolve = useCallback(
    async (mine: ReadonlySet<string> | null) => {
      const known = queryClient.getQueryData<CaseDetail>(caseKey(id));
      const isCompared = known !== undefined && own?.isNews(known) === true;
      const fresh = isCompared ? known : await queryClient.fetchQuery({ ...caseQuery(id), staleTime: 0 });
      if (mine === null) own?.drop(fresh);
      // What nobody has been shown yet is shown first.
      else if (isCompared || own?.compare(fresh).clashes.length === 0) own?.merge(fresh, mine);
    },
    [id, own],
  );

  const problem = (query.error ? problemOf(query.error) : null) as ProblemError | null;
  return { detail, writer: own, unsent, problem, reload: query.refetch, compared, resolve, isElsewhere: hold === 'elsewhere', takeOver };
}
