import { describe, expect, it } from '@jest/globals';
import { sql } from './sql.js';
import { together, type Write } from './write-batch.js';

const write = (text: string, ...values: unknown[]): Write => ({ statement: sql(text), values, rows: [] });

describe('together', () => {
  it('leaves a single write as it is', () => {
    const one = write('UPDATE a SET b = $2 WHERE id = $1', 1, 2);
    expect(together([one])).toEqual({ statement: one.statement, values: [1, 2] });
  });

  it('numbers the parameters on, and keeps the order of the values', () => {
    const { statement, values } = together([
      write('INSERT INTO a VALUES ($1, $2)', 'a1', 'a2'),
      write('UPDATE b SET c = $2, d = $10 WHERE id = $1', ...'0123456789'),
      write('INSERT INTO e VALUES ($1)', 'e1'),
    ]);
    expect(statement.text).toBe(
      'WITH w0 AS (INSERT INTO a VALUES ($1, $2)), w1 AS (UPDATE b SET c = $4, d = $12 WHERE id = $3) INSERT INTO e VALUES ($13)',
    );
    expect(values).toEqual(['a1', 'a2', ...'0123456789', 'e1']);
  });

  it('is the same prepared statement for the same writes', () => {
    const [a, b] = [write('INSERT INTO a VALUES ($1)', 1), write('INSERT INTO b VALUES ($1)', 1)];
    expect(together([a, b]).statement).toBe(together([write('INSERT INTO a VALUES ($1)', 2), b]).statement);
    expect(together([b, a]).statement.name).not.toBe(together([a, b]).statement.name);
  });
});
