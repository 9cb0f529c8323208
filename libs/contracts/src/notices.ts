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
});
export type NoticeView = z.output<typeof noticeView>;
