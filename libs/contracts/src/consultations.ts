import { CONSULTATION_OUTCOMES, LONGEST_CONSULTATION_LIMIT, MOST_CONSULTED } from '@onewindow/domain';
import { z } from 'zod';
import { taskStatus } from './case-views.js';
import { clock, pauseView } from './clocks.js';
import { endpoint, reviewer } from './endpoint.js';
import {
  actionState,
  departmentRef,
  expectedVersion,
  id,
  idParams,
  isoDate,
  isoInstant,
  page,
  pageQuery,
  staffRef,
  text,
} from './primitives.js';
import { taskRow } from './review.js';

export const consultationOutcome = z.enum(CONSULTATION_OUTCOMES);
export const consultationTab = z.enum(['open', 'answered', 'deemed']);
export type ConsultationTab = z.output<typeof consultationTab>;

/** A row of 征求意见, as the consulted department sees it: worst first while it is open, newest first afterwards. */
export const consultationRow = taskRow.extend({
  /** What an officer asked (协办); null where the route asks, and then the review points say what about. */
  question: z.string().nullable(),
  askedBy: staffRef.nullable(),
  /** The department that waits for the answer. */
  asking: departmentRef,
  /** R5.2: from this day silence counts as no objection; null where it never does. */
  silenceOn: isoDate.nullable(),
  outcome: z.string().nullable(),
  opinion: z.string(),
  doneAt: isoInstant.nullable(),
});
export type ConsultationRow = z.output<typeof consultationRow>;

/** A question of an officer to another department (协办), as the asking department sees it. */
export const askedConsultation = z.object({
  taskId: id,
  department: departmentRef,
  question: z.string(),
  askedBy: staffRef,
  askedAt: isoInstant,
  status: taskStatus,
  /** Runs while it is open. */
  clock: clock.nullable(),
  paused: pauseView,
  silenceOn: isoDate.nullable(),
  /** Who has it on the desk, or who answered. */
  holder: staffRef.nullable(),
  outcome: z.string().nullable(),
  opinion: z.string(),
  doneAt: isoInstant.nullable(),
  withdrawnReason: z.string().nullable(),
  actions: z.array(actionState),
});
export type AskedConsultation = z.output<typeof askedConsultation>;

export const taskConsultations = z.object({
  asked: z.array(askedConsultation),
  /** Who can be asked, each with what speaks against it. */
  departments: z.array(departmentRef.extend({ problem: z.string().nullable() })),
  /** Working days, unless the officer names others. */
  defaultLimit: z.number().int(),
});
export type TaskConsultations = z.output<typeof taskConsultations>;

export const consultationEndpoints = {
  listConsultations: endpoint({
    method: 'GET',
    path: '/consultations',
    summary: '征求意见：待答复的最急在前，答复过的和期满视为无意见的最近在前',
    access: reviewer,
    query: pageQuery.extend({ tab: consultationTab.default('open'), q: text(60).optional() }),
    response: page(consultationRow),
  }),
  /** R5.4: taken and answered at once; of two officers one wins, the other is told who. */
  answerConsultation: endpoint({
    method: 'POST',
    path: '/consultations/:id/answer',
    summary: '答复征求意见，一步完成',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ expectedVersion, outcome: consultationOutcome, opinion: text(4000) }),
    response: taskRow,
  }),
  taskConsultations: endpoint({
    method: 'GET',
    path: '/tasks/:id/consultations',
    summary: '本环节问过哪些部门，还能问哪些',
    access: reviewer,
    params: idParams,
    response: taskConsultations,
  }),
  askConsultation: endpoint({
    method: 'POST',
    path: '/tasks/:id/consultations',
    summary: '协办：向一个或几个部门征求意见，写明问题和答复期',
    access: reviewer,
    params: idParams,
    body: z.strictObject({
      departmentIds: z.array(id).min(1, '选一个部门').max(MOST_CONSULTED, `一次最多问 ${MOST_CONSULTED} 个部门`),
      question: text(500),
      /** Working days. */
      limit: z.number().int().min(1, '答复期至少 1 个工作日').max(LONGEST_CONSULTATION_LIMIT).optional(),
    }),
    response: taskConsultations,
  }),
  withdrawConsultation: endpoint({
    method: 'POST',
    path: '/consultations/:id/withdraw',
    summary: '撤回协办，写明理由',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ reason: text(300) }),
    response: taskConsultations,
  }),
};
