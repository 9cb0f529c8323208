import { z } from 'zod';
import { isoDate } from './primitives.js';

/** One clock (R1.5). `remaining` in working days: negative when overdue, 0 on the due date itself. */
export const clock = z.object({
  due: isoDate,
  remaining: z.number().int(),
  light: z.enum(['green', 'yellow', 'red']),
  /** The date reaches into a year whose holiday notice is not out (R1.2). */
  provisional: z.boolean(),
});
export type ClockView = z.output<typeof clock>;

/** The three clocks of a task, or the two of a case; null where the item has no such limit. */
export const clocks = z.object({ statutory: clock.nullable(), promised: clock.nullable(), step: clock.nullable() });
export type Clocks = z.output<typeof clocks>;

/** Why and until when the clock stands still; null while it runs. */
export const pauseView = z.object({ kind: z.string(), label: z.string(), until: isoDate, overrunDays: z.number().int() }).nullable();
