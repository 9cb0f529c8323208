import { routeColumns, type RouteNode } from './layout.js';

/** What stands in a column of the picture: a node, or a line that passes it on its way to a later column. */
export type Lane = { key: string; node: RouteNode; isThrough: false } | { key: string; node: RouteNode; isThrough: true };

/** A line between two columns, by the places of its ends. */
export interface LaneEdge {
  from: number;
  to: number;
  /** The node that it leads to has begun. */
  reached: boolean;
}

/** A column with the lines that lead into it. */
export interface LaneColumn {
  lanes: Lane[];
  edges: LaneEdge[];
}

/**
 * The columns of a route with its lines: each from a node to one that waits for it. What follows from other lines is left out; a line across
 * columns passes each of them in a lane of its own, so that two branches side by side never look joined.
 */
export function laneColumns(nodes: readonly RouteNode[]): LaneColumn[] {
  const columns = routeColumns(nodes);
  const at = new Map(columns.flatMap((column, index) => column.map((node) => [node.key, index] as const)));
  const direct = directEdges(nodes);
  const drawn: LaneColumn[] = [];
  for (const index of columns.keys()) {
    const before = drawn.at(-1)?.lanes ?? [];
    const lines = direct.flatMap(([from, to]) => {
      const [start, end] = [at.get(from.key) ?? 0, at.get(to.key) ?? 0];
      if (start >= index || end < index) return [];
      const source = start === index - 1 ? from.key : throughKey(from, to);
      return [
        {
          from: before.findIndex(({ key }) => key === source),
          to: end === index ? to.key : throughKey(from, to),
          reached: to.state !== 'future',
        },
      ];
    });
    const lanes = inOrder(lanesOf(columns, direct, at, index), lines);
    const edges = lines.map((line) => ({ ...line, to: lanes.findIndex(({ key }) => key === line.to) }));
    drawn.push({ lanes, edges: edges.filter(({ from, to }) => from >= 0 && to >= 0) });
  }
  return drawn;
}

/** Lanes stand beside those that lead to them: lines cross as little as may be. */
function inOrder(lanes: Lane[], lines: readonly { from: number; to: string }[]): Lane[] {
  const place = (lane: Lane): number => {
    const own = lines.filter(({ to }) => to === lane.key);
    return own.reduce((sum, { from }) => sum + from, 0) / Math.max(1, own.length);
  };
  return lanes
    .map((lane) => ({ lane, place: place(lane) }))
    .sort((a, b) => a.place - b.place)
    .map(({ lane }) => lane);
}

type Edge = readonly [RouteNode, RouteNode];

function lanesOf(columns: readonly RouteNode[][], direct: readonly Edge[], at: ReadonlyMap<string, number>, index: number): Lane[] {
  const own = (columns[index] ?? []).map((node): Lane => ({ key: node.key, node, isThrough: false }));
  const passing = direct.filter(([from, to]) => (at.get(from.key) ?? 0) < index && (at.get(to.key) ?? 0) > index);
  return [...own, ...passing.map(([from, to]): Lane => ({ key: throughKey(from, to), node: to, isThrough: true }))];
}

function throughKey(from: RouteNode, to: RouteNode): string {
  return `${from.key}>${to.key}`;
}

/** Lines that say something that no chain of other lines says. */
function directEdges(nodes: readonly RouteNode[]): Edge[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    const after = byKey.get(to)?.after ?? [];
    return after.some((key) => key === from || (!seen.has(key) && reaches(from, key, seen.add(key))));
  };
  return nodes.flatMap((to) =>
    to.after.flatMap((key): Edge[] => {
      const from = byKey.get(key);
      const isTold = to.after.some((other) => other !== key && reaches(key, other));
      return from && !isTold ? [[from, to]] : [];
    }),
  );
}
