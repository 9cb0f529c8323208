import { z } from 'zod';
import { id, isoInstant } from './primitives.js';

/** 文书: a numbered, dated document. `fileId` is null until the worker has rendered it. */
export const noticeView = z.object({
  id,
  kind: z.enum(['receipt', 'acceptance', 'supplement', 'decline', 'withdrawal', 'decision', 'commitment']),
  title: z.string(),
  number: z.string(),
  issuedAt: isoInstant,
  fileId: id.nullable(),
  /** Why it can't be printed, such as a character that the typeface lacks. */
  problem: z.string().nullish(),
});
export type NoticeView = z.output<typeof noticeView>;
