import pg from 'pg';
import type { AuditInput } from '../../platform/audit/audit-input.js';
import { INSERT_AUDIT, auditRow } from '../../platform/audit/audit-statements.js';
import { KEYS_ROTATED, type KeyRotation } from '../../platform/audit/key-rotation.js';
import type { CryptoSuite, Keys } from '../../platform/config/app-config.js';
import { indexMark, SuiteSealer } from '../../platform/crypto/suite-sealer.js';
import { StartRefused } from '../../platform/process/run.js';
import { refuseCompany } from '../backup/company.js';
import { resealJson } from './reseal-json.js';
import { SEALED_TABLES, type SealedTable } from './sealed-columns.js';

export interface RotationInput {
  readonly ownerUrl: string;
  /** The application's connection: nobody may work through it meanwhile. */
  readonly url: string;
  /** The new key first, the old ones behind it. */
  readonly keys: Keys;
  say(words: string): void;
}

export interface RotationReport {
  readonly rows: number;
  /** Staff whose number was never kept, only its index: their numbers have to be told again, for R5.6. */
  readonly staffToAskAgain: string[];
}

const BATCH = 2_000;

/**
 * Seals every number anew with the current key and suite and makes every blind index anew. One transaction: killed at any moment, the
 * database is as it was, and the command is run again.
 * @throws StartRefused in one sentence when somebody works on the database, or a number does not open with the keys given
 */
export async function rotateKeys({ ownerUrl, url, keys, say }: RotationInput): Promise<RotationReport> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'onewindow-keys' });
  await client.connect();
  try {
    await refuseCompany(client, url, '换密钥');
    await client.query('BEGIN');
    const sealer = new SuiteSealer(keys);
    const mark = indexMark(keys);
    const { rows: marks } = await client.query<{ mark: string }>(`SELECT mark FROM key_mark WHERE purpose = 'index' FOR UPDATE`);
    const oldMark = marks[0]?.mark;
    const staffToAskAgain = oldMark === mark ? [] : await forgetStaffIndexes(client);
    let rows = 0;
    for (const table of SEALED_TABLES) {
      const done = await rotateTable(client, table, sealer);
      if (done > 0) say(`${table.table}：${done} 行`);
      rows += done;
    }
    // Failures under names that nobody has are kept by an index of the name; they lapse within minutes.
    await client.query('DELETE FROM sign_in_failure');
    await client.query(
      `INSERT INTO key_mark (purpose, mark) VALUES ('index', $1) ON CONFLICT (purpose) DO UPDATE SET mark = excluded.mark`,
      [mark],
    );
    await record(client, { by: 'keys:rotate', rows, oldSuite: suiteOf(oldMark), suite: keys.suite });
    await client.query('COMMIT');
    return { rows, staffToAskAgain };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** Who changes the keys has no account here: the audit trail names the command. */
async function record(client: pg.Client, rotation: KeyRotation): Promise<void> {
  const entry: AuditInput = { action: KEYS_ROTATED, actorId: null, ip: null, detail: { ...rotation } };
  await client.query(INSERT_AUDIT.text, auditRow(entry, new Date()));
}

function suiteOf(mark: string | undefined): CryptoSuite | null {
  const suite = mark?.split(':', 1)[0];
  return suite === 'aes' || suite === 'sm' ? suite : null;
}

async function forgetStaffIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ staffNo: string }>(
    `UPDATE staff SET identity_index = NULL WHERE identity_index IS NOT NULL AND identity_sealed IS NULL RETURNING staff_no AS "staffNo"`,
  );
  return rows.map((row) => row.staffNo).sort();
}

type Row = Record<string, unknown> & { id: string };

async function rotateTable(client: pg.Client, { table, columns, json = [] }: SealedTable, sealer: SuiteSealer): Promise<number> {
  const sealedColumns = columns.map(({ column }) => column);
  const indexes = columns.flatMap(({ index }) => (index ? [index.column] : []));
  const written = [...sealedColumns, ...indexes, ...json];
  const holds = [...sealedColumns.map((column) => `${column} IS NOT NULL`), ...json.map((column) => `${column}::text LIKE '%"sealed"%'`)];
  const select = `SELECT id, ${[...sealedColumns, ...json].join(', ')} FROM ${table} WHERE id > $1 AND (${holds.join(' OR ')}) ORDER BY id LIMIT ${BATCH}`;
  // `COALESCE` leaves what has nothing sealed as it is.
  const assignments = written.map((column) => `${column} = COALESCE(n.${column}${json.includes(column) ? '::jsonb' : ''}, t.${column})`);
  const arrays = ['uuid[]', ...written.map(() => 'text[]')].map((type, i) => `$${i + 1}::${type}`);
  const update = `UPDATE ${table} t SET ${assignments.join(', ')} FROM unnest(${arrays.join(', ')}) AS n(id, ${written.join(', ')}) WHERE t.id = n.id`;
  let after = '00000000-0000-0000-0000-000000000000';
  let done = 0;
  for (;;) {
    const { rows } = await client.query<Row>(select, [after]);
    const last = rows.at(-1);
    if (!last) return done;
    const fresh = rows.map((row) => freshValues(table, row, columns, json, sealer));
    await client.query(update, [rows.map((row) => row.id), ...written.map((_, i) => fresh.map((values) => values[i] ?? null))]);
    after = last.id;
    done += rows.length;
  }
}

/** In the order of the columns written: sealed, indexes, JSON. */
function freshValues(
  table: string,
  row: Row,
  columns: SealedTable['columns'],
  json: readonly string[],
  sealer: SuiteSealer,
): (string | null)[] {
  try {
    const plain = columns.map(({ column, purpose }) => {
      const sealed = row[column];
      return typeof sealed === 'string' ? sealer.open(sealed, purpose) : null;
    });
    return [
      ...columns.map(({ purpose }, i) => (typeof plain[i] === 'string' ? sealer.seal(plain[i], purpose) : null)),
      ...columns.flatMap(({ index }, i) =>
        index ? [typeof plain[i] === 'string' ? sealer.blindIndex(plain[i], index.purpose) : null] : [],
      ),
      ...json.map((column) => JSON.stringify(resealJson(row[column], sealer))),
    ];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(
      `表 ${table} 的 ${row.id} 打不开（${reason}）：数据没有改动。请把用过的旧密钥都放进 ENCRYPTION_KEYS_RETIRED 再换。`,
      { cause: error },
    );
  }
}
