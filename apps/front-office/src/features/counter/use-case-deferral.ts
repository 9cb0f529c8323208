import type { CaseDetail, CaseMaterial, ItemDefinition } from '@onewindow/contracts';
import { isBeforeAcceptance } from '@onewindow/domain';
import { useCallback, useMemo } from 'react';
import { useDeferral } from '../deferral/index.js';
import type { CaseWriter } from './case-writer.js';
import { putMaterial, refreshCase } from './use-counter-case.js';

/** 容缺 and 告知承诺 on the desk: sent in the order of the case's other writings; a settled paper gives way to the next. */
export function useCaseDeferral(detail: CaseDetail, definition: ItemDefinition, writer: CaseWriter, onSettled: (code: string) => void) {
  const { id } = detail;
  const desk = useMemo(
    () => ({
      perform: <T extends { version: number }>(run: () => Promise<T>) => writer.perform(run),
      put: (material: CaseMaterial, version?: number) => putMaterial(id, material, version),
      refresh: () => void refreshCase(id),
    }),
    [id, writer],
  );
  const deferral = useDeferral(detail, definition, isBeforeAcceptance(detail.status), desk);
  const { defer, promise } = deferral;
  const onDefer = useCallback(
    (code: string) => {
      defer(code);
      onSettled(code);
    },
    [defer, onSettled],
  );
  const onPromise = useCallback(
    (code: string) => {
      promise(code);
      onSettled(code);
    },
    [promise, onSettled],
  );
  return { deferral, onDefer, onPromise };
}
