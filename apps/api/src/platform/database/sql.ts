import { createHash } from 'node:crypto';

/** A named statement: parsed and planned once per connection, then only bound. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Carries the row type; never present at run time. */
  readonly row?: Row;
}

/**
 * Declares a prepared statement; declare it once, as a module constant.
 * @param text SQL with `$1`-parameters; column aliases in double quotes give camelCase rows
 * @returns the statement under a name derived from its text
 */
export function sql<Row = Record<string, unknown>>(text: string): Statement<Row> {
  return { name: createHash('sha256').update(text).digest('base64url').slice(0, 24), text };
}
