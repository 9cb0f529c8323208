import { CASE_STATUSES, MATERIAL_VERDICTS, PREFILL_SOURCES, PREVIEWED_NOTICES, TASK_STATUSES, TRUST_LEVELS } from '@onewindow/domain';
import { z } from 'zod';
import { agentView, applicantView } from './applicants.js';
import { bundleView } from './bundles.js';
import { clock, clocks, pauseView } from './clocks.js';
import { fileRef } from './files.js';
import { noticeView } from './notices.js';
import {
  actionState,
  answers,
  departmentRef,
  expectedVersion,
  formValues,
  hallRef,
  id,
  isoDate,
  isoInstant,
  staffRef,
} from './primitives.js';
import { resultView } from './results.js';

export const caseStatus = z.enum(CASE_STATUSES);
export const taskStatus = z.enum(TASK_STATUSES);
export const decision = z.enum(['grant', 'deny']);
/** The clerk's word on one material: 未交, 待核, 合格, 有误, 复用, 容缺. */
export const verdict = z.enum(MATERIAL_VERDICTS);

export const caseMaterial = z.object({
  code: z.string(),
  name: z.string(),
  /** Under this case's answers (R4.1). */
  required: z.boolean(),
  isKey: z.boolean(),
  verdict,
  /** What is wrong with it, in words; for `faulty`. */
  defect: z.string().nullable(),
  /** Of a faulty one: the review points that it fails; empty where words alone were written. */
  faultyPoints: z.array(z.string()).optional(),
  trustLevel: z.enum(TRUST_LEVELS).nullable(),
  receivedAt: isoInstant.nullable(),
  /** R4.3: of a deferred one, the day by which it is promised. */
  dueOn: isoDate.nullish(),
  /** The day it was issued and the last day of its validity (R7); absent when neither was told. */
  issuedOn: isoDate.nullable().optional(),
  validThrough: isoDate.nullable().optional(),
  /** While the verdict is 复用: the entry of the library, its version, the words across its copies. */
  reuse: z.object({ entryId: id, version: z.number().int(), watermark: z.string() }).nullable().optional(),
  /** Of a reused material they are copies with the watermark across every page, whatever the originals are. */
  files: z.array(fileRef),
});
export type CaseMaterial = z.output<typeof caseMaterial>;

/** R5.6: one person's part in a step that several must pass: 初审, 复审, 核签. */
export const routePartView = z.object({
  label: z.string(),
  status: taskStatus.or(z.literal('future')),
  taskId: id.nullable(),
  holder: staffRef.nullable(),
  finishedAt: isoInstant.nullable(),
});

/** A step of the route with where the case is; drawn as the route's picture. */
export const routeStepView = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(['review', 'decision', 'consultation']),
  department: departmentRef,
  after: z.array(z.string()),
  status: taskStatus.or(z.enum(['future', 'skipped'])),
  taskId: id.nullable(),
  holder: staffRef.nullable(),
  outcome: z.string().nullable(),
  clock: clocks.shape.step,
  /** R5.2: of an open consultation, the first day on which silence counts; null where it never does. */
  silenceOn: isoDate.nullish(),
  finishedAt: isoInstant.nullable(),
  /** Since when somebody holds it, or it lies in the pool. */
  since: isoInstant.nullish(),
  /** R5.8: from 2 on, how often it has begun anew after returns. */
  round: z.number().int().optional(),
  /** Of a step of several persons, in order; the step itself shows the part that is at work, or the last. */
  parts: z.array(routePartView).optional(),
});
export type RouteStepView = z.output<typeof routeStepView>;

