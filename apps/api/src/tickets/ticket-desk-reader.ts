import type { TicketDesk } from '@onewindow/contracts';
import { shanghaiToday, ticketNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { AttendedCounters } from './attended-counters.js';
import { KINDS_OF_HALL, SKIPPED_TODAY, WAITING_FOR } from './queue.statements.js';
import { FIND_CURRENT } from './ticket.statements.js';
import { deskOf, secondsBetween } from './ticket-store.js';
import { TicketPresentation } from './ticket-view.js';

const UNUSED = { usesTickets: false, serves: [], waiting: { all: 0, priority: 0, longestMinutes: 0 }, current: null } as const;

/** What the strip of a counter shows of the queue. */
@Injectable()
export class TicketDeskReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisation: Organisation,
    private readonly presentation: TicketPresentation,
    private readonly attended: AttendedCounters,
  ) {}

  async read(actor: Actor): Promise<TicketDesk> {
    const { hallId, counterId } = deskOf(actor);
    const now = this.clock.now();
    const today = shanghaiToday(now);
    const kinds = await this.database.query(KINDS_OF_HALL, [hallId, counterId]);
    if (kinds.length === 0) return { ...UNUSED, serves: [], counters: [], kinds: [], skipped: [] };
    const [[waiting], [current], skipped, snapshot, attended] = await Promise.all([
      this.database.query(WAITING_FOR, [hallId, today, counterId]),
      this.database.query(FIND_CURRENT, [counterId, today]),
      this.database.query(SKIPPED_TODAY, [hallId, today]),
      this.organisation.snapshot({ halls: [hallId] }),
      this.attended.of(this.database, hallId, now),
    ]);
    return {
      usesTickets: true,
      serves: kinds.filter(({ served }) => served),
      waiting: {
        all: waiting?.all ?? 0,
        priority: waiting?.priority ?? 0,
        longestMinutes: Math.floor(secondsBetween(waiting?.since ?? null, now) / 60),
      },
      current: current ? await this.presentation.present(this.database, current, counterId, now) : null,
      counters: snapshot.counters.filter(({ id }) => id !== counterId && attended.has(id)),
      kinds,
      skipped: skipped.map(({ id, letter, serial, at }) => ({ id, number: ticketNumber(letter, serial), at: at.toISOString() })),
    };
  }
}
