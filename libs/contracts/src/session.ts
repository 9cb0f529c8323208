import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { departmentRef, done, hallRef, id, isoInstant, role, text } from './primitives.js';

const password = z.string().min(1, '请填密码').max(200);
/** At least 10 characters with a letter and a digit. */
export const newPassword = z
  .string()
  .min(10, '密码至少 10 位')
  .max(200)
  .refine((s) => /[A-Za-z]/.test(s) && /[0-9]/.test(s), '密码要有字母和数字');

export const counterRef = z.object({ id, number: z.number().int(), name: z.string(), hallId: id, hallName: z.string() });

/** The signed-in person as their own screens need them. */
export const session = z.object({
  staff: z.object({
    id,
    staffNo: z.string(),
    name: z.string(),
    roles: z.array(role),
    department: departmentRef.nullable(),
    hall: hallRef.nullable(),
    regionCode: z.string(),
    regionName: z.string(),
    mustChangePassword: z.boolean(),
  }),
  counter: counterRef.nullable(),
  csrfToken: z.string(),
  idleMinutes: z.number().int(),
  /** R1.8, R5.7: from how many working days on a due date is red or yellow, and work stalled. */
  thresholds: z.object({ redBelow: z.number().int(), yellowThrough: z.number().int(), stalledAfter: z.number().int() }),
  lastSignIn: z.object({ at: isoInstant, counterName: z.string().nullable() }).nullable(),
  serverTime: isoInstant,
  /** True when the hall runs on demonstration data; the sign-in page then lists the accounts. */
  demonstration: z.boolean(),
});
export type Session = z.output<typeof session>;

export const sessionEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    summary: '登录。工号或手机号加密码；五次不对锁定 15 分钟',
    access: 'public',
    body: z.strictObject({ name: text(40), password, counterId: id.optional() }),
    response: session,
  }),
  getSession: endpoint({ method: 'GET', path: '/session', summary: '当前会话', access: 'signed-in', response: session }),
  signOut: endpoint({ method: 'DELETE', path: '/session', summary: '退出', access: 'signed-in', response: done, idempotent: false }),
  chooseCounter: endpoint({
    method: 'PUT',
    path: '/session/counter',
    summary: '换窗口',
    access: 'signed-in',
    body: z.strictObject({ counterId: id }),
    response: session,
  }),
  unlock: endpoint({
    method: 'POST',
    path: '/session/unlock',
    summary: '锁屏后用密码回来',
    access: 'signed-in',
    body: z.strictObject({ password }),
    response: done,
    idempotent: false,
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/session/password',
    summary: '改自己的密码',
    access: 'signed-in',
    body: z.strictObject({ currentPassword: password, newPassword }),
    response: done,
  }),
  /** Before sign-in: what the sign-in page needs. No personal data. */
  signInPage: endpoint({
    method: 'GET',
    path: '/sign-in-page',
    summary: '登录页：窗口清单，演示账号（仅演示数据）',
    access: 'public',
    response: z.object({
      regionName: z.string(),
      counters: z.array(counterRef),
      demonstrationAccounts: z.array(z.object({ staffNo: z.string(), name: z.string(), duty: z.string(), password: z.string() })),
      /** What is different today; null on a plain day. */
      announcement: z.string().nullable(),
      /** Whom to ring. */
      helpDesk: z.string().nullable(),
    }),
  }),
};
