import { z } from 'zod';
import { actionState, hallRef, isoInstant } from './primitives.js';

/** R6.2: where a paper result is, as the issue window of one hall sees it. */
export const paperPlace = z.object({
  /** Where it lies, or lay when it set out. */
  hall: hallRef,
  /** The hall that it was asked for, or is on its way to; null while it stays. */
  to: hallRef.nullable(),
  state: z.enum(['here', 'asked', 'onTheWay']),
  /** Since when. */
  since: isoInstant.nullable(),
  /** 调到本大厅, 送出, 已到: every move of this hall, the impossible ones with their reason. */
  actions: z.array(actionState),
});
export type PaperPlace = z.output<typeof paperPlace>;
