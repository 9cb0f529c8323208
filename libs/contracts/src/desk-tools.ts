import { TASK_KINDS } from '@onewindow/domain';
import { z } from 'zod';
import { decision } from './case-views.js';
import { endpoint, reviewer } from './endpoint.js';
import { expectedVersion, id, idParams, isoDate, isoInstant, optionalText, staffRef, text } from './primitives.js';
import { inboxTab, light, reviewPoint, taskRow } from './review.js';

const deskKind = z.enum(TASK_KINDS);

/** What a queue shows, as the address of the desk says it. */
export const deskFilter = z.strictObject({
  tab: inboxTab,
  light: light.optional(),
  itemId: id.optional(),
  stepName: text(30).optional(),
  minStalled: z.number().int().min(1).max(60).optional(),
  receivedFrom: isoDate.optional(),
  receivedTo: isoDate.optional(),
  q: text(60).optional(),
});
export type DeskFilter = z.output<typeof deskFilter>;

/** 常用筛选: one press shows it again. */
export const savedSearch = z.object({ id, name: z.string(), filter: deskFilter });
export type SavedSearch = z.output<typeof savedSearch>;
export const MOST_SEARCHES = 12;
/** As many as have a key: Alt+1 to Alt+6, and as many again behind them. */
export const MOST_PHRASES = 12;

/** Phrases for opinions by the kind of the task; null where nobody has set any. */
export const phraseLists = z.object({
  kind: deskKind,
  own: z.array(z.string()).nullable(),
  department: z.array(z.string()).nullable(),
});
export type PhraseLists = z.output<typeof phraseLists>;

/** How a person has set up the own desk. */
export const deskSettings = z.object({
  /** 自动签收下一件: with nothing left in hand, the most urgent of the pool is claimed. */
  autoClaim: z.boolean(),
  searches: z.array(savedSearch),
  phrases: z.array(phraseLists),
  /** May set the department's phrases: its chief. */
  maySetDepartment: z.boolean(),
});
export type DeskSettings = z.output<typeof deskSettings>;

/** What there is to filter by in a tab. */
export const taskFacet = z.object({ itemId: id, itemName: z.string(), stepName: z.string(), count: z.number().int() });
export type TaskFacet = z.output<typeof taskFacet>;

/** What is other than when it was seen last. Numbers of persons are masked (R10.2). */
export const caseChange = z.object({
  part: z.enum(['form', 'answer', 'material']),
  /** Of the field, the question, the material; of a table's row `key.row`. */
  key: z.string(),
  title: z.string(),
  before: z.string(),
  after: z.string(),
});
export type CaseChange = z.output<typeof caseChange>;

/** A drafted decision that an officer has sent up (拟办). */
export const draftedDecision = z.object({
  taskId: id,
  stepName: z.string(),
  decision,
  reason: z.string().nullable(),
  opinion: z.string(),
  by: staffRef,
  at: isoInstant,
});
export type DraftedDecision = z.output<typeof draftedDecision>;

export const taskBackground = z.object({
  /** Compared with what who saw when; null when nothing differs, or nobody has looked yet. */
  seen: z.object({ by: staffRef, own: z.boolean(), at: isoInstant, fresh: z.boolean() }).nullable(),
  changes: z.array(caseChange),
  /** The newest first. */
  drafts: z.array(draftedDecision),
});
export type TaskBackground = z.output<typeof taskBackground>;

export const MOST_IN_BATCH = 200;
const batchTasks = z.array(id).min(1).max(MOST_IN_BATCH);

export const deskBatchPreview = z.object({
  /** What all of the batch share; null when none of the tasks was found. */
  like: z.object({ itemName: z.string(), stepName: z.string(), kind: deskKind, outcome: z.enum(['agree', 'grant']).nullable() }).nullable(),
  /** The review points of the step: looked at for all of them. */
  points: z.array(z.string()),
  items: z.array(
    z.object({ taskId: id, caseNo: z.string(), title: z.string(), code: z.string().nullable(), reason: z.string().nullable() }),
  ),
});
export type DeskBatchPreview = z.output<typeof deskBatchPreview>;

export const deskBatchItem = z.object({
  taskId: id,
  caseNo: z.string(),
  title: z.string(),
  itemName: z.string(),
  state: z.enum(['waiting', 'done', 'failed']),
  code: z.string().nullable(),
  message: z.string().nullable(),
});
export type DeskBatchItem = z.output<typeof deskBatchItem>;

/** One opinion for like cases, one transaction for each. */
export const deskBatch = z.object({
  id,
  state: z.enum(['running', 'finished']),
  outcome: z.enum(['agree', 'grant']),
  stepName: z.string(),
  itemName: z.string(),
  opinion: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  createdAt: isoInstant,
  finishedAt: isoInstant.nullable(),
  /** Failures first, then in the order given. */
  items: z.array(deskBatchItem),
});
export type DeskBatch = z.output<typeof deskBatch>;

