import { EXTENSION_STATUSES, LONGEST_PROCEDURE_DAYS, SPECIAL_PROCEDURE_KINDS } from '@onewindow/domain';
import { z } from 'zod';
import { endpoint, reviewer } from './endpoint.js';
import { fileRef } from './files.js';
import { noticeView } from './notices.js';
import {
  actionState,
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

const readers = ['clerk', 'approver', 'chief', 'supervisor'] as const;

export const procedureKind = z.enum(SPECIAL_PROCEDURE_KINDS);
const dayUnit = z.enum(['calendar', 'working']);

/** A procedure that may stop the clock here (R3.1). */
export const listedProcedure = z.object({
  kind: procedureKind,
  label: z.string(),
  basis: z.string(),
  days: z.number().int(),
  unit: dayUnit,
  /** The item's own rule fixes the days. */
  isFixed: z.boolean(),
  /** Why it can't be asked for now, in Chinese; null when it can. */
  problem: z.string().nullable(),
});

/** An objection to a public notice (公示异议) and its answer. */
export const objectionView = z.object({
  id,
  by: z.string(),
  words: z.string(),
  receivedOn: isoDate,
  recordedBy: staffRef,
  answer: z.string().nullable(),
  answeredBy: staffRef.nullable(),
  answeredAt: isoInstant.nullable(),
});
export type ObjectionView = z.output<typeof objectionView>;

/** 特别程序 of a case (R3.2). Its dates are null until the chief approved it. */
export const procedureView = z.object({
  id,
  kind: procedureKind,
  label: z.string(),
  basis: z.string(),
  reason: z.string(),
  days: z.number().int(),
  unit: dayUnit,
  /** `noticed` on the day of the notice, on which the clock still runs; `overrun` beyond the announced end. */
  phase: z.enum(['requested', 'noticed', 'running', 'overrun', 'ended', 'refused', 'withdrawn']),
  requestedBy: staffRef,
  requestedAt: isoInstant,
  decidedBy: staffRef.nullable(),
  decidedAt: isoInstant.nullable(),
  /** Of a refusal. */
  decisionReason: z.string().nullable(),
  startedOn: isoDate.nullable(),
  announcedEnd: isoDate.nullable(),
  endedOn: isoDate.nullable(),
  /** Working days beyond the announced end (R3.2). */
  overrunDays: z.number().int(),
  outcome: z.string().nullable(),
  document: fileRef.nullable(),
  notice: noticeView.nullable(),
  objections: z.array(objectionView),
  actions: z.array(actionState),
});
export type ProcedureView = z.output<typeof procedureView>;

/** 延期 (R1.6). */
export const extensionView = z.object({
  id,
  /** Working days. */
  days: z.number().int(),
  reason: z.string(),
  /** By which the agency's head authorised it; null until granted. */
  document: z.string().nullable(),
  status: z.enum(EXTENSION_STATUSES),
  requestedBy: staffRef,
  requestedAt: isoInstant,
  decidedBy: staffRef.nullable(),
  decidedAt: isoInstant.nullable(),
  decisionReason: z.string().nullable(),
  notice: noticeView.nullable(),
  actions: z.array(actionState),
});
export type ExtensionView = z.output<typeof extensionView>;

/** All that was done with the clocks of a case. */
export const clockWork = z.object({
  caseId: id,
  procedures: z.array(procedureView),
  extensions: z.array(extensionView),
});
export type ClockWork = z.output<typeof clockWork>;

/** What the desk's panels start from: the same, with what can be asked for on this task. */
export const taskClockWork = clockWork.extend({
  /** Of the task, for the commands. */
  taskVersion: expectedVersion,
  listed: z.array(listedProcedure),
  extension: z.object({ limit: z.number().int(), extended: z.number().int(), left: z.number().int() }),
  /** The person is the chief who decides: a request of theirs takes effect at once. */
  decidesAlone: z.boolean(),
});
export type TaskClockWork = z.output<typeof taskClockWork>;

/** A request or a running pause in the list of the department. */
export const clockWorkRow = z.object({
  id,
  type: z.enum(['procedure', 'extension']),
  caseId: id,
  /** An open task of the case in the person's department, to open it on the desk; null where there is none. */
  taskId: id.nullable(),
  caseNo: z.string(),
  title: z.string(),
  itemName: z.string(),
  procedure: procedureView.nullable(),
  extension: extensionView.nullable(),
  /** The case's nearest due date as it is stored. */
  due: isoDate.nullable(),
});
export type ClockWorkRow = z.output<typeof clockWorkRow>;

export const clockWorkEndpoints = {
  getTaskClockWork: endpoint({
    method: 'GET',
    path: '/tasks/:id/clock-work',
    summary: '本件的特别程序和延期，以及这一环节可以申请什么',
    access: reviewer,
    params: idParams,
    response: taskClockWork,
  }),
  getCaseClockWork: endpoint({
    method: 'GET',
    path: '/cases/:id/clock-work',
    summary: '办件的特别程序和延期',
    access: readers,
    params: idParams,
    response: clockWork,
  }),
  /** By the chief of the lead department it takes effect at once; from everybody else it waits for the chief. */
  requestProcedure: endpoint({
    method: 'POST',
    path: '/tasks/:id/procedures',
    summary: '申请特别程序，暂停计时',
    access: reviewer,
    params: idParams,
    body: z.strictObject({
      expectedVersion,
      kind: procedureKind,
      days: z.number().int().min(1).max(LONGEST_PROCEDURE_DAYS).optional(),
      reason: text(500),
    }),
    response: procedureView,
    status: 201,
  }),
  withdrawProcedure: endpoint({
    method: 'POST',
    path: '/procedures/:id/withdraw',
    summary: '撤回暂停的申请',
    access: reviewer,
    params: idParams,
    response: procedureView,
  }),
  approveProcedure: endpoint({
    method: 'POST',
    path: '/procedures/:id/approve',
    summary: '同意暂停，送达特别程序告知书，次日起停止计时',
    access: ['chief'],
    params: idParams,
    response: procedureView,
  }),
  refuseProcedure: endpoint({
    method: 'POST',
    path: '/procedures/:id/refuse',
    summary: '不同意暂停，写明理由',
    access: ['chief'],
    params: idParams,
    body: z.strictObject({ reason: text(500) }),
    response: procedureView,
  }),
  /** A later file replaces the earlier one until the procedure has ended. */
  addProcedureDocument: endpoint({
    method: 'POST',
    path: '/procedures/:id/document',
    summary: '上传特别程序的结果文件',
    access: reviewer,
    params: idParams,
    bodyKind: 'file',
    response: procedureView,
    status: 201,
  }),
  endProcedure: endpoint({
    method: 'POST',
    path: '/procedures/:id/end',
    summary: '结束特别程序，写明结果；次日起继续计时',
    access: reviewer,
    params: idParams,
    /** Today unless said; an earlier day when the outcome came in later. */
    body: z.strictObject({ outcome: text(1000), endedOn: isoDate.optional() }),
    response: procedureView,
  }),
  recordObjection: endpoint({
    method: 'POST',
    path: '/procedures/:id/objections',
    summary: '记下一条公示异议',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ by: text(60), words: text(1000), receivedOn: isoDate.optional() }),
    response: procedureView,
    status: 201,
  }),
  answerObjection: endpoint({
    method: 'POST',
    path: '/objections/:id/answer',
    summary: '答复一条公示异议',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ answer: text(1000) }),
    response: procedureView,
  }),
  /** By the chief with the authorising document it takes effect at once; from everybody else it waits for the chief. */
  requestExtension: endpoint({
    method: 'POST',
    path: '/tasks/:id/extensions',
    summary: '申请延长期限，写明理由',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ expectedVersion, days: z.number().int().min(1).max(250), reason: text(500), document: optionalText(120) }),
    response: extensionView,
    status: 201,
  }),
  withdrawExtension: endpoint({
    method: 'POST',
    path: '/extensions/:id/withdraw',
    summary: '撤回延期的申请',
    access: reviewer,
    params: idParams,
    response: extensionView,
  }),
  grantExtension: endpoint({
    method: 'POST',
    path: '/extensions/:id/grant',
    summary: '准予延长，送达延长期限通知书',
    access: ['chief'],
    params: idParams,
    body: z.strictObject({ document: text(120) }),
    response: extensionView,
  }),
  refuseExtension: endpoint({
    method: 'POST',
    path: '/extensions/:id/refuse',
    summary: '不同意延长，写明理由',
    access: ['chief'],
    params: idParams,
    body: z.strictObject({ reason: text(500) }),
    response: extensionView,
  }),
  listClockWork: endpoint({
    method: 'GET',
    path: '/clock-work',
    summary: '本部门主办的办件：待批的暂停和延期，进行中的暂停，超过告知的在前',
    access: reviewer,
    query: pageQuery.extend({ tab: z.enum(['waiting', 'running']).default('waiting') }),
    response: page(clockWorkRow).extend({
      counts: z.object({ waiting: z.number().int(), running: z.number().int(), overrun: z.number().int() }),
    }),
  }),
};
