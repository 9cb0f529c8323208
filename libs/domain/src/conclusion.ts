import type { IsoDate } from './dates.js';

/** How a decision stands to its promise: 即办, 提前, 按时, 超期. Every decided case is exactly one of them (R10.4). */
export const CONCLUSION_KINDS = ['instant', 'early', 'onTime', 'late'] as const;
export type ConclusionKind = (typeof CONCLUSION_KINDS)[number];

/** Chinese, for boards and filters. */
export const CONCLUSION_LABELS = { instant: '即办', early: '提前', onTime: '按时', late: '超期' } as const satisfies Record<
  ConclusionKind,
  string
>;

export interface Conclusion {
  decidedOn: IsoDate;
  /** The last day promised; null for a case that was decided on the spot. */
  promisedDue: IsoDate | null;
  /** The last day of the law, which is the promise where nothing else was promised. */
  statutoryDue: IsoDate | null;
}

/** R10.4: which of the four a decided case is: without any limit instant, else before, on or after its last day. */
export function conclusionKind({ decidedOn, promisedDue, statutoryDue }: Conclusion): ConclusionKind {
  const due = promisedDue ?? statutoryDue;
  if (due === null) return 'instant';
  if (decidedOn === due) return 'onTime';
  return decidedOn < due ? 'early' : 'late';
}
