import type { ConditionSubject, StepState } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { ReviewTask } from './review-task.entity.js';

/** What conditions of the route look at. */
export function subjectOf(row: Pick<Case, 'answers' | 'form'>): ConditionSubject {
  return { answers: row.answers, form: row.form };
}

/** The tasks as the route sees them; 出证 comes after it. */
export function statesOf(all: readonly Pick<ReviewTask, 'kind' | 'stepKey' | 'round' | 'status'>[]): StepState[] {
  return all.filter((task) => task.kind !== 'issue').map(({ stepKey, round, status }) => ({ stepKey, round, status }));
}
