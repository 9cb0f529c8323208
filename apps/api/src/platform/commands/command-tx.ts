import type { EntityManager } from 'typeorm';
import type { AuditInput } from '../audit/audit-input.js';
import type { Statement } from '../database/sql.js';

export type JsonObject = { readonly [key: string]: unknown };

/** The one transaction of a command or of a job. */
export interface CommandTx {
  /** The instant of the command; the same for every row it writes. */
  readonly now: Date;
  /** TypeORM's manager inside this transaction, for paths that are not hot. */
  readonly manager: EntityManager;
  /** Runs a prepared statement in this transaction and returns its rows. Calls may overlap: they are pipelined in order. */
  query<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * A write whose answer nobody waits for: it goes out with the others of its kind before the next query, at the latest with the COMMIT.
   * @param rows what it changes, as `case:<id>`; two writes on one row are sent apart
   */
  write(statement: Statement<unknown>, values: readonly unknown[], rows?: readonly string[]): void;
  /** Adds a job to be done after the commit, exactly once. Returns the message's id. Payloads hold ids, never personal data. */
  appendOutbox(topic: string, payload: JsonObject): string;
  /** Topics whose open screens hear of this commit: `department:<id>`, `staff:<id>`, `hall:<id>`, `case:<id>`, `supervision`. */
  touch(...topics: string[]): void;
  /** Records a look-up, an unmasking or an administrative action with the commit. */
  audit(entry: AuditInput): void;
}
