import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { FileStore } from '../../platform/index.js';

const BATCH = 500;

/** `row`: notice and file name different bytes; `bytes`: the kept bytes are others; `lost`: they are not there. */
export type NoticeProblem = 'row' | 'bytes' | 'lost';

export interface NoticeFault {
  readonly number: string;
  readonly problem: NoticeProblem;
}

export interface NoticeReport {
  notices: number;
  faults: NoticeFault[];
}

interface Printed {
  id: string;
  number: string;
  sha256: string;
  /** Of the case's file; of a guide its own. */
  filed: string | null;
}

const PRINTED = `
  SELECT * FROM (
    SELECT n.id, n.number, n.sha256, f.sha256 AS filed FROM notice n LEFT JOIN case_file f ON f.id = n.file_id WHERE n.sha256 IS NOT NULL
    UNION ALL
    SELECT g.id, g.number, g.sha256, g.sha256 FROM guide g WHERE g.sha256 IS NOT NULL
  ) p WHERE ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT ${BATCH}`;

/** Reads every printed notice and guide again and compares its bytes with the hash that its row has kept since it was printed. */
export async function verifyNotices(pool: pg.Pool, store: FileStore): Promise<NoticeReport> {
  const report: NoticeReport = { notices: 0, faults: [] };
  for (let after: string | null = null; ;) {
    const { rows }: { rows: Printed[] } = await pool.query<Printed>(PRINTED, [after]);
    for (const printed of rows) {
      report.notices += 1;
      const problem = await problemOf(printed, store);
      if (problem !== null) report.faults.push({ number: printed.number, problem });
    }
    after = rows.at(-1)?.id ?? null;
    if (after === null) return report;
  }
}

async function problemOf({ sha256, filed }: Printed, store: FileStore): Promise<NoticeProblem | null> {
  if (filed !== sha256) return 'row';
  const bytes = await store.open(sha256);
  if (!bytes) return 'lost';
  const hash = createHash('sha256');
  await pipeline(
    bytes,
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done();
      },
    }),
  );
  return hash.digest('hex') === sha256 ? null : 'bytes';
}
