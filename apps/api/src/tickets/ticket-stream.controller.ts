import { topicOf } from '@onewindow/contracts';
import { type BeforeApplicationShutdown, Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EVERYTHING, OpenStreams, PROBLEMS, RouteAccess, SignalBus } from '../platform/index.js';
import { HallQueues } from './hall-queues.js';

const HEARTBEAT_MS = 20_000;
/** Displays and kiosks of all halls together; more are none of ours. They read every few seconds instead. */
const MOST_STREAMS = 200;

/** GET /api/halls/:hall/tickets/stream: an empty message whenever the queue of the hall has changed. Says nothing by itself. */
@Controller()
export class TicketStreamController implements BeforeApplicationShutdown {
  private readonly streams: OpenStreams;

  constructor(
    signals: SignalBus,
    private readonly queues: HallQueues,
  ) {
    this.streams = new OpenStreams(signals);
  }

  @Get('/api/halls/:hall/tickets/stream')
  @RouteAccess('public')
  async stream(@Param('hall') code: string, @Res() reply: FastifyReply): Promise<void> {
    if (this.streams.count >= MOST_STREAMS) throw PROBLEMS.busy();
    const own = topicOf.tickets((await this.queues.hallOf(code)).id);
    this.streams.start(reply, {
      retryMs: 2000,
      onSignal: ({ groups }) => (groups.some((group) => group.includes(own) || group.includes(EVERYTHING)) ? 'data: {}\n\n' : null),
      onBeat: () => ': \n\n',
      beatMs: HEARTBEAT_MS,
    });
  }

  beforeApplicationShutdown(): void {
    this.streams.end();
  }
}
