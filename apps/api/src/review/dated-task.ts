import type { DatedTask } from '@onewindow/domain';
import type { ReviewTask } from './review-task.entity.js';

type Dates = 'kind' | 'stepStartedOn' | 'stepLimit' | 'stepDue' | 'stepProvisional' | 'statutoryDue' | 'promisedDue' | 'nearestDue';

/**
 * A task as what redates it takes it. R1.5: a pause stops the step too. An extension does not lengthen it: the agency's head gives the case more
 * time towards the applicant, while the limit of a step measures the desk; were it lengthened as well, each step could use the whole extension up
 * for itself.
 */
export function datedTask(task: Pick<ReviewTask, Dates>): DatedTask {
  const { kind, stepStartedOn: startedOn, stepLimit: limit, statutoryDue, promisedDue, nearestDue } = task;
  return { kind, startedOn, limit, step: { due: task.stepDue, provisional: task.stepProvisional }, statutoryDue, promisedDue, nearestDue };
}
