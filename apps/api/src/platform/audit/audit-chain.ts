import { createHash } from 'node:crypto';
import type { CommandTx } from '../commands/command-tx.js';
import type { Database } from '../database/database.js';
import { sql } from '../database/sql.js';

const BATCH = 1_000;
const SLACK_MS = 3_600_000;
const GENESIS = '0'.repeat(64);

interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actorId: string | null;
  readonly ip: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  /** As PostgreSQL prints jsonb: its own canonical form. */
  readonly detail: string;
}

const ENTRY_COLUMNS = `e.id, e.at, e.action, e.actor_id AS "actorId", e.ip, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.detail::text AS detail`;
const LOCK_CHAIN = sql(`SELECT pg_advisory_xact_lock(70102)`);
const TAKE_UNLINKED = sql<EntryRow>(
  `SELECT ${ENTRY_COLUMNS} FROM audit_entry e
   WHERE e.id >= $1 AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id) ORDER BY e.id LIMIT ${BATCH}`,
);
const LAST_LINK = sql<{ seq: number; entryId: string; hash: string }>(
  `SELECT seq, entry_id AS "entryId", hash FROM audit_link ORDER BY seq DESC LIMIT 1`,
);
const ADD_LINKS = sql(`INSERT INTO audit_link (seq, entry_id, hash) SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[])`);
const READ_CHAIN = sql<EntryRow & { seq: number; entryId: string; hash: string }>(
  `SELECT l.seq, l.entry_id AS "entryId", l.hash, ${ENTRY_COLUMNS}
   FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id WHERE l.seq > $1 ORDER BY l.seq LIMIT ${BATCH}`,
);

function linkHash(previous: string, entry: EntryRow): string {
  const fields = [
    entry.id,
    entry.at.toISOString(),
    entry.action,
    entry.actorId,
    entry.ip,
    entry.subjectType,
    entry.subjectId,
    entry.detail,
  ];
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest('hex');
}

/** Ids order by time: only entries from an hour before the last linked one can be unlinked. No transaction lasts that long. */
function searchFrom(lastEntryId: string | undefined): string {
  const milliseconds = lastEntryId ? parseInt(lastEntryId.replaceAll('-', '').slice(0, 12), 16) - SLACK_MS : 0;
  const hex = Math.max(milliseconds, 0).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/**
 * Ties committed entries into the chain, in one batch. Entries are linked in the order in which they are found,
 * so that commands need not wait for one another.
 * @returns how many were linked
 */
export async function linkAuditEntries(tx: Pick<CommandTx, 'query'>): Promise<number> {
  await tx.query(LOCK_CHAIN);
  const [last] = await tx.query(LAST_LINK);
  const entries = await tx.query(TAKE_UNLINKED, [searchFrom(last?.entryId)]);
  if (entries.length === 0) return 0;
  let seq = last?.seq ?? 0;
  let hash = last?.hash ?? GENESIS;
  const links = entries.map((entry) => {
    seq += 1;
    hash = linkHash(hash, entry);
    return { seq, entryId: entry.id, hash };
  });
  await tx.query(ADD_LINKS, [links.map((link) => link.seq), links.map((link) => link.entryId), links.map((link) => link.hash)]);
  return entries.length;
}

/** The first place where the chain does not hold. */
export interface AuditFault {
  readonly seq: number;
  readonly entryId: string;
  readonly fault: 'entry-removed' | 'entry-changed' | 'link-removed';
}

/** Walks the whole chain; null when it holds. */
export async function verifyAuditChain(database: Pick<Database, 'query'>): Promise<AuditFault | null> {
  let hash = GENESIS;
  let seq = 0;
  for (;;) {
    const rows = await database.query(READ_CHAIN, [seq]);
    for (const row of rows) {
      if (row.seq !== seq + 1) return { seq: seq + 1, entryId: row.entryId, fault: 'link-removed' };
      if (row.id === null) return { seq: row.seq, entryId: row.entryId, fault: 'entry-removed' };
      hash = linkHash(hash, row);
      if (hash !== row.hash) return { seq: row.seq, entryId: row.entryId, fault: 'entry-changed' };
      seq = row.seq;
    }
    if (rows.length < BATCH) return null;
  }
}
