import {
  addCalendarDays,
  announcedEnd,
  nextProcedureStatus,
  procedureDaysWords,
  renewalDay,
  shanghaiToday,
  SPECIAL_PROCEDURE_LABELS,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case, StoredHalt } from '../cases/index.js';
import { NoticeIssuer } from '../notices/index.js';
import type { CommandContext, CommandTx } from '../platform/index.js';
import { CloseDecision } from '../review/index.js';
import { ClockWorkDesk, issuerOf, procedureActors } from './clock-work-desk.js';
import { RedateCase } from './redate-case.js';
import type { SpecialProcedure } from './special-procedure.entity.js';

/** The facts of a procedure as its events tell them. */
export function procedureData({ kind, days, unit }: Pick<SpecialProcedure, 'kind' | 'days' | 'unit'>) {
  return { procedure: kind, procedureName: SPECIAL_PROCEDURE_LABELS[kind], days: procedureDaysWords({ days, unit }) };
}

/**
 * R3.1, R3.2: begins a procedure that the chief agreed to: its 特别程序告知书 is served today, and from tomorrow the clocks of the case stand still.
 * Never backdated: time is taken off only after the applicant was told in writing.
 */
@Injectable()
export class StartProcedure {
  constructor(
    private readonly desk: ClockWorkDesk,
    private readonly redate: RedateCase,
    private readonly calendars: WorkingCalendars,
    private readonly closing: CloseDecision,
    private readonly notices: NoticeIssuer,
  ) {}

  /** The case is locked and accepted. Call it last: the notice's number series stays locked until the commit. */
  async run(tx: CommandTx, ctx: CommandContext, row: Case, procedure: SpecialProcedure): Promise<void> {
    const status = nextProcedureStatus(procedure.status, 'approve', procedureActors(ctx.actor, procedure));
    const start = shanghaiToday(tx.now);
    const { end, provisional } = announcedEnd(start, procedure, await this.calendars.current());
    const halt: StoredHalt = { id: procedure.id, kind: procedure.kind, start, announcedEnd: end, actualEnd: null };
    const { changes, moved } = await this.redate.apply(tx, row, {
      halts: [...(row.halts ?? []), halt],
      extensionDays: row.extensionDays,
    });
    const data = { ...procedureData(procedure), reason: procedure.reason, from: addCalendarDays(start, 1), through: end, ...moved };
    await this.desk.cases.save(tx, row, changes, ctx, [{ action: 'procedure.approve', taskId: procedure.taskId, data }]);
    const notice = await this.notices.issue(tx, {
      kind: 'specialProcedure',
      row,
      ...(await this.closing.subjectOf(tx, row)),
      issuedBy: issuerOf(ctx),
      procedure: {
        name: SPECIAL_PROCEDURE_LABELS[procedure.kind],
        isPublicNotice: procedure.kind === 'publicNotice',
        basis: procedure.basis,
        reason: procedure.reason,
        days: procedureDaysWords(procedure),
        from: addCalendarDays(start, 1),
        through: end,
        provisional,
      },
    });
    await this.desk.saveProcedure(tx, procedure, {
      status,
      decidedBy: ctx.actor.staffId,
      decidedAt: tx.now,
      startedOn: start,
      announcedEnd: end,
      noticeId: notice.id,
      renewOn: renewalDay(halt, start),
    });
  }
}
