/**
 * How a step finds its officer when it opens: from the pool by whoever claims it, to the one with the fewest open tasks, or to each in turn.
 * An assigned task is the officer's at once (R5.4: one task, one holder); `release` puts it into the pool.
 */
export const ASSIGNMENT_MODES = ['pool', 'leastLoaded', 'inTurn'] as const;

export type AssignmentMode = (typeof ASSIGNMENT_MODES)[number];

/** Chinese names, as the route's picture and the catalogue print them. */
export const ASSIGNMENT_LABELS = {
  pool: '部门池',
  leastLoaded: '件少者先',
  inTurn: '轮流',
} as const satisfies Record<AssignmentMode, string>;

/** An officer who may take the task: of the department, with the role, at work, without conflict (R5.6). */
export interface AssignmentCandidate {
  id: string;
  staffNo: string;
  /** Open tasks in hand. */
  load: number;
  /** When the latest of them came, in milliseconds; null with none in hand. */
  lastTakenAt: number | null;
}

/** The one with the fewest open tasks; of equals the one who has been without a new task longest, then by staff number. Null without candidates. */
export function chooseLeastLoaded<C extends AssignmentCandidate>(candidates: readonly C[]): C | null {
  const [first] = [...candidates].sort(
    (a, b) => a.load - b.load || (a.lastTakenAt ?? -Infinity) - (b.lastTakenAt ?? -Infinity) || compare(a.staffNo, b.staffNo) || 0,
  );
  return first ?? null;
}

/**
 * The next in the order of staff numbers after the one whose turn was last, round and round. Who is away is passed over and not made up for.
 * @param last staff number of that one, even if they have left since; null at the beginning
 */
export function chooseInTurn<C extends Pick<AssignmentCandidate, 'staffNo'>>(candidates: readonly C[], last: string | null): C | null {
  const order = [...candidates].sort((a, b) => compare(a.staffNo, b.staffNo));
  return order.find(({ staffNo }) => last === null || compare(staffNo, last) > 0) ?? order[0] ?? null;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
