import type { CommandContext, CommandTx } from '../platform/index.js';
import type { RowFault } from './record-table.js';
import type { Sheets } from './workbook-file.js';

/** What an import would write: nothing, as long as there is a fault. */
export interface ImportPlan {
  readonly rows: number;
  readonly valid: number;
  readonly faults: readonly RowFault[];
  /** What hinders nothing and should be known, in Chinese. */
  readonly hints?: readonly string[];
  /** Work that takes time and touches no record, such as hashing passwords; done once before the transaction. */
  prepare(): Promise<void>;
  write(tx: CommandTx, ctx: CommandContext): Promise<void>;
  /** After the commit: what is kept in memory is read anew. */
  committed(): void;
  /** First passwords of new staff. */
  readonly passwords: readonly { staffNo: string; password: string }[];
}

export type Reader = Pick<CommandTx, 'query'>;

/** One kind of import. */
export interface ImportKind {
  /** Reads and checks; writes nothing. `seed` makes first passwords repeatable for a repeated request. */
  plan(sheets: Sheets, reader: Reader, seed: string): Promise<ImportPlan>;
}

/** The plan of an import that hashes no passwords: what it writes follows from its rows alone. */
export function planOf(
  rows: number,
  faults: readonly RowFault[],
  write: (tx: CommandTx) => Promise<void>,
  committed: () => void = () => undefined,
): ImportPlan {
  return { rows, valid: validRows(rows, faults), faults, passwords: [], prepare: () => Promise.resolve(), committed, write };
}

/** How many of the rows have no fault. */
export function validRows(rows: number, faults: readonly RowFault[]): number {
  return Math.max(0, rows - new Set(faults.map(({ column, row }) => `${column.split('·')[0] ?? ''} ${row}`)).size);
}
