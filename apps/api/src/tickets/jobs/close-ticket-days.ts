import { topicOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/index.js';
import { FORGET_PERSONS, LAPSE_DAYS } from '../ticket.statements.js';

/** A number is good for its day: what is left of earlier days lapses, and what was told of persons is forgotten. */
@Injectable()
export class CloseTicketDays implements OnModuleInit {
  constructor(private readonly registry: JobRegistry) {}

  onModuleInit(): void {
    this.registry.sweep({
      name: 'close-ticket-days',
      everyMinutes: 5,
      run: async (tx) => {
        const today = shanghaiToday(tx.now);
        const [halls] = await Promise.all([tx.query(LAPSE_DAYS, [today, tx.now]), tx.query(FORGET_PERSONS, [today])]);
        tx.touch(...halls.map(({ hallId }) => topicOf.tickets(hallId)));
      },
    });
  }
}
