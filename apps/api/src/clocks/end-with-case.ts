import { type IsoDate, procedureAfterCase, shanghaiToday } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Case, EventInput } from '../cases/index.js';
import type { CommandTx } from '../platform/index.js';
import { CaseEndings } from '../review/index.js';
import { ClockWorkDesk } from './clock-work-desk.js';
import { OPEN_PROCEDURES } from './clock-work.statements.js';
import { type Redated, RedateCase } from './redate-case.js';
import type { SpecialProcedure } from './special-procedure.entity.js';
import { procedureData } from './start-procedure.js';

/** As the record and the story tell it. */
const WITH_CASE = '办件结束，随之结束';

/** R3.2: a case that is withdrawn, terminated or decided keeps no procedure open: what ran ends on that day, what waited is taken back. */
@Injectable()
export class EndWithCase implements OnModuleInit {
  constructor(
    private readonly endings: CaseEndings,
    private readonly desk: ClockWorkDesk,
    private readonly redate: RedateCase,
  ) {}

  onModuleInit(): void {
    this.endings.register((tx, row, by) => this.end(tx, row, by));
  }

  /** The case is locked and still accepted, its tasks are cancelled. */
  async end(tx: CommandTx, row: Case, by: string | null): Promise<{ changes: Partial<Case>; events: EventInput[] }> {
    const open = await tx.query(OPEN_PROCEDURES, [row.id]);
    if (open.length === 0) return { changes: {}, events: [] };
    const today = shanghaiToday(tx.now);
    const running = open.filter(({ status }) => status === 'running').map(({ id }) => id);
    const halts = row.halts?.map((halt) => (running.includes(halt.id) ? { ...halt, actualEnd: today } : halt)) ?? null;
    const { changes, moved } = await this.redate.apply(tx, row, { halts, extensionDays: row.extensionDays });
    return { changes, events: await this.close(tx, open, { today, by, moved }) };
  }

  /** The rows alone, with what is told of each. */
  async close(
    tx: CommandTx,
    open: readonly SpecialProcedure[],
    { today, by, moved }: { today: IsoDate; by: string | null; moved: Redated['moved'] },
  ): Promise<EventInput[]> {
    const events: EventInput[] = [];
    for (const procedure of open) {
      const status = procedureAfterCase(procedure.status);
      const isOver = status === 'ended';
      const ended = { endedOn: today, endedBy: by, endedAt: tx.now, outcome: WITH_CASE };
      const data = procedureData(procedure);
      // The dates moved once, whatever the number of procedures.
      if (isOver)
        events.push({
          action: 'procedure.end',
          taskId: procedure.taskId,
          data: { ...data, endedOn: today, outcome: WITH_CASE, ...(events.length === 0 ? moved : {}) },
        });
      else events.push({ action: 'procedure.withdraw', taskId: procedure.taskId, data: { ...data, withCase: true } });
      await this.desk.saveProcedure(tx, procedure, { status, renewOn: null, ...(isOver ? ended : { decidedAt: tx.now }) });
    }
    return events;
  }
}
