import type { ItemDefinition } from '@onewindow/contracts';
import { assertNoPersonalData } from '@onewindow/domain';
import type { Case } from '../cases/index.js';

/** Which open case would be a duplicate of this one. */
export function duplicateSearch({ id, itemId }: Pick<Case, 'id' | 'itemId'>): { itemId: string; caseId: string } {
  return { itemId, caseId: id };
}

/**
 * Questions that answer themselves by whether an agent acts (`from: 'agent'`): then the authority is asked for without another click.
 * @param agent the edit: null takes the agent away, undefined leaves what is there
 * @returns the answers with these changed; null when nothing changes
 */
export function answersByAgent(
  questions: ItemDefinition['questions'],
  answers: Case['answers'],
  agent: object | null | undefined,
  hasAgent: boolean,
): Case['answers'] | null {
  const acts = agent === undefined ? hasAgent : agent !== null;
  // Somebody may say first that an agent comes, and enter them afterwards.
  if (!acts && agent === undefined) return null;
  const changed = questions.filter(({ key, from }) => from === 'agent' && answers[key] !== acts);
  return changed.length === 0 ? null : { ...answers, ...Object.fromEntries(changed.map(({ key }) => [key, acts])) };
}

/**
 * A reason is kept beside the open case that it is about, and nowhere else. It becomes part of the event that accepts, which may be the law's own
 * doing (R2.4): a number of a person in it is refused while somebody is there to take it out (R10.1).
 * @throws NumberInWords
 */
export function reasonBeside(row: Pick<Case, 'duplicateOf'>, changes: Partial<Case>, reason: string): string | null {
  const beside = changes.duplicateOf === undefined ? row.duplicateOf : changes.duplicateOf;
  assertNoPersonalData(reason, 'duplicateReason');
  return beside === null || reason === '' ? null : reason;
}
