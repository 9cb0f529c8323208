import { PREFILL_SOURCES, TRUST_LEVELS } from '@onewindow/domain';
import { z } from 'zod';
import { agentInput, applicantInput } from './applicants.js';
import { caseDetail, caseEvent, caseMaterial, caseStatus, caseSummary, decision, verdict } from './case-views.js';
import { endpoint } from './endpoint.js';
import { fileRef } from './files.js';
import { faultInput, faultIsTold } from './material-fault.js';
import {
  answers,
  expectedVersion,
  formValues,
  id,
  idParams,
  isoDate,
  isoInstant,
  listOf,
  optionalText,
  page,
  pageQuery,
  text,
} from './primitives.js';

const draftFields = {
  applicant: applicantInput.optional(),
  agent: agentInput.nullable().optional(),
  /** Why this application stands beside an open one of the same applicant for the same item; part of the event that accepts it. */
  duplicateReason: optionalText(300),
  answers: answers.optional(),
  form: formValues.optional(),
  formSources: z.record(z.string().max(64), z.string().max(20)).optional(),
  /** What a source had said where the clerk put another value: kept with the case, and the correction wins next time. */
  formCorrections: z.record(z.string().max(64), z.strictObject({ source: z.enum(PREFILL_SOURCES), value: z.json() })).optional(),
  /** R8.2: other companies' credit codes in the form that fail their check digit, each with the reason why it stands. */
  formOverrides: z.record(z.string().max(40), text(200)).optional(),
};
const versioned = { expectedVersion };
/** A supplemented paper as the clerk judges it on arrival (R2.5). */
const arrival = z
  .strictObject({ code: z.string().max(40), verdict: verdict.extract(['qualified', 'faulty']), ...faultInput })
  .refine(...faultIsTold);
const clerk = ['clerk'] as const;

