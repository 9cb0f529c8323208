import { randomBytes } from 'node:crypto';
import { type endpoints, type InputOf, type TicketSlip, topicOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CommandRunner, type CommandTx, newId, Sealer } from '../../platform/index.js';
import { identityColumns } from '../ticket-identity.js';
import { TicketKindClosed, TicketKindUnknown } from '../ticket-problems.js';
import {
  FIND_BY_REQUEST,
  FIND_KIND,
  INSERT_EVENT,
  INSERT_TICKET,
  insertedValues,
  LOCK_REQUEST,
  NEXT_SERIAL,
} from '../ticket.statements.js';
import type { Ticket } from '../ticket.entity.js';
import type { TicketKind } from '../ticket-kind.entity.js';
import { type HallRow, HallQueues } from '../hall-queues.js';
import { whyClosed } from '../ticket-hours.js';
import { TicketSlips } from '../ticket-slips.js';

type Input = InputOf<typeof endpoints.takeTicket>;
const PRIORITY_LETTER = 'P';

/** 取号 at the kiosk: one number for one request, unique in its hall and day. */
@Injectable()
export class TakeTicket {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queues: HallQueues,
    private readonly slips: TicketSlips,
    private readonly sealer: Sealer,
  ) {}

  async run({ params, body }: Input): Promise<TicketSlip> {
    const hall = await this.queues.hallOf(params.hall);
    const drawn = await this.runner.runSystem(async (tx) => {
      const [, [kind]] = await Promise.all([tx.query(LOCK_REQUEST, [body.requestId]), tx.query(FIND_KIND, [body.kindId, hall.id])]);
      if (!kind) throw new TicketKindUnknown();
      const [known] = await tx.query(FIND_BY_REQUEST, [body.requestId]);
      // The answer was lost on the way and the device asked again: the same number, no second one.
      if (known) return { ticket: known, kind };
      requireOpen(kind, tx.now);
      return { ticket: await this.draw(tx, kind, hall, body), kind };
    });
    // After the commit: who waits is read over the pool, and a transaction that waited for a second connection could wait for itself.
    return await this.slips.slip(drawn.ticket, drawn.kind, hall);
  }

  private async draw(tx: CommandTx, kind: TicketKind, hall: HallRow, body: Input['body']): Promise<Ticket> {
    const day = shanghaiToday(tx.now);
    const identity = identityColumns(this.sealer, body.identity, day);
    const priority = body.priority || kind.priority;
    const letter = priority ? PRIORITY_LETTER : kind.letter;
    const [series] = await tx.query(NEXT_SERIAL, [hall.id, day, letter]);
    if (!series) throw new Error('a series gave no number');
    const ticket: Ticket = {
      ...identity,
      id: newId(),
      hallId: hall.id,
      day,
      letter,
      serial: series.last,
      kindId: kind.id,
      priority,
      status: 'waiting',
      token: randomBytes(18).toString('base64url'),
      requestId: body.requestId,
      takenAt: tx.now,
      queuedAt: tx.now,
      waitingSince: tx.now,
      targetCounterId: null,
      counterId: null,
      staffId: null,
      calledAt: null,
      lastCalledAt: null,
      callCount: 0,
      servingAt: null,
      endedAt: null,
      waitedSeconds: 0,
      handledSeconds: 0,
      caseId: null,
    };
    await tx.query(INSERT_TICKET, insertedValues(ticket));
    await tx.query(INSERT_EVENT, [ticket.id, 'take', tx.now, null, null, JSON.stringify({ kindId: kind.id, priority })]);
    tx.touch(topicOf.tickets(hall.id));
    return ticket;
  }
}

function requireOpen(kind: TicketKind, now: Date): void {
  const reason = whyClosed(kind, now);
  if (reason !== null) throw new TicketKindClosed(kind.name, reason);
}
