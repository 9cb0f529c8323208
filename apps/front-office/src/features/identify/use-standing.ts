import type { ApplicantInput } from '@onewindow/contracts';
import { createTurns, type StillLatest } from '@onewindow/ui';
import { useSyncExternalStore } from 'react';
import type { Identified } from './use-identify.js';

/** Who was identified before an item was chosen: brought along to the draft that is opened next. In memory alone. */
export interface Standing {
  identityType: ApplicantInput['identityType'];
  identityNumber: string;
  found: Identified;
}

let standing: Standing | null = null;
const turns = createTurns();
const listeners = new Set<() => void>();

/** Puts somebody before the counter, or nobody; who was still being looked up no longer comes. */
export function setStanding(next: Standing | null): void {
  turns.begin();
  standing = next;
  for (const listener of listeners) listener();
}

/**
 * Somebody new is being looked up: whoever stood there before has gone.
 * @returns whether nobody else has been put there, or been asked for, since
 */
export function awaitStanding(): StillLatest {
  setStanding(null);
  return turns.watch();
}

/** Who stands there now, or null. */
export const whoStands = (): Standing | null => standing;

/** Who stands there now, or null; follows. */
export function useStanding(): Standing | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => standing,
  );
}

/** The applicant as a draft takes them; null when neither this system nor a register knows a name. */
export function applicantOf(at: Standing | null): ApplicantInput | null {
  if (at === null) return null;
  const { applicant, registry } = at.found;
  const known = applicant ?? registry;
  if (!known) return null;
  const address = applicant?.address ?? registry?.address;
  const legalName = applicant?.legalRepresentative?.name ?? registry?.representative?.name;
  return {
    kind: known.kind,
    name: known.name,
    identityType: at.identityType,
    identityNumber: at.identityNumber,
    ...(address ? { address } : {}),
    ...(known.kind === 'legal' && legalName ? { legalRepresentative: { name: legalName } } : {}),
    ...(registry ? { fromRegistry: true } : {}),
  };
}
