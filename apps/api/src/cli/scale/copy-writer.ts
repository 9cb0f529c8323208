import { once } from 'node:events';
import pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { columnOf } from '../../platform/index.js';

type Value = string | number | boolean | null | undefined | Date | Buffer | object;

function field(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  const text = typeof value === 'object' ? JSON.stringify(value) : value;
  return /[\\\t\n\r]/.test(text) ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r') : text;
}

/** Enough to keep the connection busy, small enough to keep memory flat. */
const CHUNK = 1 << 16;

/** One table's COPY on a connection of its own; several run side by side. */
export class CopyWriter<Row extends object> {
  private text = '';
  private failure: Error | undefined;
  rows = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly stream: CopyStreamQuery,
    private readonly properties: readonly (keyof Row)[],
  ) {
    stream.on('error', (error) => (this.failure = error));
  }

  /** @param properties those of a row that are written, in any order */
  static async open<Row extends object>(url: string, table: string, properties: readonly (keyof Row & string)[]): Promise<CopyWriter<Row>> {
    const client = new pg.Client({ connectionString: url, application_name: 'onewindow-scale' });
    await client.connect();
    // References to rows of the other open COPYs are checked at the end of the load, not row by row across connections.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off`);
    const stream = client.query(copyFrom(`COPY public.${table} (${properties.map(columnOf).join(', ')}) FROM STDIN`));
    return new CopyWriter<Row>(client, stream, properties);
  }

  async add(row: Row): Promise<void> {
    this.text += `${this.properties.map((property) => field(row[property] as Value)).join('\t')}\n`;
    this.rows += 1;
    if (this.text.length >= CHUNK) await this.flush();
  }

  /** Ends the COPY: its rows are there. */
  async close(): Promise<void> {
    await this.flush();
    this.stream.end();
    await once(this.stream, 'finish');
    await this.client.end();
  }

  /** Cuts the line: the server takes the rows back. */
  async abandon(): Promise<void> {
    await this.client.end();
  }

  private async flush(): Promise<void> {
    const chunk = this.text;
    this.text = '';
    if (this.failure) throw this.failure;
    if (chunk && !this.stream.write(chunk)) await once(this.stream, 'drain');
  }
}
