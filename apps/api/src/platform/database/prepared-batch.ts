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

/** What is asked of one statement, and who waits for it. */
export interface Asked {
  readonly statement: Statement<unknown>;
  readonly values: readonly unknown[];
  /** @param tag what the server says it did, as `UPDATE 1` */
  resolve(rows: unknown[], tag: string): void;
  reject(error: unknown): void;
  /** It was not run, because one ahead of it in the batch was refused; without this it is refused with the same. */
  skip?(refusal: unknown): void;
}

/** The connection inside a client; `pg` types only the half of it. */
interface Wire {
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(message: { type: 'P'; name: '' }): void;
  execute(message: object): void;
  sync(): void;
}

/** What of `pg`'s own query is used here; its types name only `submit`. A connection that pipelines takes no other kind. */
interface DriverQuery {
  name: string;
  text: string;
  callback?(error: unknown): void;
}
const DriverQuery = pg.Query as unknown as new (text: string) => DriverQuery;

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/**
 * Prepared statements that travel together and are answered together: `pg` has the server answer each by itself, which is a system call and a
 * sleeping process woken on both sides. A statement's columns are asked for once: `pg` asks in every execution and builds its picture of a row
 * anew from the answer, which costs more than reading the rows of a look-up.
 *
 * Outside a transaction the server makes one of the batch. What stands behind a refused statement is not run.
 */
export class PreparedBatch extends DriverQuery {
  private at = 0;
  private found: Row[] = [];
  private readonly answers: { rows: Row[]; tag: string }[] = [];
  private fault: { readonly error: unknown; readonly at: number } | null = null;

  constructor(private readonly asked: readonly Asked[]) {
    super(asked[0]?.statement.text ?? '');
    this.look();
  }

  submit(wire: Wire): null {
    wire.stream.cork();
    for (const [at, one] of this.asked.entries()) {
      try {
        send(wire, one);
      } catch (error) {
        // A value that can't be written. What went ahead of it is answered first.
        this.fault = { error, at };
        break;
      }
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly Column[] }): void {
    const one = this.asked[this.at];
    if (one) shapes.set(one.statement, new RowShape(fields));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const one = this.asked[this.at];
    const shape = one && shapes.get(one.statement);
    try {
      if (!shape) throw new Error(`rows without columns: ${one?.statement.text}`);
      this.found.push(shape.row(fields));
    } catch (error) {
      // Told when the server is ready again, as `pg` does.
      this.fault ??= { error, at: this.at };
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const one = this.asked[this.at];
    // It has no columns, and need not be asked again.
    if (one && !shapes.has(one.statement)) shapes.set(one.statement, new RowShape([]));
    this.answers.push({ rows: this.found, tag: text });
    this.found = [];
    this.at += 1;
    this.look();
  }

  handleReadyForQuery(wire: Wire): void {
    if (this.fault) this.refuse(wire, this.fault.error, this.fault.at);
    else {
      this.asked.forEach((one, at) => this.answer(one, at));
      this.callback?.(null);
    }
  }

  handleError(error: unknown, wire: Wire): void {
    const [first, at] = this.fault && this.fault.at <= this.at ? [this.fault.error, this.fault.at] : [error, this.at];
    this.refuse(wire, first, at);
  }

  private answer(one: Asked, at: number): void {
    const answered = this.answers[at];
    if (answered) one.resolve(answered.rows, answered.tag);
  }

  private refuse(wire: Wire, error: unknown, refused: number): void {
    this.asked.forEach((one, at) => {
      // The server never came to it, so it does not know it.
      if (at > refused) Reflect.deleteProperty(wire.submittedNamedStatements, one.statement.name);
      if (at < refused) this.answer(one, at);
      else if (at === refused || !one.skip) one.reject(error);
      else one.skip(error);
    });
    this.callback?.(error);
  }

  /** `pg` notes under these that a statement is known to the server, and forgets it when it was refused. */
  private look(): void {
    const statement = this.asked[this.at]?.statement;
    this.name = statement?.name ?? '';
    this.text = statement?.text ?? '';
  }
}

function send(wire: Wire, { statement: { name, text }, statement, values }: Asked): void {
  const isKnown = wire.parsedStatements[name] !== undefined || wire.submittedNamedStatements[name] !== undefined;
  // Without a name a statement is planned anew for its values, and gone with the next.
  if (name === '' || !isKnown) wire.parse({ name, text });
  if (name !== '' && !isKnown) wire.submittedNamedStatements[name] = text;
  wire.bind({ statement: name, values, valueMapper: prepareValue });
  if (!shapes.has(statement)) wire.describe({ type: 'P', name: '' });
  wire.execute({});
}
