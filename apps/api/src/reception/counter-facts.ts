import type { CaseActionInput } from '@onewindow/domain';
import { caseFactsOf, hasOwnConflict, rolesOn } from '../case-view/index.js';
import type { Actor } from '../platform/index.js';
import type { CounterCase } from './counter-desk.js';

/**
 * What the table of R11 asks about a case on the counter. Missing papers are left to the list of all hindrances, which names each of them;
 * tasks play no part before a decision.
 */
export function counterFacts({ row, version, applicant }: CounterCase, actor: Actor): CaseActionInput {
  const ownConflict = hasOwnConflict(actor, row, applicant);
  const facts = caseFactsOf({ row, definition: version.definition, openTasks: 0, ownConflict, missingMaterials: 0 });
  return { status: row.status, roles: rolesOn(actor, row), facts };
}
