import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { departmentRef, done, hallRef, id, idParams, isoInstant, optionalText, page, pageQuery, role, text } from './primitives.js';

export const staffView = z.object({
  id,
  staffNo: z.string(),
  name: z.string(),
  roles: z.array(role),
  department: departmentRef.nullable(),
  hall: hallRef.nullable(),
  active: z.boolean(),
  lockedUntil: isoInstant.nullable(),
  mustChangePassword: z.boolean(),
});

export const importKind = z.enum(['staff', 'halls', 'items', 'grades', 'queues']);
export const importReport = z.object({
  kind: importKind,
  rows: z.number().int(),
  valid: z.number().int(),
  /** True when written; with any faulty row nothing is. */
  written: z.boolean(),
  errors: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })),
  /** What whoever publishes should know all the same: a longest way beyond the promise, a department without people. Chinese. */
  hints: z.array(z.string()),
  /** First passwords of new staff, shown this once. */
  passwords: z.array(z.object({ staffNo: z.string(), password: z.string() })),
});

export const auditEntry = z.object({
  id,
  at: isoInstant,
  actorName: z.string().nullable(),
  action: z.string(),
  words: z.string(),
  /** Whom or what it was done to: cases by number, an account, an applicant by name. A person's number is masked. */
  about: z.string().nullable(),
  ip: z.string().nullable(),
});

const notification = z.object({ id, at: isoInstant, words: z.string(), caseId: id.nullable(), taskId: id.nullable(), read: z.boolean() });

export const peopleEndpoints = {
  listStaff: endpoint({
    method: 'GET',
    path: '/staff',
    summary: '人员',
    access: ['security_admin', 'system_admin'],
    query: pageQuery.extend({ q: text(40).optional(), departmentId: id.optional() }),
    response: page(staffView),
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/staff/:id/password-reset',
    summary: '重置密码：给一次性初始密码，旧会话作废',
    access: ['security_admin'],
    params: idParams,
    response: z.object({ password: z.string() }),
  }),
  setStaffActive: endpoint({
    method: 'PUT',
    path: '/staff/:id/active',
    summary: '启用或停用',
    access: ['security_admin'],
    params: idParams,
    body: z.strictObject({ active: z.boolean(), reason: optionalText(200) }),
    response: staffView,
  }),
  importRows: endpoint({
    method: 'POST',
    path: '/imports/:kind',
    summary: '从 xlsx 导入人员、大厅、事项或信用等级，逐行校验，有错一行都不写',
    access: ['system_admin'],
    params: z.strictObject({ kind: importKind }),
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') }),
    bodyKind: 'file',
    response: importReport,
  }),
  importTemplate: endpoint({
    method: 'GET',
    path: '/imports/:kind/template',
    summary: '导入用的空白 xlsx',
    access: ['system_admin'],
    params: z.strictObject({ kind: importKind }),
    response: z.never(),
    responseKind: 'file',
  }),
  listAudit: endpoint({
    method: 'GET',
    path: '/audit',
    summary: '审计记录',
    access: ['auditor', 'security_admin'],
    query: pageQuery.extend({ action: text(60).optional() }),
    response: page(auditEntry),
  }),
  myNotifications: endpoint({
    method: 'GET',
    path: '/notifications',
    summary: '给我的消息',
    access: 'signed-in',
    query: pageQuery,
    response: page(notification).extend({ unread: z.number().int() }),
  }),
  readNotifications: endpoint({
    method: 'POST',
    path: '/notifications/read',
    summary: '消息全部标为已读',
    access: 'signed-in',
    response: done,
    idempotent: false,
  }),
};
