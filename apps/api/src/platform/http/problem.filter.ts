import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { DomainError } from '@onewindow/domain';
import type { Problem } from '@onewindow/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRetryable, isTimeout, isUnavailable, sqlState } from '../database/database-errors.js';
import { PROBLEMS, ProblemException, problemOf, problemOfDomainError } from './problems.js';

const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

function httpStatusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors carry `statusCode`.
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}

function known(error: unknown): ProblemException | undefined {
  if (error instanceof ProblemException) return error;
  const status = httpStatusOf(error);
  if (status !== undefined && status < 500) {
    if (status === 404) return PROBLEMS.notFound();
    if (status === 413) return PROBLEMS.tooLarge();
    if (status === 415 || status === 406) return PROBLEMS.mediaType();
    if (status === 403) return PROBLEMS.crossOrigin();
    return PROBLEMS.malformed();
  }
  if (isRetryable(error) || isTimeout(error)) return PROBLEMS.busy();
  if (isUnavailable(error)) return PROBLEMS.unavailable();
  // Class 22, data exceptions: a value that no column can hold. The schemas should have caught it.
  if (sqlState(error)?.startsWith('22')) return PROBLEMS.invalid(undefined);
  return undefined;
}

/** Answers with a refusal, from places that Nest's filters don't reach. */
export function sendProblem(reply: FastifyReply, refusal: ProblemException): void {
  const problem = problemOf(refusal.status, refusal.code, refusal.title);
  void reply.status(refusal.status).header('content-type', PROBLEM_JSON).send(JSON.stringify(problem));
}

/** The one place where errors become HTTP: problem+json with a stable code and a Chinese title. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.toProblem(error, http.getRequest<FastifyRequest>());
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void reply.status(problem.status).header('content-type', PROBLEM_JSON).send(JSON.stringify(problem));
  }

  private toProblem(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof DomainError) return problemOfDomainError(error);
    const refusal = known(error);
    if (refusal) {
      if (refusal.status >= 500 || sqlState(error))
        this.logger.warn({ error, requestId: request.id, route: request.routeOptions.url }, refusal.code);
      const more = { ...(refusal.errors ? { errors: refusal.errors } : {}), ...(refusal.facts ? { facts: refusal.facts } : {}) };
      return problemOf(refusal.status, refusal.code, refusal.title, more);
    }
    // The number by which the administrator finds this entry and the request's line in the log.
    const requestId = request.id;
    this.logger.error({ error, requestId, method: request.method, route: request.routeOptions.url }, 'unexpected error');
    return problemOf(500, 'service.error', `系统出错，操作没有完成。请重试；仍不行，请把编号 ${requestId} 告诉管理员。`, {
      facts: { requestId },
    });
  }
}
