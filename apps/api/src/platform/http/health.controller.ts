import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/database.js';
import { sql } from '../database/sql.js';
import type { JobQueue } from '../queues/job-queue.js';
import type { QueueBackend } from '../queues/queue-backend.js';
import { JOB_QUEUE, QUEUE_BACKEND } from '../queues/queue-tokens.js';
import { RouteAccess } from './access.guard.js';

const ALIVE = sql<{ deadJobs: number; waitingJobs: number }>(
  `SELECT (SELECT count(*) FROM outbox_message WHERE dead_at IS NOT NULL) AS "deadJobs",
          (SELECT count(*) FROM outbox_message WHERE relayed_at IS NULL) AS "waitingJobs"`,
);
const PATIENCE_MS = 3_000;

async function within<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  return await Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer));
}

/** Is the process alive, and is it ready: database and queue answer. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    @Inject(JOB_QUEUE) private readonly queue: JobQueue,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
  ) {}

  @Get('/api/health/live')
  @RouteAccess('public')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('/api/health')
  @RouteAccess('public')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const [jobs, queue] = await Promise.all([within(this.database.query(ALIVE)), within(this.queue.ping().then(() => true))]);
    const ready = jobs !== null && queue !== null;
    void reply.status(ready ? 200 : 503).header('cache-control', 'no-store');
    return {
      status: ready ? 'ok' : 'unavailable',
      database: jobs === null ? 'unavailable' : 'ok',
      queue: { kind: this.backend.kind, status: queue === null ? 'unavailable' : 'ok', ...jobs?.[0] },
    };
  }
}
