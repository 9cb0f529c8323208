import { CORRECTION_STATUSES } from '@onewindow/domain';
import { z } from 'zod';
import { caseMaterial } from './case-views.js';
import { clock } from './clocks.js';
import { endpoint, reviewer } from './endpoint.js';
import { fileRef } from './files.js';
import { departmentRef, expectedVersion, id, idParams, isoDate, isoInstant, page, pageQuery, staffRef, text } from './primitives.js';

/** What may be asked for: a material of the checklist, or a field of the form. */
const pointName = z.object({ kind: z.enum(['material', 'field']), key: z.string().max(40) });

/** One thing that is to be corrected, and what was brought; values that are not shown (numbers of persons) are null. */
export const correctionPoint = pointName.extend({
  name: z.string(),
  reason: z.string(),
  brought: z.object({ at: isoInstant, before: z.string().nullable(), after: z.string().nullable() }).nullable(),
});
export type CorrectionPoint = z.output<typeof correctionPoint>;

/** 审查中补正 (R3.3): what the holder of a task asked of the applicant. */
export const correctionView = z.object({
  id,
  caseId: id,
  taskId: id,
  stepName: z.string(),
  status: z.enum(CORRECTION_STATUSES),
  askedBy: staffRef,
  askedAt: isoInstant,
  dueOn: isoDate,
  /** Working days to that day; null once it is closed. */
  clock: clock.nullable(),
  points: z.array(correctionPoint),
  /** The item names a basis: the clocks of the case stand still for it, from the day after it was asked to the day it was closed. */
  stopsClock: z.boolean(),
  closedAt: isoInstant.nullable(),
  /** Who took the last of it in, or called it off; null while it is open, and where it ended with its case. */
  closedBy: staffRef.nullable(),
});
export type CorrectionView = z.output<typeof correctionView>;

/** What of a case can be asked for. */
const correctable = pointName.extend({ name: z.string() });

/** A request that the hall waits for, with what its counter needs to take the papers in. */
export const awaitedCorrection = correctionView.extend({
  caseNo: z.string(),
  itemName: z.string(),
  title: z.string(),
  applicantName: z.string(),
  department: departmentRef,
  /** Whose number is called; null when none was left. */
  phone: z.object({ field: z.enum(['applicantPhone', 'agentPhone']), masked: z.string() }).nullable(),
  /** Of the case, for the commands. */
  version: expectedVersion,
  /** The fields to be corrected: how they are entered, and what stands there now. */
  fields: z.array(
    z.object({
      key: z.string(),
      type: z.enum(['string', 'number', 'integer', 'boolean']),
      options: z.array(z.object({ value: z.string(), title: z.string() })),
      /** Numbers of persons masked (R10.2). */
      value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
    }),
  ),
});
export type AwaitedCorrection = z.output<typeof awaitedCorrection>;

const value = z.union([z.string().max(2_000), z.number(), z.boolean()]);

export const correctionEndpoints = {
  taskCorrections: endpoint({
    method: 'GET',
    path: '/tasks/:id/corrections',
    summary: '本件审查中的补正，和可以要求补正的材料、表单项',
    access: [...reviewer, 'supervisor'],
    params: idParams,
    response: z.object({
      items: z.array(correctionView),
      choices: z.array(correctable),
      latestOn: isoDate,
      /** R3.3: the basis on which a request stops the clocks; null where they run on. */
      pauseBasis: z.string().nullable(),
    }),
  }),
  requestCorrections: endpoint({
    method: 'POST',
    path: '/tasks/:id/corrections',
    summary: '审查中要求申请人补正，写明哪些、哪里不对、哪天以前；事项列明依据的停止计时',
    access: reviewer,
    params: idParams,
    body: z.strictObject({
      expectedVersion,
      dueOn: isoDate,
      points: z
        .array(z.strictObject({ ...pointName.shape, reason: text(300) }))
        .min(1)
        .max(40),
    }),
    response: correctionView,
    status: 201,
  }),
  withdrawCorrections: endpoint({
    method: 'POST',
    path: '/corrections/:id/withdraw',
    summary: '撤回审查中的补正要求，写明理由',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ reason: text(300) }),
    response: correctionView,
  }),
  listCorrections: endpoint({
    method: 'GET',
    path: '/corrections',
    summary: '跟进：本厅等审查补正的办件，按日子',
    access: ['clerk'],
    query: pageQuery,
    response: page(awaitedCorrection).extend({ counts: z.object({ all: z.number().int(), late: z.number().int() }) }),
  }),
  addCorrectionFile: endpoint({
    method: 'POST',
    path: '/corrections/:id/materials/:code/files',
    summary: '收一份补正材料的文件，旧的留着',
    access: ['clerk'],
    params: z.strictObject({ id, code: z.string().max(40) }),
    bodyKind: 'file',
    response: z.object({ file: fileRef, material: caseMaterial, version: expectedVersion }),
    status: 201,
  }),
  takeInCorrections: endpoint({
    method: 'POST',
    path: '/corrections/:id/take-in',
    summary: '收审查补正：材料、表单项；收齐即结，告知审查人员',
    access: ['clerk'],
    params: idParams,
    body: z.strictObject({
      expectedVersion,
      materials: z.array(z.string().max(40)).max(40),
      /** New values of the fields that were asked for. */
      fields: z.record(z.string().max(40), value),
    }),
    response: z.object({ correction: correctionView, version: expectedVersion, left: z.number().int() }),
  }),
};
