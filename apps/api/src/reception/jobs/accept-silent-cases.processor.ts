import { shanghaiToday, silentSince } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkingCalendars } from '../../calendar/index.js';
import { type CommandTx, JobRegistry, sql } from '../../platform/index.js';
import { SilentAcceptance } from '../silent-acceptance.js';

const TOPIC = 'accept-silent-case';
/** A standstill of months is worked off in portions; the next sweep goes on. */
const AT_ONCE = 2_000;
/**
 * What silence has accepted: received on the dividing day or before, and no supplement notice. A case whose job is on its way is left to it;
 * a job that failed for good is tried anew.
 */
const FIND = sql<{ id: string }>(
  `SELECT c.id FROM cases c
    WHERE c.status = 'received' AND c.supplement_count = 0 AND c.received_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND NOT EXISTS (SELECT 1 FROM outbox_message m
                       WHERE m.topic = '${TOPIC}' AND m.processed_at IS NULL AND m.dead_at IS NULL AND m.payload->>'caseId' = c.id::text)
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
    this.registry.sweep({ name: 'find-silent-cases', everyMinutes: 10, run: (tx) => this.find(tx) });
    this.registry.handle<{ caseId: string }>(TOPIC, (tx, { caseId }) => this.acceptance.accept(tx, caseId));
  }

  private async find(tx: CommandTx): Promise<void> {
    const today = shanghaiToday(tx.now);
    const through = silentSince({ today, calendar: await this.calendars.current() });
    for (const { id } of await tx.query(FIND, [through])) tx.appendOutbox(TOPIC, { caseId: id });
  }
}
