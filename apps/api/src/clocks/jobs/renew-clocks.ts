import { addCalendarDays, isInReview, type IsoDate, type ProcedureStatus, renewalDay, shanghaiToday } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Case, type StoredHalt, SYSTEM_AUTHOR } from '../../cases/index.js';
import { type CommandTx, JobRegistry, registerDueWork, sql } from '../../platform/index.js';
import { OPEN_PROCEDURES } from '../clock-work.statements.js';
import { ClockWorkDesk } from '../clock-work-desk.js';
import { EndWithCase } from '../end-with-case.js';
import { RedateCase } from '../redate-case.js';

/** Finds by their day the cases whose stored dates have to be looked at. */
export const RENEWAL_SWEEP = 'find-moved-clocks';

/** Cases that one sweep hands out; what is left is found by the next. */
const PER_SWEEP = 2_000;

const DUE = sql<{ id: string }>(
  `SELECT case_id AS id FROM special_procedure WHERE renew_on <= $1 GROUP BY case_id ORDER BY min(renew_on), case_id LIMIT $2`,
);
const STILL_DUE = sql<{ id: string; status: ProcedureStatus }>(
  'SELECT id, status FROM special_procedure WHERE case_id = $1 AND renew_on <= $2 ORDER BY id',
);
const RENEWED = sql('UPDATE special_procedure SET renew_on = $2 WHERE id = $1');

/**
 * R1.7, the nightly batch: stores anew the dates of every case that an overrun pause has moved, and turns 暂停 on and off on the day after its
 * start and its end. What is due is found in the database by its day, however long the worker stood still: the dates are computed for today from
 * the facts, so nothing has to be caught up on day by day, and a second run finds nothing to do.
 */
@Injectable()
export class RenewClocks implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly desk: ClockWorkDesk,
    private readonly redate: RedateCase,
    private readonly endWithCase: EndWithCase,
  ) {}

  onModuleInit(): void {
    registerDueWork(this.registry, {
      name: RENEWAL_SWEEP,
      everyMinutes: 5,
      topic: 'renew-clocks',
      subject: 'caseId',
      find: (tx) => tx.query(DUE, [shanghaiToday(tx.now), PER_SWEEP]),
      act: (tx, caseId) => this.renew(tx, caseId),
    });
  }

  /** Renews the dates of a case under its lock, if they are still due. */
  async renew(tx: CommandTx, caseId: string): Promise<void> {
    const row = await this.desk.cases.lockForSystem(tx, caseId);
    const today = shanghaiToday(tx.now);
    const due = await tx.query(STILL_DUE, [caseId, today]);
    if (due.length === 0) return;
    if (!isInReview(row.status)) await this.closeLeft(tx, row, today);
    else if (due.some(({ status }) => status !== 'requested')) await this.restate(tx, row, today);
    for (const { id, status } of due) tx.write(RENEWED, [id, this.nextDay(row, { id, status }, today)], [`procedure:${id}`]);
  }

  private async restate(tx: CommandTx, row: Case, today: IsoDate): Promise<void> {
    const { changes, moved, isMoved, isChanged } = await this.redate.apply(tx, row, { halts: row.halts, extensionDays: row.extensionDays });
    const overrun = (row.halts ?? []).filter((halt) => isOverrun(halt, today)).map(({ kind }) => kind);
    const events = isMoved ? [{ action: 'clock.renew', data: { overrun, ...moved } }] : [];
    if (isChanged) await this.desk.cases.save(tx, row, changes, SYSTEM_AUTHOR, events);
    // Only 暂停 turned: nothing of the case itself changes, but open screens of it show it.
    else await this.desk.cases.note(tx, row, SYSTEM_AUTHOR, []);
  }

  /** A decision looks at no request that nobody answered; the night after takes it back. */
  private async closeLeft(tx: CommandTx, row: Case, today: IsoDate): Promise<void> {
    const open = await tx.query(OPEN_PROCEDURES, [row.id]);
    const events = await this.endWithCase.close(tx, open, { today, by: null, moved: {} });
    if (events.length > 0) await this.desk.cases.note(tx, row, SYSTEM_AUTHOR, events);
  }

  private nextDay(row: Case, { id, status }: { id: string; status: ProcedureStatus }, today: IsoDate): IsoDate | null {
    if (isInReview(row.status) && status === 'requested') return addCalendarDays(today, 1);
    const halt = (row.halts ?? []).find((one) => one.id === id);
    return halt === undefined || !isInReview(row.status) ? null : renewalDay(halt, today);
  }
}

function isOverrun(halt: StoredHalt, today: IsoDate): boolean {
  return halt.actualEnd === null && halt.announcedEnd < today;
}
