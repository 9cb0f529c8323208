import type { RouteStepView } from '@onewindow/contracts';
import { isAskedBy, isAskedConsultation } from '@onewindow/domain';
import type { TaskRead } from './case-reads.js';

/**
 * 协办 in the route's picture: a question stands beside the step that asks it, and what follows that step waits for both. Withdrawn ones are
 * left out, they are told in the story.
 * @param draw presents one task as a step of the picture
 */
export function withAskedSteps(
  steps: readonly RouteStepView[],
  tasks: readonly TaskRead[],
  draw: (task: TaskRead, after: string[]) => RouteStepView,
): RouteStepView[] {
  const asked = tasks.filter((task) => isAskedConsultation(task.stepKey) && task.status !== 'cancelled');
  if (asked.length === 0) return [...steps];
  const lanes = asked.flatMap((task) => {
    const asks = (taskId: string | null): boolean => taskId !== null && isAskedBy(task.stepKey, taskId);
    const asking = steps.find(({ taskId, parts = [] }) => asks(taskId) || parts.some((part) => asks(part.taskId)));
    return asking ? [{ asking: asking.key, view: draw(task, [...asking.after]) }] : [];
  });
  return steps.flatMap((step) => {
    const before = lanes.filter(({ asking }) => step.after.includes(asking)).map(({ view }) => view.key);
    const own = lanes.filter(({ asking }) => asking === step.key).map(({ view }) => view);
    return [before.length > 0 ? { ...step, after: [...step.after, ...before] } : step, ...own];
  });
}
