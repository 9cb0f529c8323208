import { TICKET_STATUSES } from '@onewindow/domain';
import { z } from 'zod';
import { identityType } from './applicants.js';
import { endpoint } from './endpoint.js';
import { actionState, id, isoDate, isoInstant, text } from './primitives.js';

const hallCode = z.string().regex(/^[A-Za-z0-9-]{1,20}$/);
const hallParams = z.strictObject({ hall: hallCode });
/** A series of numbers: one capital letter. */
const letter = z.string().regex(/^[A-Z]$/);
const ticketStatus = z.enum(TICKET_STATUSES);
/** Whole minutes; 0 means at once. */
const minutes = z.number().int().min(0);

/** A business of the hall, as the kiosk offers it. */
export const ticketKind = z.object({
  id,
  letter,
  name: z.string(),
  /** Always in the priority lane, as 高龄津贴. */
  priority: z.boolean(),
  open: z.boolean(),
  /** Chinese: why no number is given now. */
  closedReason: z.string().nullable(),
  waiting: z.number().int(),
  /** Null while no counter is open that serves it: there is no saying how long. */
  expectedMinutes: minutes.nullable(),
});
export type TicketKind = z.output<typeof ticketKind>;

/** What hangs on the wall: numbers and counters, no person. */
export const ticketHall = z.object({
  hall: z.object({ code: z.string(), name: z.string() }),
  kinds: z.array(ticketKind),
  /** The queues as numbers are drawn from them; P is the priority lane of the whole hall. */
  queues: z.array(
    z.object({ letter, name: z.string(), priority: z.boolean(), waiting: z.number().int(), expectedMinutes: minutes.nullable() }),
  ),
  /** The newest first; a recalled number is a new call. */
  calls: z.array(
    z.object({ number: z.string(), priority: z.boolean(), counterNumber: z.number().int(), at: isoInstant, callCount: z.number().int() }),
  ),
  counters: z.object({ open: z.number().int(), all: z.number().int() }),
  /** Of today's finished tickets; null before the first. */
  averageWaitMinutes: minutes.nullable(),
  averageHandlingMinutes: minutes.nullable(),
  serverTime: isoInstant,
});
export type TicketHall = z.output<typeof ticketHall>;

/** The slip. The QR code is the path of an SVG over `size` × `size` cells. */
export const ticketSlip = z.object({
  token: z.string(),
  number: z.string(),
  kindName: z.string(),
  priority: z.boolean(),
  hallName: z.string(),
  ahead: z.number().int(),
  /** Null while no counter is open that serves the business: there is no saying how long. */
  expectedMinutes: minutes.nullable(),
  takenAt: isoInstant,
  address: z.string(),
  qr: z.object({ size: z.number().int(), path: z.string() }),
});
export type TicketSlip = z.output<typeof ticketSlip>;

/** A ticket as the counter that has it sees it. */
export const ticketView = z.object({
  id,
  number: z.string(),
  kindId: id,
  kindName: z.string(),
  priority: z.boolean(),
  status: ticketStatus,
  day: isoDate,
  takenAt: isoInstant,
  calledAt: isoInstant.nullable(),
  callCount: z.number().int(),
  servingAt: isoInstant.nullable(),
  caseId: id.nullable(),
  /** Given at the kiosk, so that the counter has the applicant ready. */
  identityMasked: z.string().nullable(),
  actions: z.array(actionState),
});
export type TicketView = z.output<typeof ticketView>;

const ticketDesk = z.object({
  /** False where the hall has no queue machine: the counter then shows nothing of it. */
  usesTickets: z.boolean(),
  /** What this counter serves. */
  serves: z.array(z.object({ id, letter, name: z.string() })),
  waiting: z.object({ all: z.number().int(), priority: z.number().int(), longestMinutes: minutes }),
  current: ticketView.nullable(),
  /** Where a ticket can be sent on to. */
  counters: z.array(z.object({ id, number: z.number().int(), name: z.string() })),
  kinds: z.array(z.object({ id, letter, name: z.string() })),
  /** Who was not there when called, the latest first. */
  skipped: z.array(z.object({ id, number: z.string(), at: isoInstant })),
});
export type TicketDesk = z.output<typeof ticketDesk>;