export const deskToolEndpoints = {
  getDeskSettings: endpoint({
    method: 'GET',
    path: '/desk-settings',
    summary: '待办的个人设置：常用筛选、常用语、自动签收',
    access: reviewer,
    response: deskSettings,
  }),
  setAutoClaim: endpoint({
    method: 'PUT',
    path: '/desk-settings',
    summary: '设自动签收下一件',
    access: reviewer,
    body: z.strictObject({ autoClaim: z.boolean() }),
    response: deskSettings,
  }),
  /** The same name again replaces what it stood for. */
  saveSearch: endpoint({
    method: 'POST',
    path: '/desk-searches',
    summary: '存一个常用筛选',
    access: reviewer,
    body: z.strictObject({ name: text(20), filter: deskFilter }),
    response: deskSettings,
  }),
  removeSearch: endpoint({
    method: 'DELETE',
    path: '/desk-searches/:id',
    summary: '删一个常用筛选',
    access: reviewer,
    params: idParams,
    response: deskSettings,
  }),
  /** Null goes back to what the department, or else everybody, starts with. */
  setPhrases: endpoint({
    method: 'PUT',
    path: '/desk-phrases',
    summary: '设审查意见的常用语：自己的，或本部门的',
    access: reviewer,
    body: z.strictObject({
      kind: deskKind,
      of: z.enum(['own', 'department']),
      phrases: z.array(text(200)).max(MOST_PHRASES).nullable(),
    }),
    response: deskSettings,
  }),
  taskFacets: endpoint({
    method: 'GET',
    path: '/task-facets',
    summary: '一栏里有哪些事项、环节，各几件',
    access: reviewer,
    query: z.strictObject({ tab: inboxTab.default('mine') }),
    response: z.object({ items: z.array(taskFacet) }),
  }),
  /** R5.4: who is overtaken gets the one after it; null when nothing in the pool can be claimed. */
  claimNext: endpoint({
    method: 'POST',
    path: '/task-claims/next',
    summary: '签收部门池里最急的一件',
    access: reviewer,
    response: z.object({ task: taskRow.nullable() }),
  }),
  taskBackground: endpoint({
    method: 'GET',
    path: '/tasks/:id/background',
    summary: '办件的变动（与上次看时比）和报来的拟办意见',
    access: [...reviewer, 'supervisor'],
    params: idParams,
    response: taskBackground,
  }),
  /** A reading mark: twice is as good as once. */
  markSeen: endpoint({
    method: 'POST',
    path: '/tasks/:id/seen',
    summary: '记下看到的内容',
    access: reviewer,
    params: idParams,
    response: z.object({ seenAt: isoInstant }),
    idempotent: false,
  }),
  sendUp: endpoint({
    method: 'POST',
    path: '/tasks/:id/send-up',
    summary: '审查通过并报送拟办意见',
    access: reviewer,
    params: idParams,
    body: z
      .strictObject({
        expectedVersion,
        decision,
        reason: optionalText(2000),
        opinion: text(4000),
        points: z
          .array(z.strictObject({ text: text(120), state: reviewPoint.shape.state, note: optionalText(200) }))
          .max(30)
          .optional(),
      })
      .refine(({ decision: proposed, reason }) => proposed === 'grant' || !!reason, { path: ['reason'], message: '拟不予许可要写理由' }),
    response: taskRow,
  }),
  /** Nothing is written, hence no key: no number is drawn, and every page says 预览. */
  previewDecision: endpoint({
    method: 'POST',
    path: '/cases/:id/decision-previews',
    summary: '决定书的预览，不编号',
    access: reviewer,
    params: idParams,
    body: z.strictObject({ decision, reason: optionalText(2000) }),
    response: z.never(),
    responseKind: 'file',
    idempotent: false,
  }),
  previewDeskBatch: endpoint({
    method: 'POST',
    path: '/desk-batch-previews',
    summary: '批量办理的预览：哪些可以，哪些不行、为什么',
    access: reviewer,
    body: z.strictObject({ taskIds: batchTasks }),
    response: deskBatchPreview,
    idempotent: false,
  }),
  orderDeskBatch: endpoint({
    method: 'POST',
    path: '/desk-batches',
    summary: '同类办件一并审查通过或准予，逐件给出结果',
    access: reviewer,
    body: z.strictObject({ taskIds: batchTasks, opinion: text(4000) }),
    response: deskBatch,
    status: 202,
  }),
  getDeskBatch: endpoint({
    method: 'GET',
    path: '/desk-batches/:id',
    summary: '一次批量办理的结果',
    access: reviewer,
    params: idParams,
    response: deskBatch,
  }),
};
