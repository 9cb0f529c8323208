import type { SpecialProcedure } from './special-procedure.entity.js';

/** A request of which nothing is known yet. */
export const EMPTY_PROCEDURE = {
  status: 'requested',
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  startedOn: null,
  announcedEnd: null,
  endedOn: null,
  endedBy: null,
  endedAt: null,
  outcome: null,
  documentId: null,
  noticeId: null,
  renewOn: null,
} as const satisfies Partial<SpecialProcedure>;
