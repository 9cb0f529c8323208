/** A task in somebody's hands that may go to others. */
export interface HeldTask {
  id: string;
  holderId: string;
  /** Who else may take it, in the order in which equals are preferred: at work, of the role, without conflict (R5.6). */
  candidateIds: readonly string[];
}

export interface EvenOutInput {
  /** What moves rather stands first: work that nobody has begun before work half done. */
  tasks: readonly HeldTask[];
  /** Open tasks of every officer concerned, those that can't move included. */
  loads: ReadonlyMap<string, number>;
}

export interface EvenOutPlan {
  moves: { taskId: string; fromId: string; toId: string }[];
  loads: ReadonlyMap<string, number>;
}

/**
 * 均衡: as few moves as needed so that no task could go on to make the loads more even; where everybody may take everything they differ by at most one.
 * A task goes where only others' tasks can make room for it, through those others. The same input gives the same plan.
 */
export function planEvenOut({ tasks, loads }: EvenOutInput): EvenOutPlan {
  const after = new Map(loads);
  const holders = new Map(tasks.map((task) => [task.id, task.holderId]));
  for (;;) {
    const path = findRelief(tasks, holders, after);
    if (path === null) break;
    for (const { task, toId } of path) {
      const fromId = holders.get(task.id) ?? task.holderId;
      holders.set(task.id, toId);
      after.set(fromId, loadOf(fromId, after) - 1);
      after.set(toId, loadOf(toId, after) + 1);
    }
  }
  const moves = tasks.flatMap((task) => {
    const toId = holders.get(task.id) ?? task.holderId;
    return toId === task.holderId ? [] : [{ taskId: task.id, fromId: task.holderId, toId }];
  });
  return { moves, loads: after };
}

interface Step {
  task: HeldTask;
  toId: string;
}

/** The way by which the fullest desk that can be relieved gives one away to the emptiest that it reaches; null when every desk is as even as it can be. */
function findRelief(tasks: readonly HeldTask[], holders: ReadonlyMap<string, string>, loads: ReadonlyMap<string, number>): Step[] | null {
  const held = new Map<string, HeldTask[]>();
  for (const task of tasks) {
    const holder = holders.get(task.id) ?? task.holderId;
    held.set(holder, [...(held.get(holder) ?? []), task]);
  }
  const fullest = [...held.keys()].sort((a, b) => loadOf(b, loads) - loadOf(a, loads));
  for (const from of fullest) {
    const ways = waysFrom(from, held);
    let best: string | null = null;
    for (const id of ways.keys()) if (best === null || loadOf(id, loads) < loadOf(best, loads)) best = id;
    if (best !== null && loadOf(best, loads) + 1 < loadOf(from, loads)) return wayTo(best, from, ways);
  }
  return null;
}

/** Every desk that a task of `from` reaches, straight or through others, with the last step to it; the shortest way each. */
function waysFrom(from: string, held: ReadonlyMap<string, readonly HeldTask[]>): Map<string, Step & { fromId: string }> {
  const ways = new Map<string, Step & { fromId: string }>();
  const pending = [from];
  for (let at = pending.shift(); at !== undefined; at = pending.shift()) {
    for (const task of held.get(at) ?? []) {
      for (const toId of [...task.candidateIds, task.holderId]) {
        if (toId === from || ways.has(toId)) continue;
        ways.set(toId, { task, toId, fromId: at });
        pending.push(toId);
      }
    }
  }
  return ways;
}

function wayTo(to: string, from: string, ways: ReadonlyMap<string, Step & { fromId: string }>): Step[] {
  const path: Step[] = [];
  for (let at = to; at !== from;) {
    const step = ways.get(at);
    if (!step) return path;
    path.unshift({ task: step.task, toId: step.toId });
    at = step.fromId;
  }
  return path;
}

function loadOf(id: string, loads: ReadonlyMap<string, number>): number {
  return loads.get(id) ?? 0;
}
