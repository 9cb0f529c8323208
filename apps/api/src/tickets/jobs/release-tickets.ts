import { shanghaiToday } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/index.js';
import { AttendedCounters } from '../attended-counters.js';
import { LOCK_ABANDONED } from '../ticket.statements.js';
import { TicketStore } from '../ticket-store.js';

/**
 * A clerk who signs out leaves behind whom they have called and whom colleagues sent on to them; nobody else may call those. They wait again for
 * every counter that serves their business, in the place that their arrival gives them.
 */
@Injectable()
export class ReleaseTickets implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly store: TicketStore,
    private readonly attended: AttendedCounters,
  ) {}

  onModuleInit(): void {
    this.registry.sweep({
      name: 'release-tickets',
      everyMinutes: 1,
      run: async (tx) => {
        const abandoned = await tx.query(LOCK_ABANDONED, [shanghaiToday(tx.now), this.attended.since(tx.now)]);
        for (const ticket of abandoned) {
          const left = { counterId: ticket.counterId ?? ticket.targetCounterId, staffId: null };
          const waits = { counterId: null, staffId: null, targetCounterId: null, calledAt: null };
          await this.store.save(tx, ticket, 'release', left, { ...waits, waitingSince: ticket.waitingSince ?? tx.now });
        }
      },
    });
  }
}
