import { sql, type Statement } from './sql.js';

/** A write whose answer nobody waits for. */
export interface Write {
  readonly statement: Statement<unknown>;
  readonly values: readonly unknown[];
  /** What the statement changes, as `case:<id>`: one statement can't change a row twice, nor see a row that it inserts itself. */
  readonly rows: readonly string[];
}

const combined = new Map<string, Statement<unknown>>();

/**
 * Several writes as one statement: `WITH w0 AS (INSERT …), w1 AS (UPDATE …) INSERT …`. A statement costs about as much in its trips through
 * two processes as in its work, and a command writes four to six.
 * @param writes at least one; no two on the same row, each an INSERT or UPDATE without RETURNING
 */
export function together(writes: readonly Write[]): { statement: Statement<unknown>; values: unknown[] } {
  const values = writes.flatMap((write) => write.values);
  const key = writes.map((write) => write.statement.name).join('+');
  let statement = combined.get(key);
  if (!statement) {
    statement = sql(combinedText(writes));
    combined.set(key, statement);
  }
  return { statement, values };
}

function combinedText(writes: readonly Write[]): string {
  let offset = 0;
  const texts = writes.map(({ statement, values }) => {
    const shifted = statement.text.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + offset}`);
    offset += values.length;
    return shifted;
  });
  const last = texts.pop() ?? '';
  const ahead = texts.map((text, i) => `w${i} AS (${text})`).join(', ');
  return ahead === '' ? last : `WITH ${ahead} ${last}`;
}