const ticketParams = z.strictObject({ id });
const aboutTicket = z.object({ ticket: ticketView });
const clerks = ['clerk'] as const;

export const ticketEndpoints = {
  getTicketHall: endpoint({
    method: 'GET',
    path: '/halls/:hall/tickets',
    summary: '大厅叫号现状：业务、队列、最近叫号；无须登录，不含个人信息',
    access: 'public',
    params: hallParams,
    response: ticketHall,
  }),
  takeTicket: endpoint({
    method: 'POST',
    path: '/halls/:hall/tickets',
    summary: '取号，无须登录。同一 requestId 只出一个号',
    access: 'public',
    params: hallParams,
    body: z.strictObject({
      /** The device's own number of this request: a repeated one gets the same ticket. */
      requestId: z.uuid(),
      kindId: id,
      priority: z.boolean().default(false),
      /** Sealed at once; for the counter that calls, never on the slip. */
      identity: z.strictObject({ identityType: identityType.exclude(['creditCode']), identityNumber: text(40) }).optional(),
    }),
    response: ticketSlip,
    status: 201,
  }),
  getTicket: endpoint({
    method: 'GET',
    path: '/tickets/:token',
    summary: '扫码看等候，无须登录，不含个人信息',
    access: 'public',
    params: z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/) }),
    response: z.object({
      number: z.string(),
      kindName: z.string(),
      priority: z.boolean(),
      hallName: z.string(),
      status: ticketStatus,
      ahead: z.number().int(),
      /** Null while no counter of the hall is open. */
      expectedMinutes: minutes.nullable(),
      counterNumber: z.number().int().nullable(),
      takenAt: isoInstant,
      updatedAt: isoInstant,
    }),
  }),
  getTicketDesk: endpoint({
    method: 'GET',
    path: '/ticket-desk',
    summary: '本窗口的叫号：在办的号、等候人数、可转去处、过号名单',
    access: clerks,
    response: ticketDesk,
  }),
  callNextTicket: endpoint({
    method: 'POST',
    path: '/ticket-desk/call',
    summary: '叫下一位；办理中的号先办结。没有人等候时 ticket 为 null，办理中的号不动',
    access: clerks,
    response: z.object({ ticket: ticketView.nullable() }),
  }),
  recallTicket: endpoint({
    method: 'POST',
    path: '/ticket-desk/:id/recall',
    summary: '重呼',
    access: clerks,
    params: ticketParams,
    response: aboutTicket,
  }),
  skipTicket: endpoint({
    method: 'POST',
    path: '/ticket-desk/:id/skip',
    summary: '过号',
    access: clerks,
    params: ticketParams,
    response: aboutTicket,
  }),
  finishTicket: endpoint({
    method: 'POST',
    path: '/ticket-desk/:id/finish',
    summary: '办结本号',
    access: clerks,
    params: ticketParams,
    response: aboutTicket,
  }),
  passTicket: endpoint({
    method: 'POST',
    path: '/ticket-desk/:id/pass',
    summary: '转到别的窗口，或转为别的业务',
    access: clerks,
    params: ticketParams,
    body: z.union([z.strictObject({ counterId: id }), z.strictObject({ kindId: id })]),
    response: aboutTicket,
  }),
  requeueTicket: endpoint({
    method: 'POST',
    path: '/ticket-desk/:id/requeue',
    summary: '过号的重新排队，排到队尾',
    access: clerks,
    params: ticketParams,
    response: aboutTicket,
  }),
  linkTicket: endpoint({
    method: 'POST',
    path: '/ticket-desk/:id/link',
    summary: '把号和本大厅的办件连起来，开始办理',
    access: clerks,
    params: ticketParams,
    body: z.strictObject({ caseId: id }),
    response: aboutTicket,
  }),
  bringTicketApplicant: endpoint({
    method: 'POST',
    path: '/ticket-desk/:id/applicant',
    summary: '取号时留的证件，给叫号的窗口；每次取用留痕。没有留的为 null',
    access: clerks,
    params: ticketParams,
    response: z.object({
      applicant: z.object({ identityType, identityNumber: z.string(), name: z.string().nullable() }).nullable(),
    }),
    idempotent: false,
  }),
};