export const caseEndpoints = {
  openDraft: endpoint({
    method: 'POST',
    path: '/cases',
    summary: '开一份草稿，钉住已发布的事项版本',
    access: clerk,
    body: z.strictObject({ itemVersionId: id, ...draftFields }),
    response: caseDetail,
    status: 201,
  }),
  saveDraft: endpoint({
    method: 'PATCH',
    path: '/cases/:id/draft',
    summary: '暂存：申请人、代理人、情形、表单',
    access: clerk,
    params: idParams,
    body: z.strictObject({ ...versioned, ...draftFields }),
    response: caseDetail,
  }),
  discardDraft: endpoint({
    method: 'DELETE',
    path: '/cases/:id/draft',
    summary: '丢弃草稿（没有编号的）',
    access: clerk,
    params: idParams,
    response: z.object({ ok: z.literal(true) }),
  }),
  myDrafts: endpoint({
    method: 'GET',
    path: '/case-drafts',
    summary: '本窗口的草稿',
    access: clerk,
    response: z.object({ items: z.array(caseSummary.extend({ draftSavedAt: isoInstant.nullable() })) }),
  }),
  /** Streamed multipart upload of one file to one material; a first file makes a missing material `unchecked`, or `qualified` when the clerk says so with `verdict=qualified`. */
  addMaterialFile: endpoint({
    method: 'POST',
    path: '/cases/:id/materials/:code/files',
    summary: '给一份材料加一个文件',
    access: clerk,
    params: z.strictObject({ id, code: z.string().max(40) }),
    query: z.strictObject({ verdict: z.enum(['qualified']).optional() }),
    bodyKind: 'file',
    response: z.object({ file: fileRef, material: caseMaterial, version: expectedVersion }),
    status: 201,
  }),
  removeMaterialFile: endpoint({
    method: 'DELETE',
    path: '/cases/:id/materials/:code/files/:fileId',
    summary: '删去材料的一个文件（受理前）',
    access: clerk,
    params: z.strictObject({ id, code: z.string().max(40), fileId: id }),
    response: z.object({ material: caseMaterial, version: expectedVersion }),
  }),
  judgeMaterial: endpoint({
    method: 'PUT',
    path: '/cases/:id/materials/:code',
    summary: '材料结论：合格、有误（写明原因）、未交',
    access: clerk,
    params: z.strictObject({ id, code: z.string().max(40) }),
    body: z
      .strictObject({
        verdict: verdict.extract(['qualified', 'faulty', 'missing', 'unchecked']),
        ...faultInput,
        trustLevel: z.enum(TRUST_LEVELS).optional(),
      })
      .refine(...faultIsTold),
    response: z.object({ material: caseMaterial, version: expectedVersion }),
  }),
  /** Card and person were compared at the counter: applicant, legal representative or agent of this case. */
  confirmPresence: endpoint({
    method: 'POST',
    path: '/cases/:id/presence',
    summary: '人证核对：到场的是申请人、法定代表人还是代理人',
    access: clerk,
    params: idParams,
    body: z.strictObject({ ...versioned, identityNumber: text(40), how: z.enum(['card', 'typed']) }),
    response: caseDetail,
  }),
  receiveCase: endpoint({
    method: 'POST',
    path: '/cases/:id/receive',
    summary: '收件',
    access: clerk,
    params: idParams,
    body: z.strictObject(versioned),
    response: caseDetail,
  }),
  acceptCase: endpoint({
    method: 'POST',
    path: '/cases/:id/accept',
    summary: '受理（草稿先收件）',
    access: clerk,
    params: idParams,
    body: z.strictObject(versioned),
    response: caseDetail,
  }),
  supplementCase: endpoint({
    method: 'POST',
    path: '/cases/:id/supplement',
    summary: '一次告知补正',
    access: clerk,
    params: idParams,
    body: z.strictObject({ ...versioned, text: optionalText(2000) }),
    response: caseDetail,
  }),
  takeInCase: endpoint({
    method: 'POST',
    path: '/cases/:id/take-in',
    summary: '接收补正材料；最后一份合格的当日受理',
    access: clerk,
    params: idParams,
    body: z.strictObject({ ...versioned, arrivals: z.array(arrival).max(60).optional() }),
    response: caseDetail,
  }),
  declineCase: endpoint({
    method: 'POST',
    path: '/cases/:id/decline',
    summary: '不予受理，写明理由',
    access: clerk,
    params: idParams,
    body: z.strictObject({ ...versioned, reason: text(500) }),
    response: caseDetail,
  }),
  withdrawCase: endpoint({
    method: 'POST',
    path: '/cases/:id/withdraw',
    summary: '按申请人书面申请撤件',
    access: clerk,
    params: idParams,
    body: z.strictObject({ ...versioned, reason: text(500), writtenRequest: z.literal(true) }),
    response: caseDetail,
  }),
  terminateCase: endpoint({
    method: 'POST',
    path: '/cases/:id/terminate',
    summary: '终止，写明理由',
    access: ['chief'],
    params: idParams,
    body: z.strictObject({ ...versioned, reason: text(500) }),
    response: caseDetail,
  }),
  /** Chief on the decision step, or the clerk for an instant item in the same sitting. */
  decideCase: endpoint({
    method: 'POST',
    path: '/cases/:id/decide',
    summary: '作出准予或不予许可决定',
    // An approver decides for a chief who has authorised them while away (代理授权); the command asks.
    access: ['chief', 'clerk', 'approver'],
    params: idParams,
    body: z
      .strictObject({ ...versioned, decision, opinion: optionalText(2000), reason: optionalText(2000) })
      .refine((b) => b.decision === 'grant' || !!b.reason, { path: ['reason'], message: '不予许可要写明理由' }),
    response: caseDetail,
  }),
  getCase: endpoint({
    method: 'GET',
    path: '/cases/:id',
    summary: '一个办件',
    access: 'signed-in',
    params: idParams,
    response: caseDetail,
  }),
  getCaseByNo: endpoint({
    method: 'GET',
    path: '/cases/by-no/:caseNo',
    summary: '按受理编号找办件（留记录）',
    access: 'signed-in',
    params: z.strictObject({ caseNo: z.string().max(40) }),
    response: caseDetail,
  }),
  getCaseEvents: endpoint({
    method: 'GET',
    path: '/cases/:id/events',
    summary: '办件经过',
    access: 'signed-in',
    params: idParams,
    response: z.object({ items: z.array(caseEvent) }),
  }),
  searchCases: endpoint({
    method: 'GET',
    path: '/cases',
    summary: '办件查询：状态、事项、姓名、日期',
    access: 'signed-in',
    query: pageQuery.extend({
      q: text(60).optional(),
      status: listOf(caseStatus).optional(),
      itemId: id.optional(),
      departmentId: id.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
    }),
    response: page(caseSummary),
  }),
  /** POST: identity and phone numbers don't belong in an address. Recorded (R11). */
  findCasesByPerson: endpoint({
    method: 'POST',
    path: '/cases/by-person',
    summary: '按证件号或手机号找办件（留记录）',
    access: clerk,
    body: z
      .strictObject({ identityNumber: text(40).optional(), phone: text(20).optional() })
      .refine((b) => !!b.identityNumber !== !!b.phone, '证件号和手机号填一个'),
    /** The latest hundred; `more` where there are older ones. */
    response: z.object({ items: z.array(caseSummary), more: z.boolean() }),
    idempotent: false,
  }),
  /** R10.2: shows for 30 seconds and leaves a record. */
  revealNumber: endpoint({
    method: 'POST',
    path: '/cases/:id/reveal',
    summary: '查看证件号或手机号（30 秒，留记录）',
    access: ['clerk', 'approver', 'chief'],
    params: idParams,
    body: z.strictObject({
      field: z.enum(['applicantIdentity', 'applicantPhone', 'legalRepresentativeIdentity', 'agentIdentity', 'agentPhone']),
    }),
    response: z.object({ value: z.string(), seconds: z.literal(30) }),
    idempotent: false,
  }),
};
