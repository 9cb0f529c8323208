import { z } from 'zod';
import { applicantKind } from './applicants.js';
import { bundleView } from './bundles.js';
import { endpoint } from './endpoint.js';
import { paperPlace } from './paper-place.js';
import {
  actionState,
  departmentRef,
  expectedVersion,
  id,
  idParams,
  isoDate,
  isoInstant,
  optionalText,
  page,
  pageQuery,
  staffRef,
  text,
} from './primitives.js';

export const pickupMethod = z.enum(['window', 'post', 'cabinet']);

/** R6.2: the parcel or the cabinet's box in which the result leaves the window; which of them are asked for follows from the way. */
export const deliveryInput = z.strictObject({
  carrier: optionalText(40),
  trackingNo: optionalText(40),
  address: optionalText(200),
  cabinet: optionalText(40),
  box: optionalText(20),
});
export type DeliveryInput = z.output<typeof deliveryInput>;

export const pickupView = z.object({
  at: isoInstant,
  method: pickupMethod,
  /** R6.2: where it went, in Chinese: 邮寄，中国邮政 EMS 1234567890123. Null when it was taken at the window. */
  place: z.string().nullable(),
  /** Of a parcel, for the receiving hall alone. */
  address: z.string().nullable(),
  collectorName: z.string(),
  collectorIdentityMasked: z.string().nullable(),
  relation: z.enum(['self', 'agent']),
  handedOverBy: staffRef,
});

/** 结果: the document, or the notice of a denial, which is served like a result. */
export const resultView = z.object({
  id,
  name: z.string(),
  number: z.string(),
  electronic: z.boolean(),
  denial: z.boolean(),
  validFrom: isoDate.nullable(),
  validUntil: isoDate.nullable(),
  issuedAt: isoInstant.nullable(),
  /** Where the paper is at this moment (R6.2). */
  place: z.string().nullable(),
  fileId: id.nullable(),
  /** Why its document could not be made, in Chinese; null while it is on its way, and where it is there. */
  problem: z.string().nullable(),
  pickup: pickupView.nullable(),
});
export type ResultView = z.output<typeof resultView>;

/** A row of the issue window. */
export const readyRow = z.object({
  caseId: id,
  caseNo: z.string(),
  version: expectedVersion,
  itemName: z.string(),
  title: z.string(),
  applicantId: id,
  applicantKind,
  applicantName: z.string(),
  /** Names are masked here: the number tells two of one name apart. */
  applicantIdentityMasked: z.string(),
  department: departmentRef,
  result: resultView,
  /** R6.2: where its paper is; null for what is printed at the window. */
  paper: paperPlace.nullable(),
  feeCents: z.number().int(),
  feePaid: z.boolean(),
  readyAt: isoInstant,
  /** Calendar days since the applicant was told. */
  waitingDays: z.number().int(),
  /** R6.3: its applicant was reminded and it is listed; working days beyond the first reminder. Null before that. */
  uncollected: z.object({ remindedOn: isoDate, overdueDays: z.number().int().min(1) }).nullable(),
  /** What hinders handing over (R6.1), in Chinese; empty when it can be handed over. */
  problems: z.array(z.object({ code: z.string(), reason: z.string() })),
  actions: z.array(actionState),
  /** R6.2: window, post, cabinet; those that the item does not offer with their reason. */
  methods: z.array(actionState),
  /** 一件事: every result that this one pickup hands out, and the children of which nothing came. */
  bundle: bundleView.optional(),
});
export type ReadyRow = z.output<typeof readyRow>;

/** R6.1: the collector, how identity and authority were checked, and the signature. */
export const collectorInput = z.strictObject({
  relation: z.enum(['self', 'agent']),
  name: text(60),
  identityNumber: text(40),
  /** Clerk confirms having compared person and card. */
  identityChecked: z.literal(true),
  /** For an agent: the authority shown. */
  authority: optionalText(200),
  /** PNG of the signature, base64 without the data: prefix; 4 to 200,000 characters. */
  signaturePng: z.base64().min(4).max(200_000),
});

export const resultEndpoints = {
  /** 出证: the approver of the lead department makes the result and says where the paper goes. */
  issueResult: endpoint({
    method: 'POST',
    path: '/cases/:id/issue',
    summary: '出证：制作结果并送到窗口',
    access: ['approver', 'chief'],
    params: idParams,
    body: z.strictObject({ expectedVersion, place: optionalText(100) }),
    response: z.object({ caseId: id, status: z.string(), version: expectedVersion, result: resultView }),
  }),
  listReady: endpoint({
    method: 'GET',
    path: '/ready-results',
    summary: '待出件：等得最久在前',
    access: ['clerk'],
    query: pageQuery.extend({ applicantId: id.optional(), q: text(60).optional() }),
    /** `total`: of all pages; what the top bar shows. */
    response: page(readyRow).extend({ total: z.number().int() }),
  }),
  /**
   * By scan or typing: a caseNo or identity number; every ready result that this hall may hand out of that applicant, and of all for whom this
   * person may collect. `total` exceeds the items where they are too many to be listed. POST, recorded.
   */
  findReady: endpoint({
    method: 'POST',
    path: '/ready-results/find',
    summary: '扫码或输编号、证件号，找同一申请人的全部待出件',
    access: ['clerk'],
    body: z.strictObject({ code: text(60) }),
    response: z.object({ items: z.array(readyRow), total: z.number().int() }),
    idempotent: false,
  }),
  /** Hands over several at once; each case is its own transaction, the answer tells of each. */
  handOver: endpoint({
    method: 'POST',
    path: '/cases/:id/hand-over',
    summary: '出件：核验取件人，签名，交付',
    access: ['clerk'],
    params: idParams,
    body: z.strictObject({
      expectedVersion,
      method: pickupMethod.default('window'),
      collector: collectorInput,
      delivery: deliveryInput.optional(),
    }),
    response: z.object({ caseId: id, caseNo: z.string(), status: z.string(), version: expectedVersion, pickup: pickupView }),
  }),
  recordPayment: endpoint({
    method: 'POST',
    path: '/cases/:id/payment',
    summary: '记费用已缴',
    access: ['clerk'],
    params: idParams,
    body: z.strictObject({ expectedVersion, receiptNo: text(60) }),
    response: z.object({ caseId: id, version: expectedVersion }),
  }),
  handedOverToday: endpoint({
    method: 'GET',
    path: '/pickups/today',
    summary: '本大厅今天已出',
    access: ['clerk'],
    query: pageQuery,
    response: page(
      z.object({ caseId: id, caseNo: z.string(), at: isoInstant, resultName: z.string(), how: z.string(), place: z.string().nullable() }),
    ).extend({
      total: z.number().int(),
    }),
  }),
};
