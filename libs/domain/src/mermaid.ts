import type { TransitionTable } from './transition.js';

/**
 * A Mermaid state diagram of a table of R11, for the README: one arrow for each row and state it starts from, labelled with the action,
 * its Chinese name and who does it. `start` is where a new one begins; a status that nothing leaves is an end.
 */
export function mermaidOf<A extends string, S extends string, B extends string>(table: TransitionTable<A, S, B>, start: S): string {
  const rows = Object.entries(table) as [A, TransitionTable<A, S, B>[A]][];
  const leaving = new Set(rows.flatMap(([, row]) => row.from));
  const ends = [...new Set(rows.map(([, row]) => row.to))].filter((status) => !leaving.has(status));
  const arrows = rows.flatMap(([action, row]) =>
    row.from.map((from) => `  ${from} --> ${row.to}: ${action} ${row.label} (${row.by.join(', ')})`),
  );
  return ['stateDiagram-v2', `  [*] --> ${start}`, ...arrows, ...ends.map((status) => `  ${status} --> [*]`)].join('\n');
}
