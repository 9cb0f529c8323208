import type { RouteStepView } from '@onewindow/contracts';

/** The steps that a task can be returned to: done ones that lie before it on the route, the nearest first. */
export function earlierSteps(route: readonly RouteStepView[], taskId: string): RouteStepView[] {
  const own = route.find((step) => step.taskId === taskId);
  if (!own) return [];
  // R5.6: whoever reviews second or signs can give the step back to who reviewed first.
  const isLaterPart = own.parts !== undefined && own.parts[0]?.taskId !== taskId;
  const found: RouteStepView[] = isLaterPart ? [own] : [];
  let level = own.after;
  const seen = new Set<string>();
  while (level.length > 0) {
    const steps = route.filter((step) => level.includes(step.key) && !seen.has(step.key));
    for (const step of steps) seen.add(step.key);
    found.push(...steps.filter((step) => step.status === 'done'));
    level = steps.flatMap((step) => step.after);
  }
  return found;
}
