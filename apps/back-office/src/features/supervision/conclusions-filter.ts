import { CONCLUSION_KINDS, type ConclusionKind } from '@onewindow/domain';

/** Which of this month's conclusions the dock shows, kept in the address. */
export interface ConclusionsFilter {
  /** Null for all departments together. */
  departmentId: string | null;
  kind: ConclusionKind | null;
}

const EVERY = 'all';

/** Reads it from the address; null when the dock is not asked for. */
export function readConclusions(params: URLSearchParams): ConclusionsFilter | null {
  const asked = params.get('concluded');
  if (asked === null) return null;
  return { departmentId: params.get('of'), kind: CONCLUSION_KINDS.find((kind) => kind === asked) ?? null };
}

/** Writes it into the address of the list. */
export function writeConclusions(params: URLSearchParams, filter: ConclusionsFilter | null): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete('concluded');
  next.delete('of');
  if (!filter) return next;
  next.set('concluded', filter.kind ?? EVERY);
  if (filter.departmentId) next.set('of', filter.departmentId);
  return next;
}

/** Part of the whole in percent, with one digit, and without one when it is all of it; – for none. */
export function rateWords(rate: number | null): string {
  if (rate === null) return '–';
  return rate === 1 ? '100%' : `${(Math.floor(rate * 1000) / 10).toFixed(1)}%`;
}
