import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { id, idParams, isoDate } from './primitives.js';

/** One day of the picture that explains a due date. */
export const explainedDay = z.object({
  date: isoDate,
  kind: z.enum(['start', 'counted', 'dayOff', 'paused']),
  /** Of a counted day: the how-manieth. */
  count: z.number().int().nullable(),
  /** 周末, 清明, 检测; of a counted weekend 调休上班. */
  reason: z.string().nullable(),
});
export type ExplainedDay = z.output<typeof explainedDay>;

/** Why a clock ends on its day (R1, R3.2). */
export const clockExplanation = z.object({
  clock: z.enum(['statutory', 'promised', 'step']),
  start: isoDate,
  /** Working days, without extensions. */
  limit: z.number().int(),
  due: isoDate,
  /** What the lists show; another one than `due` only until the nightly batch has run. */
  storedDue: isoDate,
  remaining: z.number().int(),
  light: z.enum(['green', 'yellow', 'red']),
  today: isoDate,
  isHalted: z.boolean(),
  /** The year whose holiday notice is not out (R1.2); null when the date is certain. */
  provisionalYear: z.number().int().nullable(),
  /** Every day from the start to the due date. */
  days: z.array(explainedDay),
  pauses: z.array(
    z.object({
      label: z.string(),
      /** First and last day that it covers; the last of an open one is as far as it is known today. */
      from: isoDate,
      through: isoDate,
      isOpen: z.boolean(),
      /** Working days that it took out of this clock. */
      days: z.number().int(),
      overrunDays: z.number().int(),
    }),
  ),
  /** Working days by which the case was extended without lengthening this clock: an extension leaves the clock of a step as it is. */
  extendedBeside: z.number().int().min(0),
  extensions: z.array(z.object({ days: z.number().int(), reason: z.string(), document: z.string(), grantedOn: isoDate })),
});
export type ClockExplanation = z.output<typeof clockExplanation>;

export const clockExplanationEndpoints = {
  explainClock: endpoint({
    method: 'GET',
    path: '/cases/:id/clock-explanation',
    summary: '到期日怎么算出来的：起算日、计入的天、没有计入的天和原因',
    access: ['clerk', 'approver', 'chief', 'supervisor'],
    params: idParams,
    query: z
      .strictObject({ clock: z.enum(['statutory', 'promised', 'step']), taskId: id.optional() })
      .refine((q) => q.clock !== 'step' || q.taskId !== undefined, { path: ['taskId'], message: '环节的期限要指明环节' }),
    response: clockExplanation,
  }),
};
