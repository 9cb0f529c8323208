import type { ApplicantInput, CaseDetail } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { useCallback, useState } from 'react';
import {
  checkNumber,
  emptyEntry,
  entryGaps,
  identityTypesFor,
  recogniseNumber,
  toApplicantInput,
  type ApplicantEntry,
} from './applicant-entry.js';
import { recallApplicant } from './present-person.js';
import { useIdentify, type Identified } from './use-identify.js';

/** Masked values are shown, never saved as if they were the thing itself. */
const plain = (text: string | null | undefined): string => (text && !text.includes('*') ? text : '');

function startEntry(detail: CaseDetail, kinds: readonly ApplicantInput['kind'][]): ApplicantEntry {
  const typed = recallApplicant(detail.id);
  const seen = detail.applicant;
  const empty = emptyEntry(typed?.kind ?? seen?.kind ?? kinds[0] ?? 'natural');
  if (typed) {
    return {
      ...empty,
      identityType: typed.identityType,
      identityNumber: typed.identityNumber,
      overrideReason: typed.identityOverrideReason ?? '',
      name: typed.name,
      phone: typed.phone ?? '',
      address: typed.address ?? '',
      legalName: typed.legalRepresentative?.name ?? '',
      legalIdentity: typed.legalRepresentative?.identityNumber ?? '',
    };
  }
  if (!seen) return empty;
  return {
    ...empty,
    identityType: seen.identityType,
    name: plain(seen.name),
    address: plain(seen.address),
    legalName: plain(seen.legalRepresentative?.name),
  };
}

/** What a look-up adds to the entry: only what is still empty. */
function withFound(entry: ApplicantEntry, found: Identified | null): ApplicantEntry {
  const known = found?.applicant;
  if (!known) return entry;
  return {
    ...entry,
    name: entry.name || plain(known.name),
    address: entry.address || plain(known.address),
    legalName: entry.legalName || plain(known.legalRepresentative?.name),
  };
}

/** The applicant as it is typed or scanned: live checks, look-up by number, and what still lacks. */
export function useApplicantEntry(
  detail: CaseDetail,
  kinds: readonly ApplicantInput['kind'][],
  onComplete: (input: ApplicantInput) => void,
) {
  const today = shanghaiDateOf(new Date());
  const [entry, setEntry] = useState(() => startEntry(detail, kinds));
  const lookUp = useIdentify(detail.id);
  const { identify, asked } = lookUp;

  const take = useCallback(
    (next: ApplicantEntry) => {
      setEntry(next);
      if (entryGaps(next, today).length === 0) onComplete(toApplicantInput(next, today));
    },
    [onComplete, today],
  );

  /** Any change; a number that has become whole is looked up at once. */
  const change = useCallback(
    (patch: Partial<ApplicantEntry>) => {
      const next = { ...entry, ...patch };
      take(next);
      const number = next.identityNumber.replace(/\s/g, '').toUpperCase();
      const isCounted = next.identityType === 'idCard' || next.identityType === 'creditCode';
      if (!isCounted || number === asked || checkNumber(next.identityType, number, today).state !== 'ok') return;
      void identify(next.identityType, number).then((found) =>
        setEntry((now) => {
          const filled = withFound(now, found);
          if (filled !== now && entryGaps(filled, today).length === 0) queueMicrotask(() => onComplete(toApplicantInput(filled, today)));
          return filled;
        }),
      );
    },
    [asked, entry, identify, onComplete, take, today],
  );

  const setKind = useCallback((kind: ApplicantInput['kind']) => change({ ...emptyEntry(kind), phone: entry.phone }), [change, entry.phone]);

  /** A scanned number: goes to its field from anywhere. False when it is none, or not of a kind that this item takes. */
  const scan = useCallback(
    (text: string): boolean => {
      const read = recogniseNumber(text, today);
      const kind = read && kinds.find((k) => identityTypesFor(k).includes(read.type));
      if (!read || !kind) return false;
      change({ ...(kind === entry.kind ? {} : emptyEntry(kind)), kind, identityType: read.type, identityNumber: read.number });
      return true;
    },
    [change, entry.kind, kinds, today],
  );

  return {
    entry,
    change,
    setKind,
    scan,
    gaps: entryGaps(entry, today),
    check: checkNumber(entry.identityType, entry.identityNumber, today),
    lookUp,
    today,
  };
}
