import { addCalendarDays, type IsoDate } from './dates.js';

/** What became of a promise to bring a deferred material (R4.3, R4.4). */
export const PROMISE_STATES = ['open', 'kept', 'unkept', 'lapsed'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Chinese names of the states. */
export const PROMISE_STATE_LABELS = {
  open: '待补交',
  kept: '已补交',
  unkept: '未兑现',
  lapsed: '不再需要',
} as const satisfies Record<PromiseState, string>;

export interface PromiseInput {
  /** The last day on which the material may arrive. */
  dueOn: IsoDate;
  /** The day on which it arrived; null while it has not. Arrival counts, not the clerk's look at it (R4.3). */
  arrivedOn: IsoDate | null;
  /** The day on which the case ended or was denied, so that nothing is owed any more; null while it goes on. */
  endedOn: IsoDate | null;
  today: IsoDate;
}

/**
 * R4.3, R4.4: how a promise stands on a day. The due day itself still keeps it. A case that ended by that day lapses the promise; one that
 * ended later had been failed before.
 */
export function promiseState({ dueOn, arrivedOn, endedOn, today }: PromiseInput): PromiseState {
  if (arrivedOn !== null && arrivedOn <= dueOn) return 'kept';
  if (endedOn !== null && endedOn <= dueOn) return 'lapsed';
  return today > dueOn ? 'unkept' : 'open';
}

/** R4.4: the day that an unkept promise bears, however late it is found: the one after its last day. */
export function unkeptOn(dueOn: IsoDate): IsoDate {
  return addCalendarDays(dueOn, 1);
}

/** An unkept promise as it stands on the applicant's record. */
export interface UnkeptPromise {
  unkeptOn: IsoDate;
  /** When a supervisor lifted the bar; null while it stands. */
  liftedAt: Date | null;
}

/** R4.4: is deferral closed to the applicant? One unkept promise that no supervisor has lifted closes it, on every item. */
export function isDeferralClosed(promises: readonly UnkeptPromise[]): boolean {
  return promises.some((promise) => promise.liftedAt === null);
}
