/** A task that is to go to somebody else. */
export interface MovableTask {
  id: string;
  itemId: string;
  /** Who holds it now; null in a pool. */
  holderId: string | null;
  /** Who may take it, in the order in which equals are preferred. Never the holder, never someone who must recuse (R5.6). */
  candidateIds: readonly string[];
}

export interface PlanInput {
  tasks: readonly MovableTask[];
  /** Tasks held now by each officer. */
  loads: ReadonlyMap<string, number>;
  /** How many tasks of an item an officer has concluded lately; used by `familiar`. */
  concluded?: (officerId: string, itemId: string) => number;
}

export interface Plan {
  /** Task → its new holder. A task without any candidate is not in it. */
  assigned: ReadonlyMap<string, string>;
  /** Tasks held by each officer afterwards. */
  loads: ReadonlyMap<string, number>;
}

/** 按负荷平均: evens the loads out as far as the candidates allow. The same input gives the same plan. */
export function planBalanced({ tasks, loads }: PlanInput): Plan {
  const movable = tasks.filter((task) => task.candidateIds.length > 0);
  const after = withoutMoved(movable, loads);
  const assigned = new Map<string, string>();
  // Whoever can go to few is placed first; equals keep the order given.
  const order = [...movable].sort((a, b) => a.candidateIds.length - b.candidateIds.length);
  for (const task of order) give(task.id, leastLoaded(task.candidateIds, after), assigned, after);
  while (order.some((task) => moveToLighter(task, assigned, after))) continue;
  return { assigned, loads: after };
}

/** 按熟悉事项: to whoever concluded most of that item, the less loaded of equals. */
export function planFamiliar({ tasks, loads, concluded = () => 0 }: PlanInput): Plan {
  const movable = tasks.filter((task) => task.candidateIds.length > 0);
  const after = withoutMoved(movable, loads);
  const assigned = new Map<string, string>();
  for (const task of movable) {
    const most = Math.max(...task.candidateIds.map((id) => concluded(id, task.itemId)));
    const best = task.candidateIds.filter((id) => concluded(id, task.itemId) === most);
    give(task.id, leastLoaded(best, after), assigned, after);
  }
  return { assigned, loads: after };
}

/** Everything that moves leaves its holder first. */
function withoutMoved(movable: readonly MovableTask[], loads: ReadonlyMap<string, number>): Map<string, number> {
  const after = new Map(loads);
  for (const { holderId } of movable) if (holderId !== null) after.set(holderId, loadOf(holderId, after) - 1);
  return after;
}

function give(taskId: string, officerId: string, assigned: Map<string, string>, loads: Map<string, number>): void {
  assigned.set(taskId, officerId);
  loads.set(officerId, loadOf(officerId, loads) + 1);
}

/** A task placed early may have filled someone whom later tasks could not avoid: it goes on to a lighter one. Each move evens out. */
function moveToLighter(task: MovableTask, assigned: Map<string, string>, loads: Map<string, number>): boolean {
  const now = assigned.get(task.id);
  if (now === undefined) return false;
  const lightest = leastLoaded(task.candidateIds, loads);
  if (loadOf(lightest, loads) + 1 >= loadOf(now, loads)) return false;
  loads.set(now, loadOf(now, loads) - 1);
  give(task.id, lightest, assigned, loads);
  return true;
}

function leastLoaded(candidateIds: readonly string[], loads: ReadonlyMap<string, number>): string {
  return candidateIds.reduce((least, id) => (loadOf(id, loads) < loadOf(least, loads) ? id : least));
}

function loadOf(officerId: string, loads: ReadonlyMap<string, number>): number {
  return loads.get(officerId) ?? 0;
}
