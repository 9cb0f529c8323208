import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger as Pino } from 'pino';
import '../http/request-augmentation.js';

/** What is written of a request: no address, no query, no body; the route's pattern holds names of parameters and never their values. */
export interface AccessLine {
  readonly requestId: string;
  readonly method: string;
  /** As declared, such as `/api/cases/:id`; `none` where no route fits. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly staffNo?: string;
}

type AccessSink = Pick<Pino, 'info' | 'debug' | 'error'>;

/** Unlike another process's and unlike the next one's; cheap, since every request gets one. */
export function requestIds(): () => string {
  const process = randomBytes(4).toString('hex');
  let count = 0;
  return () => `${process}-${(count += 1).toString(36)}`;
}

function isOfSites(url: string): boolean {
  return !url.startsWith('/api/');
}

/** Health and the documents, asked for all day; told only when they fail. */
function isRoutine(url: string): boolean {
  return url.startsWith('/api/health') || url.startsWith('/api/docs');
}

function levelOf(url: string, status: number): keyof AccessSink {
  if (isOfSites(url)) return 'debug';
  if (status >= 500) return 'error';
  return isRoutine(url) ? 'debug' : 'info';
}

/** One line when a request has been answered: `error` from 500 on, `debug` for the sites' files and for health, else `info`. */
export function registerAccessLog(instance: FastifyInstance, sink: AccessSink): void {
  instance.addHook('onResponse', (request, reply, done) => {
    sink[levelOf(request.url, reply.statusCode)](lineOf(request, reply), 'request');
    done();
  });
}

function lineOf(request: FastifyRequest, reply: FastifyReply): AccessLine {
  const staffNo = request.actor?.staffNo;
  return {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...(staffNo === undefined ? {} : { staffNo }),
  };
}
