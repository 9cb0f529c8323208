import { problemOf } from '@onewindow/api-client';
import type { CaseDetail, CaseMaterial, DeferralView, ItemDefinition } from '@onewindow/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../app/api.js';
import { deferralQuery } from './deferral.queries.js';

/** How the counter shows a material at once, and sends what goes out in its order. */
export interface DeferralDesk {
  perform<T extends { version: number }>(run: () => Promise<T>): Promise<T>;
  put(material: CaseMaterial, version?: number): void;
  refresh(): void;
}

/** 容缺 and 告知承诺 on one case: what is possible, and the two verdicts, shown at once and taken back when the server refuses. */
export interface Deferral {
  view: DeferralView | undefined;
  defer: (code: string, dueOn?: string) => void;
  promise: (code: string) => void;
  problem: { code: string; words: string } | null;
}

export function useDeferral(detail: CaseDetail, definition: ItemDefinition, enabled: boolean, desk: DeferralDesk): Deferral {
  const { data: view } = useQuery({ ...deferralQuery(detail, definition), enabled });
  const [problem, setProblem] = useState<Deferral['problem']>(null);
  const { materials, id } = detail;

  const send = useCallback(
    async (code: string, shown: Partial<CaseMaterial>, run: () => Promise<{ material: CaseMaterial; version: number }>) => {
      const before = materials.find((one) => one.code === code);
      if (!before) return;
      setProblem(null);
      desk.put({ ...before, defect: null, ...shown });
      try {
        const answer = await desk.perform(run);
        desk.put(answer.material, answer.version);
      } catch (error) {
        desk.put(before);
        setProblem({ code, words: problemOf(error).message });
      }
      desk.refresh();
    },
    [desk, materials],
  );
  const defer = useCallback(
    (code: string, dueOn?: string) =>
      void send(code, { verdict: 'deferred', dueOn: dueOn ?? view?.latestOn ?? null }, () =>
        api.deferMaterial({ params: { id, code }, body: dueOn === undefined ? {} : { dueOn } }),
      ),
    [id, send, view?.latestOn],
  );
  const promise = useCallback(
    (code: string) => void send(code, { verdict: 'promised' }, () => api.promiseMaterial({ params: { id, code }, body: {} })),
    [id, send],
  );
  return useMemo(() => ({ view, defer, promise, problem }), [view, defer, promise, problem]);
}
