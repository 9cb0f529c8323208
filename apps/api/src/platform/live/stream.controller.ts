import { Controller, Get, type BeforeApplicationShutdown, Req, Res } from '@nestjs/common';
import { LIVE_BEAT, LIVE_BEAT_MS } from '@onewindow/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../auth/session-cookie.js';
import { SessionGate } from '../auth/session-gate.js';
import { RouteAccess } from '../http/access.guard.js';
import { PROBLEMS } from '../http/problems.js';
import { audibleTopics, heardTopics } from './live-stream.js';
import { SignalBus } from './signal-bus.js';

/** Proxies close a silent line, and a page hears by it that the line lives. A beat also ends the streams of ended sessions. */
const BEAT = `event: ${LIVE_BEAT}\ndata: {"topics":[]}\n\n`;

/** GET /api/stream: server-sent events with the topics whose data changed. */
@Controller()
export class StreamController implements BeforeApplicationShutdown {
  private readonly open = new Set<FastifyReply>();

  constructor(
    private readonly signals: SignalBus,
    private readonly gate: SessionGate,
  ) {}

  @Get('/api/stream')
  @RouteAccess('signed-in')
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { actor } = request;
    const token = request.cookies[SESSION_COOKIE];
    if (!actor || !token) throw PROBLEMS.signedOut();
    const audible = audibleTopics(actor);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    reply.raw.write('retry: 1000\n: 一窗\n\n');
    this.open.add(reply);
    const unsubscribe = this.signals.subscribe((signal) => {
      const topics = heardTopics(signal, audible);
      if (topics.length > 0) reply.raw.write(`data: ${JSON.stringify({ topics })}\n\n`);
    });
    const heartbeat = setInterval(() => {
      void this.gate.isOpen(token).then((isOpen) => {
        if (isOpen) reply.raw.write(BEAT);
        else reply.raw.end();
      });
    }, LIVE_BEAT_MS);
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
