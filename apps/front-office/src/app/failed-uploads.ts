import { useSyncExternalStore } from 'react';

/** A file that did not arrive after its case had been left. */
export interface FailedUpload {
  key: string;
  caseId: string;
  /** The case's number, or its title while it has none. */
  caseName: string;
  fileName: string;
  reason: string;
  /** The answer was lost: it may have arrived all the same. */
  outcomeUnknown: boolean;
}

let failed: readonly FailedUpload[] = [];
const listeners = new Set<() => void>();

function become(next: readonly FailedUpload[]): void {
  failed = next;
  for (const listener of listeners) listener();
}

/** Nobody looks at its paper any more: it is told above whatever screen is open. */
export const tellFailedUpload = (one: FailedUpload): void => become([...failed, one]);
export const putAwayUpload = (key: string): void => become(failed.filter((one) => one.key !== key));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useFailedUploads = (): readonly FailedUpload[] => useSyncExternalStore(subscribe, () => failed);
