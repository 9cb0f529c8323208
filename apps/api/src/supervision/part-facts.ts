import type { Role, RouteDefinition } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { partConflictOf, TASK_FROM, TASK_SELECT, type TaskWithHolder } from '../review/index.js';

/** Every task of those of the cases that have a step in parts; most have none. */
const PART_TASKS = sql<TaskWithHolder>(
  `SELECT ${TASK_SELECT} FROM ${TASK_FROM} WHERE t.case_id = ANY($1::uuid[])
   AND EXISTS (SELECT 1 FROM review_task o WHERE o.case_id = t.case_id AND position('#' IN o.step_key) > 0) ORDER BY t.round, t.id`,
);
const ROUTES = sql<Pick<Case, 'id' | 'answers' | 'form'> & { route: RouteDefinition }>(
  `SELECT c.id, c.answers, c.form, v.definition->'route' AS route FROM cases c JOIN item_version v ON v.id = c.item_version_id
   WHERE c.id = ANY($1::uuid[])`,
);

/** Why an officer can't do a part of a step, in Chinese; null when nothing speaks against it (R5.6). */
export type PartTest = (task: { id: string; caseId: string }, officer: { id: string; roles: readonly Role[] }) => string | null;

/** The rule of parts for chosen tasks: no one does two parts of one step. */
export async function partTest(reader: Pick<CommandTx, 'query'>, tasks: readonly { caseId: string }[]): Promise<PartTest> {
  const all = await reader.query(PART_TASKS, [[...new Set(tasks.map(({ caseId }) => caseId))]]);
  if (all.length === 0) return () => null;
  const byCase = Map.groupBy(all, ({ caseId }) => caseId);
  const routes = new Map((await reader.query(ROUTES, [[...byCase.keys()]])).map((row) => [row.id, row]));
  return ({ id, caseId }, officer) => {
    const own = byCase.get(caseId);
    const row = routes.get(caseId);
    const task = own?.find((one) => one.id === id);
    return own && row && task ? partConflictOf({ row, all: own, task, route: row.route }, officer) : null;
  };
}
