import { CHAIN_START, type ChainVerdict, verifyChain } from '@onewindow/domain';
import type pg from 'pg';
import { type CaseEvent, EVENT_SELECT, eventContent, sha256Hex } from '../../cases/index.js';

const BATCH = 500;

/** `case`: the events of a case whose own row is gone. */
export type ChainProblem = Extract<ChainVerdict, { ok: false }>['problem'] | 'case';

export interface ChainFault {
  caseId: string;
  caseNo: string | null;
  seq: number;
  problem: ChainProblem;
}

export interface ChainReport {
  cases: number;
  events: number;
  faults: ChainFault[];
}

interface Head {
  id: string;
  caseNo: string | null;
  eventCount: number;
  eventHead: string | null;
}

/**
 * Walks the chains of all cases, or of one, in batches by id (R10.1). Each batch is one snapshot, so that work going on meanwhile is no fault.
 * @param pool whose rows are parsed by TYPE_PARSERS
 * @param caseNo only this case
 * @param progress told after each batch how many cases were checked
 */
export async function verifyEvents(pool: pg.Pool, caseNo: string | undefined, progress: (checked: number) => void): Promise<ChainReport> {
  const report: ChainReport = { cases: 0, events: 0, faults: [] };
  const client = await pool.connect();
  try {
    let after: string | null = null;
    do {
      after = await verifyBatch(client, after, caseNo, report);
      if (report.cases % (BATCH * 20) === 0 && report.cases > 0) progress(report.cases);
    } while (after !== null);
    if (caseNo === undefined) report.faults.push(...(await orphans(client)));
    return report;
  } finally {
    client.release();
  }
}

/** @returns the last case of the batch; null when there was none left */
async function verifyBatch(
  client: pg.ClientBase,
  after: string | null,
  caseNo: string | undefined,
  report: ChainReport,
): Promise<string | null> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows: heads } = await client.query<Head>(
    `SELECT id, case_no AS "caseNo", event_count AS "eventCount", event_head AS "eventHead" FROM cases
     WHERE ($1::uuid IS NULL OR id > $1) AND ($2::text IS NULL OR case_no = $2) ORDER BY id LIMIT ${BATCH}`,
    [after, caseNo ?? null],
  );
  const { rows } = await client.query<CaseEvent>(
    `SELECT ${EVENT_SELECT} FROM case_event e WHERE e.case_id = ANY($1) ORDER BY e.case_id, e.seq`,
    [heads.map((head) => head.id)],
  );
  await client.query('COMMIT');
  const events = Map.groupBy(rows, (event) => event.caseId);
  for (const head of heads) check(head, events.get(head.id) ?? [], report);
  return heads.at(-1)?.id ?? null;
}

function check(head: Head, events: readonly CaseEvent[], report: ChainReport): void {
  report.cases += 1;
  report.events += events.length;
  const chained = events.map((event) => ({ content: eventContent(event), hash: event.hash }));
  const verdict = verifyChain(chained, { count: head.eventCount, headHash: head.eventHead ?? CHAIN_START }, sha256Hex);
  const seq = verdict.ok ? misled(events) : verdict.seq;
  if (seq !== undefined)
    report.faults.push({ caseId: head.id, caseNo: head.caseNo, seq, problem: verdict.ok ? 'changed' : verdict.problem });
}

/** The chain is computed from the hashes; the column that repeats the one before must say the same. */
function misled(events: readonly CaseEvent[]): number | undefined {
  return events.find((event, index) => event.previousHash !== (events[index - 1]?.hash ?? CHAIN_START))?.seq;
}

/** Stories without a case. That of a discarded draft may stand alone: it ends with its discarding, and nothing was ever received. */
async function orphans(client: pg.ClientBase): Promise<ChainFault[]> {
  const { rows } = await client.query<{ caseId: string }>(
    `SELECT e.case_id AS "caseId" FROM case_event e WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = e.case_id)
     GROUP BY e.case_id HAVING (array_agg(e.action ORDER BY e.seq DESC))[1] <> 'discardDraft' OR bool_or(e.action = 'receive')`,
  );
  return rows.map(({ caseId }) => ({ caseId, caseNo: null, seq: 1, problem: 'case' }));
}
