/** Where a node of a route stands. `silent` is a consultation whose day is near or past without an answer. */
export type RouteState = 'done' | 'current' | 'open' | 'silent' | 'deemed' | 'future' | 'skipped' | 'returned';

/** One node of a route's picture: receipt, a step, the decision, the issue. */
export interface RouteNode {
  key: string;
  /** 受理, 规划审查, 住建局, 决定. */
  title: string;
  /** Day, holder or what is going on: 10-26 答复; 本环节，周启明. */
  words?: string;
  state: RouteState;
  /** Keys of the nodes before it; empty for the first. */
  after: readonly string[];
  /** What came of it, at the right of a lane: 无意见, 同意，附条件 1. */
  outcome?: { words: string; tone: 'green' | 'yellow' | 'red' | 'neutral' };
  /** The step's clock, while it runs. */
  clock?: { remaining: number; light: 'green' | 'yellow' | 'red' } | null;
  paused?: boolean;
}

/**
 * Sorts nodes into columns, left to right: a node stands one column behind the last of those before it. Nodes of one column run in parallel.
 * Unknown keys in `after` are ignored; nodes of a circle, which no published route has, end in the last column.
 */
export function routeColumns(nodes: readonly RouteNode[]): RouteNode[][] {
  const known = new Set(nodes.map((node) => node.key));
  const columnOf = new Map<string, number>();
  for (let pass = 0; pass < nodes.length; pass += 1) {
    for (const node of nodes) {
      const before = node.after.filter((key) => known.has(key));
      if (before.every((key) => columnOf.has(key))) {
        columnOf.set(
          node.key,
          before.reduce((max, key) => Math.max(max, (columnOf.get(key) ?? 0) + 1), 0),
        );
      }
    }
  }
  const columns: RouteNode[][] = [];
  const last = Math.max(0, ...columnOf.values());
  for (const node of nodes) {
    const at = columnOf.get(node.key) ?? last;
    (columns[at] ??= []).push(node);
  }
  return columns.filter((column) => column !== undefined);
}
