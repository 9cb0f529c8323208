import { CHAIN_START, type ChainVerdict, verifyChain } from '@onewindow/domain';
import type pg from 'pg';
import { type CaseEvent, columnOf, eventContent, sha256Hex } from '../../cases/index.js';

const BATCH = 500;
const EVENT_COLUMNS = (
  [
    'caseId',
    'seq',
    'action',
    'at',
    'actorId',
    'actorName',
    'actorNo',
    'place',
    'ip',
    'fromStatus',
    'toStatus',
    'taskId',
    'data',
    'hash',
  ] as const
)
  .map((property) => `${columnOf(property)} AS "${property}"`)
  .join(', ');

type Problem = Extract<ChainVerdict, { ok: false }>['problem'];

export interface ChainFault {
  caseId: string;
  caseNo: string | null;
  seq: number;
  problem: Problem;
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
 * Walks the chains of all cases, or of one, in batches by id (R10.1).
 * @param caseNo only this case
 * @param progress told after each batch how many cases were checked
 */
export async function verifyEvents(pool: pg.Pool, caseNo: string | undefined, progress: (checked: number) => void): Promise<ChainReport> {
  const report: ChainReport = { cases: 0, events: 0, faults: [] };
  let after: string | null = null;
  for (;;) {
    const heads: Head[] = await nextHeads(pool, after, caseNo);
    if (heads.length === 0) return report;
    const events = await eventsOf(pool, heads);
    for (const head of heads) check(head, events.get(head.id) ?? [], report);
    after = heads.at(-1)?.id ?? null;
    if (report.cases % (BATCH * 20) === 0) progress(report.cases);
  }
}

async function nextHeads(pool: pg.Pool, after: string | null, caseNo: string | undefined): Promise<Head[]> {
  const { rows } = await pool.query<Head>(
    `SELECT id, case_no AS "caseNo", event_count AS "eventCount", event_head AS "eventHead" FROM cases
     WHERE ($1::uuid IS NULL OR id > $1) AND ($2::text IS NULL OR case_no = $2) ORDER BY id LIMIT ${BATCH}`,
    [after, caseNo ?? null],
  );
  return rows;
}

async function eventsOf(pool: pg.Pool, heads: readonly Head[]): Promise<Map<string, CaseEvent[]>> {
  const { rows } = await pool.query<CaseEvent>(`SELECT ${EVENT_COLUMNS} FROM case_event WHERE case_id = ANY($1) ORDER BY case_id, seq`, [
    heads.map((h) => h.id),
  ]);
  return Map.groupBy(rows, (event) => event.caseId) as Map<string, CaseEvent[]>;
}

function check(head: Head, events: readonly CaseEvent[], report: ChainReport): void {
  report.cases += 1;
  report.events += events.length;
  const chained = events.map((event) => ({ content: eventContent(event), hash: event.hash }));
  const verdict = verifyChain(chained, { count: head.eventCount, headHash: head.eventHead ?? CHAIN_START }, sha256Hex);
  if (!verdict.ok) report.faults.push({ caseId: head.id, caseNo: head.caseNo, seq: verdict.seq, problem: verdict.problem });
}
