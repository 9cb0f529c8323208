import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { departmentRef, id, isoDate, isoInstant, page, pageQuery, staffRef, text } from './primitives.js';
import { light, lightCounts, taskRow } from './review.js';
import { batch, officerLoad, reassignPreview, reassignStrategy } from './supervision.js';

/** One officer of the department: what they have, and since when. */
export const boardOfficer = z.object({
  staff: staffRef,
  /** Chinese names of the roles in which they work. */
  duties: z.array(z.string()),
  /** Away today, and who stands in. */
  leave: z.object({ through: isoDate, delegate: staffRef }).nullable(),
  /** For whom they stand in today. */
  standsInFor: z.array(staffRef),
  lights: lightCounts,
  /** The longest held of their open tasks came then; null with none. */
  oldestSince: isoInstant.nullable(),
  /** Working days since anything happened to the longest resting of them (R5.7). */
  longestStalled: z.number().int(),
  doneToday: z.number().int(),
});
export type BoardOfficer = z.output<typeof boardOfficer>;

/** What of the department's work a list shows: the pool, one officer's, everybody's, or what was done today. */
export const boardScope = z.enum(['pool', 'held', 'done']);

const chief = ['chief'] as const;
const movers = ['chief', 'supervisor'] as const;

/** 离岗移交: everything that one officer holds. */
export const handoffTarget = z
  .strictObject({ fromStaffId: id, strategy: reassignStrategy, toStaffId: id.optional() })
  .refine((t) => t.strategy !== 'one' || !!t.toStaffId, { path: ['toStaffId'], message: '指定一人时要选人' });

export const evenOutMove = z.object({
  taskId: id,
  caseNo: z.string(),
  title: z.string(),
  itemName: z.string(),
  from: staffRef,
  to: staffRef,
});

export const departmentBoardEndpoints = {
  departmentBoard: endpoint({
    method: 'GET',
    path: '/department-board',
    summary: '部门看板：谁手上有什么，从什么时候起',
    access: chief,
    response: z.object({
      department: departmentRef,
      pool: lightCounts.extend({ oldestSince: isoInstant.nullable() }),
      officers: z.array(boardOfficer),
      held: lightCounts,
      doneToday: z.number().int(),
      asOf: isoInstant,
    }),
  }),
  listDepartmentTasks: endpoint({
    method: 'GET',
    path: '/department-board/tasks',
    summary: '部门看板上一个数字所数的任务，最急在前',
    access: chief,
    query: pageQuery.extend({
      scope: boardScope.default('pool'),
      holderId: id.optional(),
      light: light.optional(),
      q: text(60).optional(),
    }),
    response: page(taskRow.extend({ doneAt: isoInstant.nullable() })),
  }),
  previewEvenOut: endpoint({
    method: 'POST',
    path: '/department-board/even-out-previews',
    summary: '均衡前看各人负荷的变化和要动的件',
    access: chief,
    body: z.strictObject({}),
    response: z.object({
      asOf: isoInstant,
      moves: z.array(evenOutMove),
      average: z.number(),
      officers: z.array(officerLoad),
      notTaking: z.array(z.object({ staff: staffRef, reason: z.string() })),
    }),
    idempotent: false,
  }),
  evenOut: endpoint({
    method: 'POST',
    path: '/department-board/even-outs',
    summary: '按看过的方案均衡：一件一个事务，逐件给出结果，时限不变',
    access: chief,
    body: z.strictObject({
      moves: z
        .array(z.strictObject({ taskId: id, fromStaffId: id, toStaffId: id }))
        .min(1)
        .max(2000),
      reason: text(300),
    }),
    response: batch,
    status: 202,
  }),
  previewHandoff: endpoint({
    method: 'POST',
    path: '/handoff-previews',
    summary: '离岗移交前看接手人负荷的变化',
    access: movers,
    body: handoffTarget,
    response: reassignPreview,
    idempotent: false,
  }),
  handOff: endpoint({
    method: 'POST',
    path: '/handoffs',
    summary: '离岗移交：把一人手上的全部办件交给别人，时限不变',
    access: movers,
    body: handoffTarget.and(z.strictObject({ reason: text(300), previewedAt: isoInstant.optional() })),
    response: batch,
    status: 202,
  }),
};
