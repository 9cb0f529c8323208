import type { endpoints, InputOf } from '@onewindow/contracts';
import { STANDING_TASK_STATUSES } from '@onewindow/domain';
import { oneOf } from '../platform/index.js';
import { PAUSED_COLUMN } from './heat-columns.js';

/** The clock by which remaining days are counted. */
export type ClockName = InputOf<typeof endpoints.supervisionOverview>['query']['clock'];
export const CLOCK_NAMES = ['promised', 'statutory', 'step'] as const satisfies readonly ClockName[];

/** All open work of one district, `$1`: what review_task_stalled is made for. */
export const OPEN_WORK = `t.district_code = $1 AND t.status IN (${oneOf(STANDING_TASK_STATUSES)})`;

/**
 * The due date by which a task is sorted into the heat map. A task without the chosen clock goes by the nearest one that it has: after the
 * decision only the delivery of the result has a date, and it must not hide as "plenty of time" when that has passed. One without any is
 * 9999-12-31. So every open task lies in exactly one column on every clock, and the columns add up (R10.4).
 */
export const DUE_BY_CLOCK = {
  promised: 'COALESCE(t.promised_due, t.nearest_due)',
  statutory: 'COALESCE(t.statutory_due, t.nearest_due)',
  step: 'COALESCE(t.step_due, t.nearest_due)',
} as const satisfies Record<ClockName, string>;

/** SQL: the column of HEAT_BUCKETS for a due date, with the boundaries of `heatBoundaries` as a parameter. */
export function columnSql(paused: string, due: string, boundaries: string): string {
  return `CASE WHEN ${paused} THEN ${PAUSED_COLUMN} ELSE width_bucket(${due}, ${boundaries}::date[]) END`;
}
