import { randomBytes } from 'node:crypto';
import { NO_AGENT } from '../applicants/index.js';
import { type Case, NO_FOLLOW_UP, NO_STANDING, NOT_ACCEPTED_YET } from '../cases/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import { newId } from '../platform/index.js';

/** Where, by whom and when a draft is opened. */
export interface DraftPlace {
  hallId: string;
  districtCode: string;
  counterId: string | null;
  createdBy: string;
  now: Date;
}

/** A draft as the counter opens it: everything but its item and its place is still to come. */
export function emptyCase({ id, itemId, name, departmentId, definition }: KnownVersion, { now, ...place }: DraftPlace): Case {
  return {
    ...NO_AGENT,
    ...NO_STANDING,
    ...NO_FOLLOW_UP,
    ...NOT_ACCEPTED_YET,
    ...place,
    id: newId(),
    caseNo: null,
    status: 'draft',
    version: 1,
    itemId,
    itemVersionId: id,
    itemName: name,
    departmentId,
    applicantId: null,
    applicantName: null,
    title: name,
    answers: {},
    form: {},
    formSources: {},
    formCorrections: {},
    formOverrides: {},
    createdAt: now,
    draftSavedAt: now,
    receivedAt: null,
    statutoryLimit: definition.statutoryLimit,
    promisedLimit: definition.promisedLimit,
    feeCents: definition.feeCents,
    // R10.3: what the receipt's QR code carries; nobody can guess it.
    progressToken: randomBytes(24).toString('base64url'),
  };
}
