import { problemOf } from '@onewindow/api-client';
import type { CaseDetail, CaseMaterial, ReusableMaterial } from '@onewindow/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../app/api.js';
import { reusableQuery } from './materials.queries.js';
import { reuseAllPlan } from './reuse-words.js';

/** The one way out for all writing to a case, each with the version before it. */
export interface Writer {
  perform<T extends { version: number }>(send: (version: number) => Promise<T>): Promise<T>;
}

/** What the clerk assures with a reuse (R7). */
export interface Assurance {
  originalSeen?: true;
  committed?: true;
}

export interface ReuseInput {
  detail: Pick<CaseDetail, 'id' | 'materials' | 'applicant'>;
  writer: Writer;
  editable: boolean;
  /** The server's answer: the materials that changed, and the version. */
  onAnswer: (materials: readonly CaseMaterial[], version: number) => void;
}

/** 可复用材料 of the present applicant, and using them. */
export function useReuse({ detail, writer, editable, onAnswer }: ReuseInput) {
  const { id, materials, applicant } = detail;
  const codes = materials.map((m) => m.code).join(',');
  const query = useQuery({ ...reusableQuery(id, applicant?.id ?? '', codes), enabled: editable && applicant !== null });
  const offers = useMemo(() => query.data?.items ?? [], [query.data]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** The offer whose assurance is asked for. */
  const [asking, setAsking] = useState<{ offerId: string; code: string } | null>(null);
  /** Which licence stands for which material, as used in this sitting. */
  const [usedBy, setUsedBy] = useState<Readonly<Record<string, string>>>({});

  const send = useCallback(
    async (act: () => Promise<{ materials: CaseMaterial[]; version: number }>): Promise<boolean> => {
      setBusy(true);
      setProblem(null);
      try {
        const answer = await writer.perform(act);
        onAnswer(answer.materials, answer.version);
        setAsking(null);
        return true;
      } catch (error) {
        setProblem(problemOf(error).message);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [onAnswer, writer],
  );

  const reuse = useCallback(
    async (uses: readonly { code: string; offer: ReusableMaterial; assurance?: Assurance }[]) => {
      const done = await send(() =>
        api.reuseMaterials({
          params: { id },
          body: { uses: uses.map(({ code, offer, assurance }) => ({ code, source: offer.source, entryId: offer.id, ...assurance })) },
        }),
      );
      if (done) setUsedBy((all) => ({ ...all, ...Object.fromEntries(uses.map(({ code, offer }) => [code, offer.id])) }));
      return done;
    },
    [id, send],
  );

  /** A and B at once; C and D ask for their assurance first. */
  const use = useCallback(
    (code: string, offer: ReusableMaterial) => {
      if (offer.rule === 'checkOriginal' || offer.rule === 'underCommitment') setAsking({ offerId: offer.id, code });
      else void reuse([{ code, offer }]);
    },
    [reuse],
  );

  const plan = useMemo(() => (editable ? reuseAllPlan(offers, materials) : []), [editable, offers, materials]);
  const useAll = useCallback(() => {
    if (plan.length > 0) void reuse(plan);
  }, [plan, reuse]);

  const undo = useCallback((code: string) => void send(() => api.undoReuse({ params: { id, code } })), [id, send]);
  const date = useCallback(
    (code: string, issuedOn: string) => void send(() => api.dateMaterial({ params: { id, code }, body: { issuedOn } })),
    [id, send],
  );

  return {
    ...{ offers, busy, asking, usedBy, problem, plan, use, useAll, undo, date },
    isLoading: query.isLoading,
    failed: query.error ? problemOf(query.error).message : null,
    assure: (code: string, offer: ReusableMaterial, assurance: Assurance) => void reuse([{ code, offer, assurance }]),
    stopAsking: () => setAsking(null),
    retry: () => void query.refetch(),
  };
}

export type Reuse = ReturnType<typeof useReuse>;
