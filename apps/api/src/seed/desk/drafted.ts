import { type RouteDefinition } from '@onewindow/domain';
import type { EventInput } from '../../cases/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import type { TaskWithHolder } from '../../review/index.js';

const KEEP = sql(
  `INSERT INTO drafted_decision (task_id, case_id, decision, reason, opinion, drafted_by, drafted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

export interface SeedDraft {
  decision: 'grant' | 'deny';
  reason: string | null;
  opinion: string;
}

/** 拟办 with the last review before the decision: most propose a grant, one in three a denial with its reason. */
export function draftOf(route: RouteDefinition, task: TaskWithHolder, turn: number, opinion: string, reason: string): SeedDraft | null {
  const isLast = route.steps.some((step) => step.kind === 'decision' && step.after.includes(task.stepKey));
  if (task.kind !== 'review' || !isLast || turn % 2 !== 0) return null;
  return turn % 3 === 0
    ? { decision: 'deny', reason, opinion: '不符合法定条件，拟不予许可。' }
    : { decision: 'grant', reason: null, opinion };
}

/** Keeps it as 报送拟办 does. @returns the event that tells it */
export async function sendUp(tx: CommandTx, task: TaskWithHolder, staffId: string, draft: SeedDraft): Promise<EventInput> {
  const { decision, reason, opinion } = draft;
  await tx.query(KEEP, [task.id, task.caseId, decision, reason, opinion, staffId, tx.now]);
  const data = { step: task.stepKey, stepName: task.stepName, decision, reason: reason ?? undefined };
  return { action: 'task.sendUp', taskId: task.id, data };
}
