import type { Case } from './case.entity.js';

/** A case that was not accepted yet: no day, no decision, no end, nothing asked for, no event. */
export const NOT_ACCEPTED_YET = {
  acceptedAt: null,
  acceptedOn: null,
  statutoryDue: null,
  promisedDue: null,
  statutoryProvisional: false,
  promisedProvisional: false,
  halts: null,
  extensionDays: 0,
  decision: null,
  decisionReason: null,
  decidedAt: null,
  decidedOn: null,
  decidedBy: null,
  readyAt: null,
  concludedAt: null,
  endReason: null,
  feeReceiptNo: null,
  supplementCount: 0,
  eventCount: 0,
  eventHead: null,
} as const satisfies Partial<Case>;
