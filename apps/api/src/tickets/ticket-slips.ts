import type { endpoints, ResponseOf, TicketSlip } from '@onewindow/contracts';
import { isTicketWaiting, shanghaiToday, ticketNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { AppConfig, Clock, Database } from '../platform/index.js';
import { type HallRow, HallQueues } from './hall-queues.js';
import { qrPath } from './qr-path.js';
import { AHEAD_OF } from './queue.statements.js';
import { FIND_BY_TOKEN, FIND_KIND } from './ticket.statements.js';
import type { Ticket } from './ticket.entity.js';
import { TicketNotFound } from './ticket-problems.js';

/** What the citizen holds: the slip, and the page of waiting that its QR code opens. Nothing of any person. */
@Injectable()
export class TicketSlips {
  constructor(
    private readonly database: Database,
    private readonly queues: HallQueues,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  async slip(ticket: Ticket, kind: { name: string }, hall: HallRow): Promise<TicketSlip> {
    const [row] = await this.database.query(AHEAD_OF, [ticket.id]);
    const ahead = row?.ahead ?? 0;
    const address = `${this.config.publicUrl}/front/ticket/${ticket.token}`;
    return {
      token: ticket.token,
      number: ticketNumber(ticket.letter, ticket.serial),
      kindName: kind.name,
      priority: ticket.priority,
      hallName: hall.name,
      ahead,
      expectedMinutes: await this.queues.minutesFor(hall.id, ticket, ahead),
      takenAt: ticket.takenAt.toISOString(),
      address,
      qr: qrPath(address),
    };
  }

  /** How it stands with one's number. @throws TicketNotFound */
  async waiting(token: string): Promise<ResponseOf<typeof endpoints.getTicket>> {
    const [ticket] = await this.database.query(FIND_BY_TOKEN, [token]);
    if (!ticket) throw new TicketNotFound();
    const now = this.clock.now();
    const isWaiting = isTicketWaiting(ticket.status) && ticket.day === shanghaiToday(now);
    const [[kind], [row], snapshot] = await Promise.all([
      this.database.query(FIND_KIND, [ticket.kindId, ticket.hallId]),
      isWaiting ? this.database.query(AHEAD_OF, [ticket.id]) : Promise.resolve([{ ahead: 0 }]),
      this.organisation.snapshot({ halls: [ticket.hallId] }),
    ]);
    const ahead = row?.ahead ?? 0;
    const counterId = ticket.targetCounterId ?? ticket.counterId;
    return {
      number: ticketNumber(ticket.letter, ticket.serial),
      kindName: kind?.name ?? '',
      priority: ticket.priority,
      hallName: snapshot.hall(ticket.hallId)?.name ?? '',
      // The nightly work may not have run yet: an old number is no number.
      status: ticket.day === shanghaiToday(now) || ticket.status === 'finished' ? ticket.status : 'lapsed',
      ahead,
      expectedMinutes: isWaiting ? await this.queues.minutesFor(ticket.hallId, ticket, ahead) : 0,
      counterNumber: counterId === null ? null : (snapshot.counter(counterId)?.number ?? null),
      takenAt: ticket.takenAt.toISOString(),
      updatedAt: now.toISOString(),
    };
  }
}
