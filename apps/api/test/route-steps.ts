import type { Member, ReviewWorld, StepInput } from './review-world.js';

/** A step of an officer of the lead department, as tests of routes vary it. */
export const review = (key: string, over: Partial<StepInput> = {}): StepInput => ({
  key,
  name: '书面审查',
  kind: 'review',
  departmentCode: 'lead',
  role: 'approver',
  limit: 3,
  onSilence: 'wait',
  after: [],
  ...over,
});

export const decide = (after: string[]): StepInput => review('decide', { name: '决定', kind: 'decision', role: 'chief', after });

/** The task of a step or part that lies open now. */
export async function openTaskOf({ database }: ReviewWorld, caseId: string, stepKey: string): Promise<string> {
  const [found] = await database.query<{ id: string }>(
    `SELECT id FROM review_task WHERE case_id = $1 AND step_key = $2 AND status IN ('pooled', 'claimed')`,
    [caseId, stepKey],
  );
  if (!found) throw new Error(`no open task of ${stepKey}`);
  return found.id;
}

/** Claims a task and agrees to it. */
export async function pass({ client: { api } }: Member, id: string) {
  const { version } = await api.claimTask({ params: { id } });
  return await api.completeTask({ params: { id }, body: { expectedVersion: version, opinion: '符合条件' } });
}
