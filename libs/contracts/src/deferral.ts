import { TRUST_LEVELS } from '@onewindow/domain';
import { z } from 'zod';
import { creditGrade } from './applicants.js';
import { caseMaterial, verdict } from './case-views.js';
import { untrueCommitment } from './commitments.js';
import { clock } from './clocks.js';
import { endpoint } from './endpoint.js';
import { fileRef } from './files.js';
import { faultInput, faultIsTold } from './material-fault.js';
import { actionState, expectedVersion, hallRef, id, idParams, isoDate, isoInstant, page, pageQuery, text } from './primitives.js';

const materialParams = z.strictObject({ id, code: z.string().max(40) });

/** A promise that was not kept, as it stands on the applicant's record (R4.4). */
export const unkeptPromise = z.object({
  caseNo: z.string(),
  itemName: z.string(),
  materialName: z.string(),
  dueOn: isoDate,
  /** The day after the last one, however late it was found. */
  unkeptOn: isoDate,
  arrivedOn: isoDate.nullable(),
  liftedAt: isoInstant.nullable(),
});

/** What the counter sees of the applicant's credit (R4.1, R4.4). */
export const creditView = z.object({
  /** Null: nobody graded them, and nothing may be deferred. */
  grade: creditGrade.nullable(),
  /** Percent of the required materials that this grade may defer. */
  percent: z.number(),
  /** Grades of the past, latest first; the first one counts. */
  grades: z.array(z.object({ grade: creditGrade, gradedOn: isoDate, source: z.string() })),
  /** Closed by an unkept promise until a supervisor lifts it. */
  deferralClosed: z.boolean(),
  reason: z.string().nullable(),
  unkept: z.array(unkeptPromise),
  /** 告知承诺 that a check found untrue. */
  untrue: z.array(untrueCommitment).optional(),
});

/** R4 on one case as it stands: the quota, counted live, and for each material whether and why not. */
export const deferralView = z.object({
  credit: creditView.nullable(),
  /** Does the item allow 容缺 at all? */
  itemAllows: z.boolean(),
  required: z.number().int(),
  quota: z.number().int(),
  used: z.number().int(),
  /** Last day to which a material may be deferred; null where the item promises none. */
  latestOn: isoDate.nullable(),
  materials: z.array(
    z.object({
      code: z.string(),
      /** `defer` and `promise`; the impossible ones with the words for their label: 主件不可. */
      actions: z.array(actionState),
      /** What a commitment would stand for; null where none can. */
      commitment: z.string().nullable(),
      /** Why a material that is deferred already can't stay so: the case can't be accepted with it. */
      problem: z.string().nullable(),
    }),
  ),
});
export type DeferralView = z.output<typeof deferralView>;

/** A deferred material that has not arrived, as 跟进 lists it. */
export const deferredWaiting = z.object({
  caseId: id,
  caseNo: z.string(),
  /** Of the case, for the commands. */
  version: expectedVersion,
  itemName: z.string(),
  applicantName: z.string(),
  phoneMasked: z.string().nullable(),
  code: z.string(),
  materialName: z.string(),
  promisedOn: isoDate,
  dueOn: isoDate,
  /** What remains until the day, in working days, with its light. */
  clock,
  /** Files were handed in, the verdict is still to come. */
  arrivedOn: isoDate.nullable(),
  unkeptOn: isoDate.nullable(),
  /** What has come so far, not judged yet. */
  files: z.array(fileRef),
  /** Of the version, to say which one it fails. */
  reviewPoints: z.array(z.string()),
  actions: z.array(actionState),
});
export type DeferredWaiting = z.output<typeof deferredWaiting>;

/** An unkept promise for the supervisor who may lift its bar. */
export const barredApplicant = unkeptPromise.extend({
  applicantId: id,
  applicantName: z.string(),
  identityMasked: z.string(),
  grade: creditGrade.nullable(),
  caseId: id,
  code: z.string(),
  hall: hallRef,
  /** Further unkept promises of the same applicant in this district, lifted together with it. */
  others: z.number().int(),
  actions: z.array(actionState),
});
export type BarredApplicant = z.output<typeof barredApplicant>;

export const deferralEndpoints = {
  getCaseDeferral: endpoint({
    method: 'GET',
    path: '/cases/:id/deferral',
    summary: '本件的信用等级、容缺额度和每份材料能否容缺、承诺',
    access: ['clerk'],
    params: idParams,
    response: deferralView,
  }),
  /** Deferring again moves the day; without one it is the last possible. */
  deferMaterial: endpoint({
    method: 'PUT',
    path: '/cases/:id/materials/:code/deferral',
    summary: '容缺一份材料，定补交日',
    access: ['clerk'],
    params: materialParams,
    body: z.strictObject({ dueOn: isoDate.optional() }),
    response: z.object({ material: caseMaterial, version: expectedVersion, deferral: deferralView }),
  }),
  promiseMaterial: endpoint({
    method: 'PUT',
    path: '/cases/:id/materials/:code/commitment',
    summary: '以告知承诺代替一份材料',
    access: ['clerk'],
    params: materialParams,
    body: z.strictObject({}),
    response: z.object({ material: caseMaterial, version: expectedVersion }),
  }),
  listDeferred: endpoint({
    method: 'GET',
    path: '/deferred-materials',
    summary: '本厅待补交的容缺材料，到期早的在前',
    access: ['clerk'],
    query: pageQuery,
    response: page(deferredWaiting).extend({ counts: z.object({ all: z.number().int(), overdue: z.number().int() }) }),
  }),
  addDeferredFile: endpoint({
    method: 'POST',
    path: '/cases/:id/deferred/:code/files',
    summary: '收一份容缺材料的文件；到达日以此为准',
    access: ['clerk'],
    params: materialParams,
    bodyKind: 'file',
    response: z.object({ file: fileRef, material: caseMaterial, version: expectedVersion }),
    status: 201,
  }),
  /** A wrong file goes before it is judged; without its last one nothing has arrived (R4.3). */
  removeDeferredFile: endpoint({
    method: 'DELETE',
    path: '/cases/:id/deferred/:code/files/:fileId',
    summary: '删去一份容缺材料收错的文件（核对前）',
    access: ['clerk'],
    params: materialParams.extend({ fileId: id }),
    response: z.object({ material: caseMaterial, version: expectedVersion }),
  }),
  takeInDeferred: endpoint({
    method: 'POST',
    path: '/cases/:id/deferred/:code/take-in',
    summary: '容缺材料的结论：合格即补齐，有误写明原因',
    access: ['clerk'],
    params: materialParams,
    body: z
      .strictObject({
        expectedVersion: expectedVersion.optional(),
        verdict: verdict.extract(['qualified', 'faulty']),
        ...faultInput,
        trustLevel: z.enum(TRUST_LEVELS).optional(),
      })
      .refine(...faultIsTold),
    response: z.object({ material: caseMaterial, version: expectedVersion, left: z.number().int() }),
  }),
  listBarredApplicants: endpoint({
    method: 'GET',
    path: '/supervision/unkept-promises',
    summary: '没有兑现的容缺承诺，还关着容缺的',
    access: ['supervisor'],
    query: pageQuery,
    response: page(barredApplicant).extend({ total: z.number().int() }),
  }),
  liftDeferralBar: endpoint({
    method: 'POST',
    path: '/supervision/applicants/:id/deferral-bar/lift',
    summary: '恢复申请人的容缺，写明理由',
    access: ['supervisor'],
    params: idParams,
    body: z.strictObject({ reason: text(500) }),
    response: z.object({ lifted: z.number().int() }),
  }),
};
