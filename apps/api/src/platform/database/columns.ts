import { sql, type Statement } from './sql.js';

/** camelCase property to snake_case column. */
export function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Words of a table of the domain, such as statuses, for an `IN (…)`. */
export function oneOf(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

/** Columns under an alias for a SELECT, each named by its property. */
export function selected(alias: string, properties: readonly string[]): string {
  return properties.map((property) => `${alias}.${columnOf(property)} AS "${property}"`).join(', ');
}

/**
 * The UPDATEs of a table by exactly these properties: commands change a handful of column sets, each becomes one prepared statement.
 * `$1` is the id, the values follow in the order of the properties.
 */
export function updatesOf<Property extends string>(table: string): (properties: readonly Property[]) => Statement<unknown> {
  const known = new Map<string, Statement<unknown>>();
  return (properties) => {
    const key = properties.join(',');
    let statement = known.get(key);
    if (!statement) {
      statement = sql(`UPDATE ${table} SET ${properties.map((p, i) => `${columnOf(p)} = $${i + 2}`).join(', ')} WHERE id = $1`);
      known.set(key, statement);
    }
    return statement;
  };
}

/** The INSERTs of a table by the number of their rows: what a command adds together is written together, the values row by row. */
export function insertsOf(table: string, properties: readonly string[]): (count: number) => Statement<unknown> {
  const names = properties.map(columnOf).join(', ');
  const width = properties.length;
  const known = new Map<number, Statement<unknown>>();
  return (count) => {
    let statement = known.get(count);
    if (!statement) {
      const rows = Array.from({ length: count }, (_, row) => `(${properties.map((_p, i) => `$${row * width + i + 1}`).join(', ')})`);
      statement = sql(`INSERT INTO ${table} (${names}) VALUES ${rows.join(', ')}`);
      known.set(count, statement);
    }
    return statement;
  };
}
