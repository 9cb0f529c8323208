import { topicOf } from '@onewindow/contracts';
import { type BeforeApplicationShutdown, Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EVERYTHING, PROBLEMS, RouteAccess, SignalBus } from '../platform/index.js';
import { HallQueues } from './hall-queues.js';

const HEARTBEAT_MS = 20_000;
/** Displays and kiosks of all halls together; more are none of ours. They read every few seconds instead. */
const MOST_STREAMS = 200;

/** GET /api/halls/:hall/tickets/stream: an empty message whenever the queue of the hall has changed. Says nothing by itself. */
@Controller()
export class TicketStreamController implements BeforeApplicationShutdown {
  private readonly open = new Set<FastifyReply>();

  constructor(
    private readonly signals: SignalBus,
    private readonly queues: HallQueues,
  ) {}

  @Get('/api/halls/:hall/tickets/stream')
  @RouteAccess('public')
  async stream(@Param('hall') code: string, @Res() reply: FastifyReply): Promise<void> {
    if (this.open.size >= MOST_STREAMS) throw PROBLEMS.busy();
    const hall = await this.queues.hallOf(code);
    const own = topicOf.tickets(hall.id);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    reply.raw.write('retry: 2000\n: 叫号\n\n');
    this.open.add(reply);
    const unsubscribe = this.signals.subscribe(({ groups }) => {
      if (groups.some((group) => group.includes(own) || group.includes(EVERYTHING))) reply.raw.write('data: {}\n\n');
    });
    const heartbeat = setInterval(() => reply.raw.write(': \n\n'), HEARTBEAT_MS);
    reply.raw.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      this.open.delete(reply);
    });
  }

  /** The server waits for open answers; these would never end. */
  beforeApplicationShutdown(): void {
    for (const reply of this.open) reply.raw.end();
  }
}
