import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from './database.js';
import { gatheredReader } from './gathered-reader.js';
import type { Statement } from './sql.js';

/**
 * Quick look-ups by key of all requests together: whoever asks while the process is busy shares one packet to the server and one back. At rest
 * nothing waits for it; under load a session costs half.
 */
@Injectable()
export class LookUps implements Pick<Transaction, 'query'> {
  private readonly reader: Pick<Transaction, 'query'>;

  constructor(database: Database) {
    this.reader = gatheredReader(database, setImmediate);
  }

  query<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]> {
    return this.reader.query(statement, values);
  }
}
