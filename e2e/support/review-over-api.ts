import type { TaskRow } from '@onewindow/contracts';
import type { Person } from './person.js';

/** The task of a case in the department's pool. */
export async function pooledTask(officer: Person, caseNo: string): Promise<TaskRow> {
  const { items } = await officer.api.listTasks({ query: { tab: 'pool', q: caseNo } });
  const [task] = items;
  if (!task || items.length > 1) throw new Error(`${items.length} tasks of ${caseNo} in the pool`);
  return task;
}

/** Claims the case's task in the pool. */
export async function claimed(officer: Person, caseNo: string): Promise<TaskRow> {
  const task = await pooledTask(officer, caseNo);
  return await officer.api.claimTask({ params: { id: task.id } });
}

/** Claims and completes the case's review: the next step opens. */
export async function reviewed(officer: Person, caseNo: string): Promise<TaskRow> {
  const task = await claimed(officer, caseNo);
  return await officer.api.completeTask({
    params: { id: task.id },
    body: { expectedVersion: task.version, outcome: 'agree', opinion: '符合法定条件。' },
  });
}
