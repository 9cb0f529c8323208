import pg from 'pg';
import type { Statement } from './sql.js';
import { TYPE_PARSERS } from './type-parsers.js';

/** What the server tells of a column. */
interface Column {
  readonly name: string;
  readonly dataTypeID: number;
  readonly format?: 'text' | 'binary';
}
type Row = Record<string, unknown>;

/** How a statement's rows are read: the same in every execution and on every connection. */
class RowShape {
  private readonly names: readonly string[];
  private readonly parsers: readonly ((text: string) => unknown)[];
  private readonly empty: Readonly<Row>;

  constructor(columns: readonly Column[]) {
    this.names = columns.map(({ name }) => name);
    this.parsers = columns.map(({ dataTypeID, format }) => TYPE_PARSERS.getTypeParser(dataTypeID, format));
    this.empty = Object.fromEntries(this.names.map((name) => [name, null]));
  }

  row(fields: readonly (string | null)[]): Row {
    const row: Row = { ...this.empty };
    // By index: rows of fifty columns pass here thousands of times a second.
    for (let at = 0; at < fields.length; at += 1) {
      const text = fields[at] as string | null;
      if (text !== null) row[this.names[at] as string] = this.parsers[at]?.(text);
    }
    return row;
  }
}

const shapes = new WeakMap<Statement<unknown>, RowShape>();

/** The connection inside a client; `pg` does not type it. */
type Wire = object;

/** What of `pg`'s own query is used here; its types name only `submit`. */
interface DriverQuery {
  name: string;
  prepare(wire: Wire): void;
  _canceledDueToError: unknown;
}
const DriverQuery = pg.Query as unknown as new (text: string, values: readonly unknown[]) => DriverQuery & InstanceType<typeof pg.Query>;

const quiet = new WeakMap<Wire, Wire>();

/** The same connection, to which a request for the columns is not sent. */
function undescribed(wire: Wire): Wire {
  let made = quiet.get(wire);
  if (!made) {
    made = Object.create(wire, { describe: { value: () => undefined } }) as Wire;
    quiet.set(wire, made);
  }
  return made;
}

/**
 * A prepared statement that asks for its columns once. `pg` asks in every execution and builds its picture of a row anew from the answer, which
 * costs more than reading the rows of a look-up; the server has to put the answer together, too.
 */
export class PreparedQuery extends DriverQuery {
  readonly found: Row[] = [];

  constructor(
    private readonly statement: Statement<unknown>,
    values: readonly unknown[],
  ) {
    super(statement.text, values);
    this.name = statement.name;
  }

  override prepare(wire: Wire): void {
    super.prepare(shapes.has(this.statement) ? undescribed(wire) : wire);
  }

  handleRowDescription({ fields }: { fields: readonly Column[] }): void {
    shapes.set(this.statement, new RowShape(fields));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const shape = shapes.get(this.statement);
    try {
      if (!shape) throw new Error(`rows without columns: ${this.statement.text}`);
      this.found.push(shape.row(fields));
    } catch (error) {
      // Told when the server is ready again, as `pg` does.
      this._canceledDueToError ||= error;
    }
  }

  handleCommandComplete(): void {
    // It has none, and need not be asked again.
    if (!shapes.has(this.statement)) shapes.set(this.statement, new RowShape([]));
  }
}
