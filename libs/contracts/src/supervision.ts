import { CONCLUSION_KINDS, HEAT_BUCKETS, type HeatBucketKey } from '@onewindow/domain';
import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { departmentRef, id, idParams, isoDate, isoInstant, listOf, page, pageQuery, staffRef, text } from './primitives.js';
import { lightCounts, taskRow } from './review.js';

export const clockName = z.enum(['promised', 'statutory', 'step']);
/** Keys of the heat map's columns, in the domain's order: by working days that remain on the chosen clock. */
export const HEAT_BUCKET_KEYS: readonly HeatBucketKey[] = HEAT_BUCKETS.map((bucket) => bucket.key);
export const heatBucket = z.enum(HEAT_BUCKET_KEYS);

/** This month's decided cases: 即办 + 提前 + 按时 + 超期 = all (R10.4). */
export const conclusionCounts = z.object({
  instant: z.number().int(),
  early: z.number().int(),
  onTime: z.number().int(),
  late: z.number().int(),
  all: z.number().int(),
});
export const conclusionRow = z.object({
  caseId: id,
  /** By which the case opens; null for one that the counter decided. */
  taskId: id.nullable(),
  caseNo: z.string(),
  title: z.string(),
  itemName: z.string(),
  department: departmentRef,
  decision: z.enum(['grant', 'deny']),
  kind: z.enum(CONCLUSION_KINDS),
  decidedOn: isoDate,
  due: isoDate.nullable(),
});

export const heatRow = z.object({
  department: departmentRef,
  open: z.number().int(),
  /** Counts in the order of HEAT_BUCKET_KEYS. */
  counts: z.array(z.number().int()).length(HEAT_BUCKET_KEYS.length),
  /** Share of this month's conclusions that kept the promise, 0 to 1; null without any. */
  onTimeRate: z.number().nullable(),
  concluded: conclusionCounts,
});

const stalledFilter = {
  departmentIds: listOf(id, 60).optional(),
  /** Working days without action (R5.7); 0 lists all open work. */
  minStalled: z.coerce.number().int().min(0).max(60).default(3),
  clock: clockName.default('promised'),
  /** Columns of the heat map on the chosen clock; 超期 is three of them. Any of these. */
  buckets: listOf(heatBucket, HEAT_BUCKET_KEYS.length).optional(),
  holderId: id.optional(),
  itemId: id.optional(),
  q: text(60).optional(),
};

export const reassignStrategy = z.enum(['balanced', 'one', 'familiar']);
/** The chosen tasks: named one by one, or all that the filter finds (at most 2,000). */
export const reassignTarget = z
  .strictObject({ taskIds: z.array(id).min(1).max(2000), strategy: reassignStrategy, toStaffId: id.optional() })
  .refine((t) => t.strategy !== 'one' || !!t.toStaffId, { path: ['toStaffId'], message: '指定一人时要选人' });

export const officerLoad = z.object({ staff: staffRef, before: z.number().int(), delta: z.number().int(), after: z.number().int() });
export const reassignPreview = z.object({
  /** When it was looked at: sent back with the order, so that tasks given to somebody else since then are left alone. */
  asOf: isoInstant,
  moving: z.number().int(),
  departments: z.array(
    z.object({ department: departmentRef, moving: z.number().int(), average: z.number(), officers: z.array(officerLoad) }),
  ),
  /** Tasks that can't be moved, each with its reason. */
  excluded: z.array(z.object({ taskId: id, caseNo: z.string(), title: z.string(), reason: z.string() })),
  /** Officers who take no part: on leave, delegated … */
  notTaking: z.array(z.object({ staff: staffRef, reason: z.string() })),
});
export type ReassignPreview = z.output<typeof reassignPreview>;

