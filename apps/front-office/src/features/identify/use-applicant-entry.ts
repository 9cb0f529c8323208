import type { ApplicantInput, CaseDetail } from '@onewindow/contracts';
import { readScan, shanghaiDateOf } from '@onewindow/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  bareNumber,
  checkNumber,
  emptyEntry,
  entryGaps,
  identityTypesFor,
  toApplicantInput,
  type ApplicantEntry,
} from './applicant-entry.js';
import type { CardRead } from './card-reader.js';
import { keepHalfTyped, recallApplicant, recallHalfTyped } from './present-person.js';
import { useIdentify, type Identified, type PaperOf } from './use-identify.js';

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

/** What a look-up adds to the entry: only what is still empty. What was entered here last goes before what the register says. */
function withFound(entry: ApplicantEntry, found: Identified | null): ApplicantEntry {
  if (!found) return entry;
  const { applicant, registry, licences } = found;
  const onLicence = licences.find(({ holder }) => holder === 'applicant')?.holderName;
  return {
    ...entry,
    name: entry.name || plain(applicant?.name) || plain(registry?.name) || plain(onLicence),
    address: entry.address || plain(applicant?.address) || plain(registry?.address),
    legalName: entry.legalName || plain(applicant?.legalRepresentative?.name) || plain(registry?.representative?.name),
  };
}

/** What a look-up had added goes with its number; what was typed otherwise stays. */
function withoutFound(entry: ApplicantEntry, found: Identified | null): ApplicantEntry {
  if (!found) return entry;
  const filled = withFound(emptyEntry(entry.kind), found);
  const kept = (field: 'name' | 'address' | 'legalName') => (entry[field] === filled[field] ? '' : entry[field]);
  return { ...entry, name: kept('name'), address: kept('address'), legalName: kept('legalName') };
}

const isSamePaper = (a: PaperOf, b: PaperOf): boolean =>
  a.identityType === b.identityType && bareNumber(a.identityNumber) === bareNumber(b.identityNumber);

/** The applicant as it is typed or scanned: live checks, look-up by number, and what still lacks. */
export function useApplicantEntry(
  detail: CaseDetail,
  kinds: readonly ApplicantInput['kind'][],
  onComplete: (input: ApplicantInput) => void,
) {
  const today = shanghaiDateOf(new Date());
  const [half] = useState(() => recallHalfTyped(detail.id, 'applicant'));
  const [entry, setEntry] = useState(() => half ?? startEntry(detail, kinds));
  const [touched, setTouched] = useState(half !== null);
  const lookUp = useIdentify(detail.id, entry);
  const { identify, foundOf, isAsked } = lookUp;

  const take = useCallback(
    (next: ApplicantEntry) => {
      setEntry(next);
      setTouched(true);
      if (entryGaps(next, today).length === 0) {
        onComplete(toApplicantInput(next, today, Boolean(foundOf(next)?.registry)));
      }
    },
    [foundOf, onComplete, today],
  );

  /** Any change; a number that has become whole is looked up at once. */
  const change = useCallback(
    (patch: Partial<ApplicantEntry>) => {
      const isOther = !isSamePaper(entry, { ...entry, ...patch });
      const next = { ...(isOther ? withoutFound(entry, foundOf(entry)) : entry), ...patch };
      take(next);
      const isCounted = next.identityType === 'idCard' || next.identityType === 'creditCode';
      const { state } = checkNumber(next.identityType, bareNumber(next.identityNumber), today);
      // R8.2: a company whose code fails its check may be known all the same.
      if (!isCounted || (!isOther && isAsked(next)) || (state !== 'ok' && state !== 'warn')) return;
      void identify(next).then((found) =>
        setEntry((now) => {
          // What is known of one number never fills the form of another.
          if (!isSamePaper(now, next)) return now;
          const filled = withFound(now, found);
          if (filled !== now && entryGaps(filled, today).length === 0) {
            queueMicrotask(() => onComplete(toApplicantInput(filled, today, Boolean(found?.registry))));
          }
          return filled;
        }),
      );
    },
    [entry, foundOf, identify, isAsked, onComplete, take, today],
  );

  const setKind = useCallback((kind: ApplicantInput['kind']) => change({ ...emptyEntry(kind), phone: entry.phone }), [change, entry.phone]);

  /** A scanned number: goes to its field from anywhere, also when it fails, with what is wrong. False when this item does not take its kind. */
  const scan = useCallback(
    (text: string, card: CardRead | null = null): boolean => {
      const read = readScan(text, today);
      if (read.kind !== 'identityNumber' && read.kind !== 'creditCode') return false;
      const identityType = read.kind === 'identityNumber' ? 'idCard' : 'creditCode';
      const kind = kinds.find((k) => identityTypesFor(k).includes(identityType));
      if (!kind) return false;
      // Another number is another person: nothing of the one before stays.
      const isSame = bareNumber(entry.identityNumber) === read.number;
      change({
        ...(isSame ? {} : emptyEntry(kind)),
        ...(card?.name ? { name: card.name } : {}),
        ...(card?.address ? { address: card.address } : {}),
        ...{ kind, identityType, identityNumber: read.number },
      });
      return true;
    },
    [change, entry.identityNumber, kinds, today],
  );

  // A number that stood there whole before the reload is looked up as if it had just been typed.
  const afterReload = useRef(half === null ? null : change);
  useEffect(() => {
    afterReload.current?.({});
    afterReload.current = null;
  }, []);

  const gaps = entryGaps(entry, today);
  const isUnsettled = touched && gaps.length > 0;
  const onRecord = recallApplicant(detail.id);
  useEffect(() => keepHalfTyped(detail.id, 'applicant', isUnsettled ? entry : null), [detail.id, entry, isUnsettled]);
  return {
    entry,
    change,
    /** What was typed is not whole: the case still has whom it had before. */
    isUnsettled,
    /** Another number is being typed than the case's applicant has: what is known of the one is not told beside the other. */
    isAnother: touched && entry.identityNumber !== '' && (onRecord === null || !isSamePaper(entry, onRecord)),
    /** Puts away what was typed; the case's applicant stands. */
    reset: () => {
      setEntry(startEntry(detail, kinds));
      setTouched(false);
    },
    setKind,
    scan,
    gaps,
    check: checkNumber(entry.identityType, entry.identityNumber, today),
    lookUp,
    today,
  };
}
