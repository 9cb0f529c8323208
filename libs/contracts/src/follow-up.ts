import { z } from 'zod';
import { caseDetail } from './case-views.js';
import { clock } from './clocks.js';
import { awaitedCorrection } from './corrections.js';
import { deferredWaiting } from './deferral.js';
import { endpoint } from './endpoint.js';
import {
  actionState,
  departmentRef,
  expectedVersion,
  hallRef,
  id,
  idParams,
  isoDate,
  isoInstant,
  listOf,
  page,
  pageQuery,
  staffRef,
  text,
} from './primitives.js';

/** One paper that a waiting case still needs. */
export const awaitedMaterial = z.object({
  code: z.string(),
  name: z.string(),
  problem: z.enum(['missing', 'unchecked', 'faulty', 'expired']),
  /** Chinese: what is wrong. */
  reason: z.string(),
  /** Of the version, to say which one a paper fails that comes now. */
  reviewPoints: z.array(z.string()),
});

/** 已电话通知: kept for good (R10.1). */
export const callNote = z.object({ id, at: isoInstant, staff: staffRef, words: z.string() });
export type CallNoteView = z.output<typeof callNote>;

/** A case that waits for papers after its supplement notice (R2.3, R2.8). */
export const followUp = z.object({
  caseId: id,
  caseNo: z.string(),
  itemName: z.string(),
  title: z.string(),
  applicantName: z.string(),
  department: departmentRef,
  hall: hallRef,
  version: expectedVersion,
  /** Whose number is called; null when none was left. */
  phone: z.object({ field: z.enum(['applicantPhone', 'agentPhone']), masked: z.string() }).nullable(),
  /** The day by which the papers are looked for. Nothing ends by it. */
  by: isoDate,
  /** What remains until that day, in working days; negative when it has passed. */
  clock,
  servedAt: isoInstant.nullable(),
  materials: z.array(awaitedMaterial),
  lastCall: callNote.nullable(),
  /** What the reader may do about it, the impossible with its reason (R11): `terminate` of the chief. */
  actions: z.array(actionState),
});
export type FollowUp = z.output<typeof followUp>;

/** `late`: the day has passed; `today`: it is today; `later`. */
export const followUpWhen = z.enum(['late', 'today', 'later']);
export const followUpCounts = z.object({ all: z.number().int(), late: z.number().int(), today: z.number().int(), later: z.number().int() });

/** A clerk's request for a further notice (R2.3), and its answer. */
export const overrideView = z.object({
  id,
  caseId: id,
  caseNo: z.string(),
  itemName: z.string(),
  title: z.string(),
  hall: hallRef,
  state: z.enum(['open', 'granted', 'refused']),
  requestedBy: staffRef,
  requestedAt: isoInstant,
  requestReason: z.string(),
  answeredBy: staffRef.nullable(),
  answeredAt: isoInstant.nullable(),
  answerReason: z.string().nullable(),
});
export type OverrideView = z.output<typeof overrideView>;

/** A case that silence accepted (R2.4). */
export const deemedCase = z.object({
  caseId: id,
  caseNo: z.string(),
  itemName: z.string(),
  title: z.string(),
  department: departmentRef,
  hall: hallRef,
  receivedOn: isoDate,
  /** The last day on which the agency could have answered. */
  fuseOn: isoDate,
  acceptedAt: isoInstant,
});
export type DeemedCase = z.output<typeof deemedCase>;

/** What one case still waits for after its acceptance, and whether this counter may take it in (通办). */
export const awaitedOfCase = z.object({
  /** That received it. */
  hall: hallRef,
  /** `bringPapers`; refused with its reason where the item's papers go to the receiving hall alone. */
  actions: z.array(actionState),
  deferred: z.array(deferredWaiting),
  corrections: z.array(awaitedCorrection),
});
export type AwaitedOfCase = z.output<typeof awaitedOfCase>;

const clerk = ['clerk'] as const;

export const followUpEndpoints = {
  listFollowUps: endpoint({
    method: 'GET',
    path: '/follow-ups',
    summary: '跟进：等补正材料的办件，逾期在前，按日子',
    access: clerk,
    query: pageQuery.extend({ when: listOf(followUpWhen, 3).optional(), itemId: id.optional() }),
    response: page(followUp).extend({ counts: followUpCounts }),
  }),
  awaitedOfCase: endpoint({
    method: 'GET',
    path: '/cases/:id/awaited',
    summary: '一个办件还等的容缺材料和审查补正，能否在本厅收',
    access: clerk,
    params: idParams,
    response: awaitedOfCase,
  }),
  /** R2.8: by the chief of the lead department, and by the supervisor of the district. */
  listUnbrought: endpoint({
    method: 'GET',
    path: '/unbrought-supplements',
    summary: '告知后久未补正的办件',
    access: ['chief', 'supervisor'],
    query: pageQuery.extend({ when: listOf(followUpWhen, 3).optional() }),
    response: page(followUp).extend({ counts: followUpCounts }),
  }),
  listCallNotes: endpoint({
    method: 'GET',
    path: '/cases/:id/calls',
    summary: '一个办件的电话通知记录',
    access: 'signed-in',
    params: idParams,
    response: z.object({ items: z.array(callNote) }),
  }),
  noteCall: endpoint({
    method: 'POST',
    path: '/cases/:id/calls',
    summary: '记下已电话通知',
    access: clerk,
    params: idParams,
    body: z.strictObject({ words: text(300) }),
    response: z.object({ items: z.array(callNote) }),
    status: 201,
  }),
  getSupplementOverride: endpoint({
    method: 'GET',
    path: '/cases/:id/supplement-override',
    summary: '本件最近一次再次告知的申请',
    access: 'signed-in',
    params: idParams,
    response: z.object({ request: overrideView.nullable() }),
  }),
  requestSupplementOverride: endpoint({
    method: 'POST',
    path: '/cases/:id/supplement-override',
    summary: '向督查员申请再次一次告知，写明理由',
    access: clerk,
    params: idParams,
    body: z.strictObject({ expectedVersion, reason: text(300) }),
    response: z.object({ request: overrideView, case: caseDetail }),
    status: 201,
  }),
  listOverrideRequests: endpoint({
    method: 'GET',
    path: '/supplement-overrides',
    summary: '待督查员答复的再次告知申请，先申请的在前',
    access: ['supervisor'],
    query: pageQuery,
    response: page(overrideView).extend({ total: z.number().int() }),
  }),
  answerOverrideRequest: endpoint({
    method: 'POST',
    path: '/supplement-overrides/:id/answer',
    summary: '放行或不放行再次告知，写明理由',
    access: ['supervisor'],
    params: idParams,
    body: z.strictObject({ grant: z.boolean(), reason: text(300) }),
    response: overrideView,
  }),
  listDeemed: endpoint({
    method: 'GET',
    path: '/deemed-acceptances',
    summary: '逾期视为受理的办件，最近在前；带 caseId 时只有这一件',
    access: ['supervisor'],
    query: pageQuery.extend({ caseId: id.optional() }),
    response: page(deemedCase).extend({ total: z.number().int() }),
  }),
};
