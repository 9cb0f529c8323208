import {
  currentRounds,
  expandRoute,
  isTaskHeld,
  isTaskPassed,
  partConflict,
  peopleOf,
  type Role,
  type RouteDefinition,
  stepKeyOf,
} from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { ReviewTask } from './review-task.entity.js';
import { statesOf, subjectOf } from './route-states.js';

/** A task among all tasks of its case, with the route as the item version writes it. */
interface TaskOnRoute {
  row: Pick<Case, 'answers' | 'form'>;
  all: readonly ReviewTask[];
  task: Pick<ReviewTask, 'stepKey'>;
  route: RouteDefinition;
}

/** R5.6: why this officer can't do the task because of the other parts of its step, in Chinese; null when nothing speaks against it. */
export function partConflictOf({ row, all, task, route }: TaskOnRoute, officer: { id: string; roles: readonly Role[] }): string | null {
  const key = stepKeyOf(task.stepKey);
  const rounds = currentRounds(expandRoute(route), statesOf(all), subjectOf(row));
  const current = all
    .filter((one) => stepKeyOf(one.stepKey) === key && one.round === rounds.get(one.stepKey))
    .filter(({ status }) => isTaskPassed(status) || isTaskHeld(status))
    .flatMap(({ stepKey, round, completedBy, holderId }) =>
      peopleOf({ completedBy, holderId }).map((staffId) => ({ stepKey, round, staffId })),
    );
  return partConflict({ route, task, officer: { id: officer.id, isChief: officer.roles.includes('chief') }, current });
}
