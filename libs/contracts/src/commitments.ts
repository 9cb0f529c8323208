import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { actionState, hallRef, id, isoDate, isoInstant, page, pageQuery, text } from './primitives.js';

/** 告知承诺 of an accepted case that is still to be checked. */
export const commitmentToCheck = z.object({
  caseId: id,
  caseNo: z.string(),
  itemName: z.string(),
  title: z.string(),
  applicantName: z.string(),
  hall: hallRef,
  code: z.string(),
  materialName: z.string(),
  /** What the promise stands for, as it was signed. */
  words: z.string(),
  promisedOn: isoDate,
  /** Working days since then. */
  waitingDays: z.number().int(),
  actions: z.array(actionState),
});
export type CommitmentToCheck = z.output<typeof commitmentToCheck>;

/** A promise that the check found untrue, as it stands on the applicant's record. */
export const untrueCommitment = z.object({
  caseNo: z.string(),
  itemName: z.string(),
  materialName: z.string(),
  checkedOn: isoDate,
  finding: z.string(),
});

export const commitmentEndpoints = {
  listCommitments: endpoint({
    method: 'GET',
    path: '/commitment-checks',
    summary: '待核查的告知承诺，早的在前',
    access: ['chief'],
    query: pageQuery,
    response: page(commitmentToCheck).extend({ total: z.number().int() }),
  }),
  checkCommitment: endpoint({
    method: 'POST',
    path: '/commitment-checks/:id/:code',
    summary: '记下告知承诺的核查结果；不实的记入申请人',
    access: ['chief'],
    params: z.strictObject({ id, code: z.string().max(40) }),
    body: z.strictObject({ outcome: z.enum(['true', 'untrue']), finding: text(500) }),
    response: z.object({ caseId: id, code: z.string(), outcome: z.enum(['true', 'untrue']), checkedAt: isoInstant }),
  }),
};
