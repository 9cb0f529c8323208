import { z } from 'zod';
import { id, isoInstant } from './primitives.js';

/** The kinds of notice that are served on an applicant or go with the papers of a case. */
export const NOTICE_KINDS = [
  'receipt',
  'takeIn',
  'acceptance',
  'deferral',
  'commitment',
  'supplement',
  'specialProcedure',
  'extension',
  'decline',
  'withdrawal',
  'termination',
  'decision',
  'bundleOutcome',
  'paperTransfer',
] as const;
export const noticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.output<typeof noticeKind>;

/** 文书: a numbered, dated document. `fileId` is null until the worker has rendered it. */
export const noticeView = z.object({
  id,
  kind: noticeKind,
  title: z.string(),
  number: z.string(),
  issuedAt: isoInstant,
  fileId: id.nullable(),
  /** Why it can't be printed, such as a character that the typeface lacks. */
  problem: z.string().nullish(),
});
export type NoticeView = z.output<typeof noticeView>;
