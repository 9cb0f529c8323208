import { type IsoDate, renewalDay, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, type StoredHalt, SYSTEM_AUTHOR } from '../../cases/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import { ClockWorkDesk } from '../clock-work-desk.js';
import { RedateCase } from '../redate-case.js';

/** Cases of one job; each job is a transaction of its own. */
const AT_ONCE = 25;
/** Cases that one sweep hands out; what is left is found by the next. */
const PER_SWEEP = 2_000;

const DUE = sql<{ caseId: string }>(
  `SELECT case_id AS "caseId" FROM special_procedure WHERE renew_on <= $1 GROUP BY case_id ORDER BY case_id LIMIT $2`,
);
const STILL_DUE = sql<{ id: string }>('SELECT id FROM special_procedure WHERE case_id = $1 AND renew_on <= $2 ORDER BY id');
const RENEWED = sql('UPDATE special_procedure SET renew_on = $2 WHERE id = $1');

/**
 * R1.7, the nightly batch: stores anew the dates of every case that an overrun pause has moved, and turns 暂停 on and off on the day after its
 * start and its end. What is due is found in the database by its day, however long the worker stood still: the dates are computed for today from
 * the facts, so nothing has to be caught up on day by day, and a second run finds nothing to do.
 */
@Injectable()
export class RenewClocks {
  constructor(
    private readonly desk: ClockWorkDesk,
    private readonly redate: RedateCase,
  ) {}

  /** Hands the cases out in jobs; a job that was lost is handed out again by the next sweep. */
  async sweep(tx: CommandTx): Promise<void> {
    const due = await tx.query(DUE, [shanghaiToday(tx.now), PER_SWEEP]);
    const caseIds = due.map(({ caseId }) => caseId);
    for (let from = 0; from < caseIds.length; from += AT_ONCE)
      tx.appendOutbox('renew-clocks', { caseIds: caseIds.slice(from, from + AT_ONCE) });
  }

  /** Renews these cases, in the order of their ids, each under its lock. */
  async run(tx: CommandTx, caseIds: readonly string[]): Promise<void> {
    for (const caseId of caseIds) await this.renew(tx, caseId);
  }

  private async renew(tx: CommandTx, caseId: string): Promise<void> {
    const row = await this.desk.cases.lockForSystem(tx, caseId);
    const today = shanghaiToday(tx.now);
    const due = await tx.query(STILL_DUE, [caseId, today]);
    if (due.length === 0) return;
    if (row.status === 'accepted') await this.restate(tx, row, today);
    for (const { id } of due) tx.write(RENEWED, [id, this.nextDay(row, id, today)], [`procedure:${id}`]);
  }

  private async restate(tx: CommandTx, row: Case, today: IsoDate): Promise<void> {
    const { changes, moved, isMoved, isChanged } = await this.redate.apply(tx, row, { halts: row.halts, extensionDays: row.extensionDays });
    const overrun = (row.halts ?? []).filter((halt) => isOverrun(halt, today)).map(({ kind }) => kind);
    const events = isMoved ? [{ action: 'clock.renew', data: { overrun, ...moved } }] : [];
    if (isChanged) await this.desk.cases.save(tx, row, changes, SYSTEM_AUTHOR, events);
    // Only 暂停 turned: nothing of the case itself changes, but open screens of it show it.
    else await this.desk.cases.note(tx, row, SYSTEM_AUTHOR, []);
  }

  private nextDay(row: Case, id: string, today: IsoDate): IsoDate | null {
    const halt = (row.halts ?? []).find((one) => one.id === id);
    return halt === undefined || row.status !== 'accepted' ? null : renewalDay(halt, today);
  }
}

function isOverrun(halt: StoredHalt, today: IsoDate): boolean {
  return halt.actualEnd === null && halt.announcedEnd < today;
}
