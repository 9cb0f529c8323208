import type { AwaitedCorrection, ClockView, DeferredWaiting, FollowUp } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';

/** One line of 跟进: a case that waits for its supplement, a deferred material that is still promised, or what a reviewer asked for (R3.3). */
export type WaitingRow =
  | { readonly key: string; readonly kind: 'supplement'; readonly by: IsoDate; readonly supplement: FollowUp }
  | { readonly key: string; readonly kind: 'deferred'; readonly by: IsoDate; readonly deferred: DeferredWaiting }
  | { readonly key: string; readonly kind: 'correction'; readonly by: IsoDate; readonly correction: AwaitedCorrection };

export interface LoadedPart<T> {
  readonly items: readonly T[];
  /** More lies on the server, of this day or later. */
  readonly hasMore: boolean;
}

const NO_CORRECTIONS: LoadedPart<AwaitedCorrection> = { items: [], hasMore: false };

/**
 * The lists as one, by day. Each is loaded page by page in the order of its days, so what lies beyond the last loaded day of the shorter
 * one is held back until it is known what comes between.
 */
export function waitingRows(
  supplements: LoadedPart<FollowUp>,
  deferred: LoadedPart<DeferredWaiting>,
  corrections: LoadedPart<AwaitedCorrection> = NO_CORRECTIONS,
): WaitingRow[] {
  const rows: WaitingRow[] = [
    ...supplements.items.map((one): WaitingRow => ({ key: `s-${one.caseId}`, kind: 'supplement', by: one.by, supplement: one })),
    ...deferred.items.map((one): WaitingRow => ({ key: `d-${one.caseId}-${one.code}`, kind: 'deferred', by: one.dueOn, deferred: one })),
    ...corrections.items.map((one): WaitingRow => ({ key: `c-${one.id}`, kind: 'correction', by: one.dueOn, correction: one })),
  ];
  const horizons = [
    ...(supplements.hasMore ? [supplements.items.at(-1)?.by ?? ''] : []),
    ...(deferred.hasMore ? [deferred.items.at(-1)?.dueOn ?? ''] : []),
    ...(corrections.hasMore ? [corrections.items.at(-1)?.dueOn ?? ''] : []),
  ];
  return rows
    .filter(({ by }) => horizons.every((horizon) => by <= horizon))
    .sort((a, b) => (a.by === b.by ? a.key.localeCompare(b.key) : a.by < b.by ? -1 : 1));
}

export interface DayGroup {
  readonly day: IsoDate;
  readonly rows: readonly WaitingRow[];
}

/** The rows under their days, in order. */
export function byDay(rows: readonly WaitingRow[]): DayGroup[] {
  return [...Map.groupBy(rows, ({ by }) => by)].map(([day, ofDay]) => ({ day, rows: ofDay }));
}

/** What remains until a day, in working days: every row of a day says the same. */
export function dayClock({ rows }: DayGroup): ClockView | null {
  const first = rows[0];
  if (first === undefined) return null;
  if (first.kind === 'correction') return first.correction.clock;
  return first.kind === 'supplement' ? first.supplement.clock : first.deferred.clock;
}

/** The case of a row. */
export function caseIdOf(row: WaitingRow): string {
  if (row.kind === 'correction') return row.correction.caseId;
  return row.kind === 'supplement' ? row.supplement.caseId : row.deferred.caseId;
}