export const batchItem = z.object({
  taskId: id,
  caseId: id,
  caseNo: z.string(),
  title: z.string(),
  itemName: z.string(),
  state: z.enum(['waiting', 'done', 'failed']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** What to do next about a failure: open the case, or choose another person. */
  nextAction: z.enum(['openCase', 'chooseOther', 'retry']).nullable(),
  from: staffRef.nullable(),
  to: staffRef.nullable(),
});
export type BatchItem = z.output<typeof batchItem>;
export const batch = z.object({
  id,
  number: z.string(),
  /** Chosen tasks, all that a leaver holds, or what makes the loads even. */
  kind: z.enum(['reassign', 'handoff', 'evenOut']),
  state: z.enum(['running', 'finished']),
  reason: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  createdAt: isoInstant,
  finishedAt: isoInstant.nullable(),
  notified: z.number().int(),
  /** Failures first, then in the order given. */
  items: z.array(batchItem),
  receivers: z.array(z.object({ staff: staffRef, department: departmentRef, received: z.number().int(), load: z.number().int() })),
});
export type Batch = z.output<typeof batch>;

const supervisor = ['supervisor'] as const;
export const supervisionEndpoints = {
  supervisionOverview: endpoint({
    method: 'GET',
    path: '/supervision/overview',
    summary: '在办总数、灯、部门 × 剩余工作日',
    access: supervisor,
    query: z.strictObject({ clock: clockName.default('promised') }),
    response: z.object({
      counts: lightCounts.extend({ today: z.number().int(), soon: z.number().int() }),
      stalled: z.number().int(),
      rows: z.array(heatRow),
      total: heatRow.omit({ department: true }),
      asOf: isoInstant,
    }),
  }),
  listStalled: endpoint({
    method: 'GET',
    path: '/supervision/tasks',
    summary: '停滞办件，最久在前',
    access: supervisor,
    query: pageQuery.extend(stalledFilter),
    response: page(taskRow.extend({ reminders: z.number().int() })).extend({ total: z.number().int() }),
  }),
  listConclusions: endpoint({
    method: 'GET',
    path: '/supervision/conclusions',
    summary: '本月办结，最近在前：按时率所数的办件',
    access: supervisor,
    query: pageQuery.extend({ departmentIds: listOf(id, 60).optional(), kind: z.enum(CONCLUSION_KINDS).optional() }),
    response: page(conclusionRow).extend({ counts: conclusionCounts }),
  }),
  /** Ids of everything the filter finds, for 全选筛选结果. */
  listStalledIds: endpoint({
    method: 'GET',
    path: '/supervision/task-ids',
    summary: '筛选结果的全部编号（至多 2,000）',
    access: supervisor,
    query: z.strictObject(stalledFilter),
    response: z.object({ ids: z.array(id), total: z.number().int() }),
  }),
  previewReassign: endpoint({
    method: 'POST',
    path: '/supervision/reassign-previews',
    summary: '改派前看各人负荷的变化',
    access: ['chief', 'supervisor'],
    body: reassignTarget,
    response: reassignPreview,
    idempotent: false,
  }),
  reassignTasks: endpoint({
    method: 'POST',
    path: '/supervision/reassignments',
    summary: '改派多件：一件一个事务，可续做，时限不变',
    access: ['chief', 'supervisor'],
    body: reassignTarget.and(z.strictObject({ reason: text(300), previewedAt: isoInstant.optional() })),
    response: batch,
    status: 202,
  }),
  getBatch: endpoint({
    method: 'GET',
    path: '/supervision/batches/:id',
    summary: '一批的逐件结果',
    access: ['chief', 'supervisor'],
    params: idParams,
    response: batch,
  }),
  /** One task, by a chief within the department or a supervisor in the region. */
  reassignTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/reassign',
    summary: '改派一件',
    access: ['chief', 'supervisor'],
    params: idParams,
    body: z.strictObject({ toStaffId: id, reason: text(300) }),
    response: taskRow,
  }),
  officers: endpoint({
    method: 'GET',
    path: '/supervision/officers',
    summary: '可接手的人和各自的件数',
    access: ['chief', 'supervisor'],
    query: z.strictObject({ departmentId: id.optional() }),
    response: z.object({ items: z.array(staffRef.extend({ department: departmentRef, load: z.number().int() })) }),
  }),
};