/** CrossHall: where the applicant belongs, and who answers for the case there. */
export const jurisdictionView = z.object({
  place: z.object({ code: z.string(), name: z.string() }).nullable(),
  /** `chosen` by the counter, with its reason. */
  source: z.enum(['form', 'applicant', 'chosen']).nullable(),
  reason: z.string().nullable(),
  /** Why the counter has to choose, in Chinese; null when the place is clear. */
  problem: z.string().nullable(),
  /** Who decides: 临江区民政局; the item's own department while the place is open. */
  office: departmentRef,
  /** Steps that another office does, as it will be asked. */
  steps: z.array(z.object({ key: z.string(), name: z.string(), department: departmentRef })),
  /** Regions that the counter may choose, before acceptance. */
  choices: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type JurisdictionView = z.output<typeof jurisdictionView>;

/** What still hinders acceptance, each a button that jumps there. */
export const hindrance = z.object({
  kind: z.enum(['applicant', 'answer', 'material', 'field']),
  key: z.string(),
  label: z.string(),
  reason: z.string(),
});

export const caseSummary = z.object({
  id,
  caseNo: z.string().nullable(),
  itemName: z.string(),
  /** The subject that names it in lists: a form field or the applicant, masked for natural persons. */
  title: z.string(),
  applicantName: z.string(),
  /** Beside the name, because two people may have one: the number decides who is who. Masked, of a company its code; null without an applicant. */
  applicantIdentityMasked: z.string().nullable(),
  status: caseStatus,
  department: departmentRef,
  hall: hallRef,
  receivedAt: isoInstant.nullable(),
  concludedAt: isoInstant.nullable(),
  clocks,
  paused: pauseView,
  /** R2.3: until when a received case, or one on paper from an outage, must be answered; null once it was, or a supplement notice ended the fuse (R2.7). */
  fuse: clock.nullable(),
  /** R2.4: silence accepted it. */
  deemed: z.boolean(),
  /** R10.5: number of the paper on which it was taken during an outage. */
  outageNo: z.string().nullable(),
});
export type CaseSummary = z.output<typeof caseSummary>;

export const caseDetail = caseSummary.extend({
  version: expectedVersion,
  itemVersionId: id,
  itemId: id,
  /** R2.8: the day by which supplemented papers are looked for; nothing ends by it. */
  supplementBy: isoDate.nullable(),
  /** R10.5: when a case taken on paper was truly received. */
  outageAt: isoInstant.nullable(),
  kind: z.enum(['instant', 'promised', 'bundle']),
  statutoryLimit: z.number().int().nullable(),
  promisedLimit: z.number().int().nullable(),
  applicant: applicantView.nullable(),
  agent: agentView.nullable(),
  /** An open case of the same applicant for the same item, and why this one stands beside it. */
  duplicate: z.object({ caseNo: z.string(), reason: z.string().nullable() }).nullable(),
  /** Whose card was compared with the person at the counter. */
  presence: z.object({ who: z.enum(['applicant', 'representative', 'agent']), how: z.enum(['card', 'typed']), at: isoInstant }).nullable(),
  answers,
  form: formValues,
  /** Where each form value came from: `applicant`, `situation`, `typed`, `previous`. */
  formSources: z.record(z.string(), z.string()),
  /** What a source had said where the clerk put another value. */
  formCorrections: z.record(z.string(), z.object({ source: z.enum(PREFILL_SOURCES), value: z.json() })),
  /** R8.2: reasons by credit code that fails its check digit and stands. */
  formOverrides: z.record(z.string(), z.string()),
  materials: z.array(caseMaterial),
  hindrances: z.array(hindrance),
  /** Null where the item's own department decides everything. */
  jurisdiction: jurisdictionView.nullable().optional(),
  acceptedAt: isoInstant.nullable(),
  acceptedOn: isoDate.nullable(),
  decision: decision.nullable(),
  decidedAt: isoInstant.nullable(),
  decidedBy: staffRef.nullable(),
  decisionReason: z.string().nullable(),
  /** Reason of a decline, withdrawal or termination. */
  endReason: z.string().nullable(),
  feeCents: z.number().int(),
  feePaid: z.boolean(),
  route: z.array(routeStepView),
  result: resultView.nullable(),
  notices: z.array(noticeView),
  /** Notices of the counter that may still be served, to be looked at before. */
  previews: z.array(z.enum(PREVIEWED_NOTICES)),
  createdBy: staffRef,
  createdAt: isoInstant,
  draftSavedAt: isoInstant.nullable(),
  /** The bundle (一件事) that it is or belongs to; absent on every other case. */
  bundle: bundleView.optional(),
  actions: z.array(actionState),
});
export type CaseDetail = z.output<typeof caseDetail>;

/** One step of the story (R10.1). */
export const caseEvent = z.object({
  seq: z.number().int(),
  action: z.string(),
  /** A Chinese sentence that tells it. */
  words: z.string(),
  at: isoInstant,
  actor: z.object({ name: z.string(), staffNo: z.string().nullable() }),
  place: z.string().nullable(),
  fromStatus: z.string().nullable(),
  toStatus: z.string().nullable(),
  data: z.record(z.string(), z.json()),
});
export type CaseEvent = z.output<typeof caseEvent>;
