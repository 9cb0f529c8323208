import { TASK_KINDS } from '@onewindow/domain';
import { z } from 'zod';
import { caseDetail, caseEvent, caseMaterial, taskStatus } from './case-views.js';
import { clocks, pauseView } from './clocks.js';
import { endpoint, reviewer } from './endpoint.js';
import {
  actionState,
  departmentRef,
  expectedVersion,
  formValues,
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

/**
 * `issue` is 出证: pooled in the lead department by the decision of a case whose result is on paper, so that the result to be made
 * stands in the inbox with its own clock (art 44: ten working days) and is seen when it stalls. It is completed by `issueResult`, a
 * `decision` by `decideCase`; `reroute` lies in the receiving hall's pool (R5.3).
 */
export const taskKind = z.enum(TASK_KINDS);
export const light = z.enum(['red', 'yellow', 'green', 'paused']);
/** `delegated`: what the principals hold for whom the officer stands in today, and what the pool offers to them alone. */
export const inboxTab = z.enum(['mine', 'pool', 'consultation', 'delegated']);

/** A row of 待办: worst first, three clocks. */
export const taskRow = z.object({
  id,
  caseId: id,
  caseNo: z.string(),
  title: z.string(),
  itemName: z.string(),
  stepName: z.string(),
  kind: taskKind,
  status: taskStatus,
  department: departmentRef,
  holder: staffRef.nullable(),
  pooledAt: isoInstant.nullable(),
  claimedAt: isoInstant.nullable(),
  clocks,
  /** Worst of the three; `paused` while the clock stands still. */
  light,
  paused: pauseView,
  /** Working days since the holder last acted or since it entered the pool (R5.7). */
  stalledDays: z.number().int(),
  version: expectedVersion,
  actions: z.array(actionState),
});
export type TaskRow = z.output<typeof taskRow>;

export const lightCounts = z.object({
  red: z.number().int(),
  yellow: z.number().int(),
  green: z.number().int(),
  paused: z.number().int(),
  all: z.number().int(),
});

export const reviewPoint = z.object({ text: z.string(), state: z.enum(['open', 'met', 'unmet', 'pending']), note: z.string().nullable() });
export type ReviewPoint = z.output<typeof reviewPoint>;

/** A task with all that stands beside the list: form, materials, points, opinion, route, story. */
export const taskDetail = taskRow.extend({
  round: z.number().int(),
  points: z.array(reviewPoint),
  opinion: z.string(),
  outcome: z.string().nullable(),
  draftSavedAt: isoInstant.nullable(),
  case: caseDetail.omit({ actions: true }),
  /** Actions on the case itself (decide, terminate, issue …). */
  caseActions: z.array(actionState),
  /** 代理授权: in whose name the actor would act here; null in their own, or not at all. */
  actingFor: z.object({ id, name: z.string() }).nullable(),
  /** What can be done around the work: WORK_ACTIONS of the domain that are offered to this person here. */
  workActions: z.array(actionState),
  form: formValues,
  materials: z.array(caseMaterial),
  events: z.array(caseEvent),
  eventCount: z.number().int(),
});
export type TaskDetail = z.output<typeof taskDetail>;

const pointsInput = z.array(z.strictObject({ text: text(120), state: reviewPoint.shape.state, note: optionalText(200) })).max(30);

/** R5.3: a refused step that waits for the right department. */
export const rerouteRow = taskRow.extend({
  /** Why the department refused; empty without words. */
  reason: z.string(),
  /** The name of the step that was refused. */
  refusedStep: z.string(),
});
export type RerouteRow = z.output<typeof rerouteRow>;

export const reviewEndpoints = {
  listTasks: endpoint({
    method: 'GET',
    path: '/tasks',
    summary: '待办：我的、部门池、征求意见，最急在前',
    access: reviewer,
    query: pageQuery.extend({
      tab: inboxTab.default('mine'),
      light: light.optional(),
      q: text(60).optional(),
      itemId: id.optional(),
      stepName: text(30).optional(),
      /** R5.7, in working days; work whose clock stands still is not stalled. */
      minStalled: z.coerce.number().int().min(1).max(60).optional(),
      /** Days in Shanghai, both included. */
      receivedFrom: isoDate.optional(),
      receivedTo: isoDate.optional(),
    }),
    response: page(taskRow),
  }),
  countTasks: endpoint({
    method: 'GET',
    path: '/task-counts',
    summary: '各栏件数和灯',
    access: reviewer,
    /** `delegated` is null for whoever stands in for nobody today. */
    response: z.object({ mine: lightCounts, pool: lightCounts, consultation: lightCounts, delegated: lightCounts.nullable() }),
  }),
  getTask: endpoint({
    method: 'GET',
    path: '/tasks/:id',
    summary: '一项审批任务',
    access: [...reviewer, 'supervisor'],
    params: idParams,
    response: taskDetail,
  }),
  claimTask: endpoint({ method: 'POST', path: '/tasks/:id/claim', summary: '签收', access: reviewer, params: idParams, response: taskRow }),
  claimTasks: endpoint({
    method: 'POST',
    path: '/task-claims',
    summary: '签收多件，逐件给出结果',
    access: reviewer,
    body: z.strictObject({ taskIds: z.array(id).min(1).max(200) }),
    response: z.object({
      items: z.array(z.object({ taskId: id, ok: z.boolean(), code: z.string().nullable(), message: z.string().nullable() })),
    }),
  }),
  releaseTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/release',
    summary: '退回部门池',
    access: reviewer,
    params: idParams,
    response: taskRow,
  }),
  saveOpinion: endpoint({
    method: 'PUT',
    path: '/tasks/:id/opinion',
    summary: '暂存审查要点和意见',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ points: pointsInput, opinion: z.string().max(4000) }),
    response: z.object({ savedAt: isoInstant, version: expectedVersion }),
  }),
  /** Completes a review or answers a consultation. A decision step is completed by `decideCase`. */
  completeTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/complete',
    summary: '审查通过（或答复征求意见）',
    access: reviewer,
    params: idParams,
    body: z.strictObject({
      expectedVersion,
      outcome: z.enum(['agree', 'agreeWithConditions', 'object']).default('agree'),
      points: pointsInput.optional(),
      opinion: text(4000),
    }),
    response: taskRow,
  }),
  retrieveTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/retrieve',
    summary: '取回（后一环节未开始）',
    access: reviewer,
    params: idParams,
    response: taskRow,
  }),
  refuseTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/refuse',
    summary: '拒签：不是本部门的，写明理由',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ expectedVersion, reason: text(500) }),
    response: taskRow,
  }),
  returnTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/return',
    summary: '退回前一环节',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ expectedVersion, toStep: z.string().max(40), reason: text(500) }),
    response: taskRow,
  }),
  transferTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/transfer',
    summary: '转办给本部门另一人',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ expectedVersion, toStaffId: id, reason: text(500) }),
    response: taskRow,
  }),
  colleagues: endpoint({
    method: 'GET',
    path: '/tasks/:id/colleagues',
    summary: '可以转办给谁，各有多少件',
    access: reviewer,
    params: idParams,
    response: z.object({
      items: z.array(staffRef.extend({ load: z.number().int(), problem: z.string().nullable() })),
      /** Why it can be given to none of them; null when somebody can take it. */
      nobody: z.string().nullable(),
    }),
  }),
  /** R5.3: refused tasks wait in the receiving hall's pool for the right department. */
  listReroutes: endpoint({
    method: 'GET',
    path: '/reroutes',
    summary: '拒签退回、待改派部门的任务，最急在前',
    access: ['clerk'],
    query: pageQuery,
    response: page(rerouteRow).extend({ total: z.number().int(), departments: z.array(departmentRef) }),
  }),
  rerouteTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/reroute',
    summary: '把拒签的环节改派给正确的部门，时限不变',
    access: ['clerk'],
    params: idParams,
    body: z.strictObject({ departmentId: id, note: optionalText(500) }),
    response: taskRow,
  }),
  listDone: endpoint({
    method: 'GET',
    path: '/done-tasks',
    summary: '我的已办',
    access: reviewer,
    query: pageQuery.extend({ q: text(60).optional() }),
    response: page(taskRow.extend({ doneAt: isoInstant, outcome: z.string().nullable(), opinion: z.string() })),
  }),
};
