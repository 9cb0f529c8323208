import { addCalendarDays, calendarDaysBetween, type IsoDate, type JsonValue, renewalDay, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case, StoredHalt } from '../cases/index.js';
import type { CommandContext, CommandTx } from '../platform/index.js';
import { FIND_PROCEDURE } from './clock-work.statements.js';
import { ClockWorkDesk } from './clock-work-desk.js';
import { EMPTY_PROCEDURE } from './empty-procedure.js';
import { RedateCase } from './redate-case.js';
import type { SpecialProcedure } from './special-procedure.entity.js';

export interface AwaitedFrom {
  /** Of the request for corrections: it and its pause are one thing, so they share their id. */
  readonly id: string;
  readonly taskId: string;
  /** Of the item version (`correctionBasis`). */
  readonly basis: string;
  readonly reason: string;
  readonly dueOn: IsoDate;
}

interface Moved {
  /** To be saved with the case. */
  readonly changes: Partial<Case>;
  /** For the event: what stands still from when, and the dates that moved. */
  readonly facts: { readonly [key: string]: JsonValue | undefined };
}

/**
 * R3.3: the clocks stand still while corrections are awaited, where the item version names a basis. The item has decided it, so no chief is
 * asked; the applicant is told in the notice that asks for the corrections, and the pause begins on the day after it like every other.
 */
@Injectable()
export class CorrectionPause {
  constructor(
    private readonly desk: ClockWorkDesk,
    private readonly redate: RedateCase,
  ) {}

  /** The case is locked and accepted. `keep` writes the record once the number of the notice is known. */
  async start(
    tx: CommandTx,
    ctx: CommandContext,
    row: Case,
    { id, taskId, basis, reason, dueOn }: AwaitedFrom,
  ): Promise<Moved & { keep: (noticeId: string) => Promise<void> }> {
    const start = shanghaiToday(tx.now);
    const halt: StoredHalt = { id, kind: 'correction', start, announcedEnd: dueOn, actualEnd: null };
    const halts = [...(row.halts ?? []), halt];
    const { changes, moved } = await this.redate.apply(tx, row, { halts, extensionDays: row.extensionDays });
    const procedure: SpecialProcedure = {
      ...EMPTY_PROCEDURE,
      ...{ id, caseId: row.id, taskId, departmentId: row.departmentId, kind: halt.kind, basis, reason },
      ...{ days: calendarDaysBetween(start, dueOn), unit: 'calendar', status: 'running' },
      ...{ requestedBy: ctx.actor.staffId, requestedAt: tx.now, decidedAt: tx.now },
      ...{ startedOn: start, announcedEnd: dueOn, renewOn: renewalDay(halt, start) },
    };
    return {
      changes,
      facts: { basis, from: addCalendarDays(start, 1), ...moved },
      keep: (noticeId) => this.desk.saveProcedure(tx, procedure, { noticeId }),
    };
  }

  /** The corrections came or were called off: the clocks run again from tomorrow. `staffId` is null for the system. Null where they ran on. */
  async end(tx: CommandTx, row: Case, id: string, by: { staffId: string | null; outcome: string }): Promise<Moved | null> {
    const [procedure] = row.halts?.some((halt) => halt.id === id) ? await tx.query(FIND_PROCEDURE, [id]) : [];
    if (procedure?.status !== 'running') return null;
    const today = shanghaiToday(tx.now);
    const halts = (row.halts ?? []).map((halt) => (halt.id === id ? { ...halt, actualEnd: today } : halt));
    const { changes, moved } = await this.redate.apply(tx, row, { halts, extensionDays: row.extensionDays });
    const { startedOn: start, announcedEnd } = procedure;
    const renewOn = start === null || announcedEnd === null ? null : renewalDay({ start, announcedEnd, actualEnd: today }, today);
    const ended = { endedOn: today, endedBy: by.staffId, endedAt: tx.now, outcome: by.outcome };
    await this.desk.saveProcedure(tx, procedure, { status: 'ended', ...ended, renewOn });
    return { changes, facts: { runsFrom: addCalendarDays(today, 1), ...moved } };
  }
}
