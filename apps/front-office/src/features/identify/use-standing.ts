import type { ApplicantInput } from '@onewindow/contracts';
import { useSyncExternalStore } from 'react';
import type { Identified } from './use-identify.js';

/** Who was identified before an item was chosen: brought along to the draft that is opened next. In memory alone. */
export interface Standing {
  identityType: ApplicantInput['identityType'];
  identityNumber: string;
  found: Identified;
}

let standing: Standing | null = null;
const listeners = new Set<() => void>();

/** Puts somebody before the counter, or nobody. */
export function setStanding(next: Standing | null): void {
  standing = next;
  for (const listener of listeners) listener();
}

/** Who stands there now, or null. */
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
