import { nextCaseStatus } from '@onewindow/domain';
import type { CaseStore, EventInput } from '../../cases/index.js';
import { type CommandTx, newId, sql } from '../../platform/index.js';
import { Agenda } from '../cases/agenda.js';
import type { Cast, Seat } from '../cases/cast.js';
import type { WorkingTimes } from '../cases/working-times.js';
import { DISTRICT, type HallCode } from '../organisation/units.js';

/** The paper of each hall, and who registered it. */
const PAPERS: readonly { hall: HallCode; prefix: string; last: number }[] = [
  { hall: 'LJ-QZ', prefix: 'LJT', last: 200 },
  { hall: 'LJ-WH', prefix: 'LJW', last: 50 },
];
const HALL: HallCode = 'LJ-QZ';

const RANGE = sql(
  `INSERT INTO outage_range (id, hall_id, prefix, first, last, handed_out_on, registered_by, registered_at)
   SELECT $1, h.id, $2, 1, $3, $4, s.id, $5 FROM hall h CROSS JOIN staff s WHERE h.code = $6 AND s.staff_no = 'LJ-03158'`,
);
const WAITING = sql<{ id: string }>(
  `SELECT c.id FROM cases c JOIN hall h ON h.id = c.hall_id WHERE h.code = $1 AND c.status = 'supplementing' ORDER BY c.supplement_by, c.id`,
);
const CALL = sql('INSERT INTO call_note (id, case_id, at, staff_id, words) VALUES ($1, $2, $3, $4, $5)');
const REQUEST = sql(
  `INSERT INTO supplement_override (id, case_id, district_code, state, requested_by, requested_at, request_reason)
   VALUES ($1, $2, $3, 'open', $4, $5, $6)`,
);
const ARRIVE = sql(
  `UPDATE case_material SET verdict = 'qualified', defect = NULL, received_at = $2 WHERE case_id = $1 AND verdict = 'faulty' RETURNING code`,
);

const CALLS: readonly (readonly string[])[] = [['已通知本人，尽快来补', '无人接听'], ['本人称下周来交'], []];
const REASON = '首次告知时漏写经营场所平面图的标注要求';

/** What follows: paper for outages, calls about what waits, and one request for a further notice. Runs when the cases are told. */
export async function plantFollowUp(tx: CommandTx, world: { cases: CaseStore; cast: Cast; times: WorkingTimes }): Promise<void> {
  const { cases, cast, times } = world;
  const handedOut = times.at(30, 0.2);
  for (const { hall, prefix, last } of PAPERS) {
    await tx.query(RANGE, [newId(), prefix, last, handedOut.toISOString().slice(0, 10), handedOut, hall]);
  }
  const waiting = await tx.query(WAITING, [HALL]);
  const seat = cast.clerk(HALL, 0, '综合窗口');
  const agenda = new Agenda();
  for (const [at, said] of CALLS.entries()) {
    const one = waiting[at];
    if (one) said.forEach((words, back) => agenda.add(times.at(said.length - back, 0.3), (then) => call(then, cases, seat, one.id, words)));
  }
  const last = waiting.at(-1);
  if (last) agenda.add(times.at(0, 0.1), (then) => askAgain(then, cases, seat, last.id));
  await agenda.tell(tx);
}

async function call(tx: CommandTx, cases: CaseStore, seat: Seat, caseId: string, words: string): Promise<void> {
  const row = await cases.lockForSystem(tx, caseId);
  await tx.query(CALL, [newId(), caseId, tx.now, seat.ctx.actor.staffId, words]);
  await cases.note(tx, row, seat.ctx, [{ action: 'noteCall', data: { words } }]);
}

/** One paper came; another was forgotten in the notice: the clerk asks to tell it once more (R2.3). */
async function askAgain(tx: CommandTx, cases: CaseStore, seat: Seat, caseId: string): Promise<void> {
  const row = await cases.lockForSystem(tx, caseId);
  await tx.query(ARRIVE, [caseId, tx.now]);
  const status = nextCaseStatus(row.status, 'takeIn');
  const events: EventInput[] = [
    { action: 'takeIn', fromStatus: row.status, toStatus: status, data: { complete: false } },
    { action: 'requestOverride', data: { reason: REASON } },
  ];
  await cases.save(tx, row, { status }, seat.ctx, events);
  await tx.query(REQUEST, [newId(), caseId, DISTRICT, seat.ctx.actor.staffId, tx.now, REASON]);
}
