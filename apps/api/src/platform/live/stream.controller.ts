import { Controller, Get, type BeforeApplicationShutdown, Req, Res } from '@nestjs/common';
import { LIVE_BEAT, LIVE_BEAT_MS } from '@onewindow/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../auth/session-cookie.js';
import { SessionGate } from '../auth/session-gate.js';
import { RouteAccess } from '../http/access.guard.js';
import { PROBLEMS } from '../http/problems.js';
import { audibleTopics, heardTopics } from './live-stream.js';
import { OpenStreams } from './open-streams.js';
import { SignalBus } from './signal-bus.js';

/** A page hears by it that the line lives. */
const BEAT = `event: ${LIVE_BEAT}\ndata: {"topics":[]}\n\n`;

/** GET /api/stream: server-sent events with the topics whose data changed. */
@Controller()
export class StreamController implements BeforeApplicationShutdown {
  private readonly streams: OpenStreams;

  constructor(
    signals: SignalBus,
    private readonly gate: SessionGate,
  ) {
    this.streams = new OpenStreams(signals);
  }

  @Get('/api/stream')
  @RouteAccess('signed-in')
  stream(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { actor } = request;
    const token = request.cookies[SESSION_COOKIE];
    if (!actor || !token) throw PROBLEMS.signedOut();
    const audible = audibleTopics(actor);
    this.streams.start(reply, {
      retryMs: 1000,
      onSignal: (signal) => {
        const topics = heardTopics(signal, audible);
        return topics.length > 0 ? `data: ${JSON.stringify({ topics })}\n\n` : null;
      },
      // The stream of an ended session ends.
      onBeat: async () => ((await this.gate.isOpen(token)) ? BEAT : null),
      beatMs: LIVE_BEAT_MS,
    });
  }

  beforeApplicationShutdown(): void {
    this.streams.end();
  }
}
