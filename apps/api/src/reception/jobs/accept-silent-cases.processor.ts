import { shanghaiToday, silentSince } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { type CommandTx, JobRegistry, registerDueWork, sql } from '../../platform/index.js';
import { SilentAcceptance } from '../silent-acceptance.js';

/** A standstill of months is worked off in portions; the next sweep goes on. */
const AT_ONCE = 2_000;
/** What silence has accepted: received on the dividing day or before, and no supplement notice. */
const FIND = sql<{ id: string }>(
  `SELECT c.id FROM cases c
    WHERE c.status = 'received' AND c.supplement_count = 0 AND c.received_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    ORDER BY c.received_at, c.id LIMIT ${AT_ONCE}`,
);

/**
 * R2.4: five working days of silence accept a case. Found from the database by its day, so that days of standstill and a lost queue lose
 * nothing; each case is a job of its own, done once.
 */
@Injectable()
export class AcceptSilentCases implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly calendars: WorkingCalendars,
    private readonly acceptance: SilentAcceptance,
  ) {}

  onModuleInit(): void {
    registerDueWork(this.registry, {
      name: 'find-silent-cases',
      everyMinutes: 10,
      topic: 'accept-silent-case',
      subject: 'caseId',
      find: (tx) => this.find(tx),
      act: (tx, caseId) => this.acceptance.accept(tx, caseId),
    });
  }

  private async find(tx: CommandTx): Promise<{ id: string }[]> {
    const today = shanghaiToday(tx.now);
    return await tx.query(FIND, [silentSince({ today, calendar: await this.calendars.current() })]);
  }
}
