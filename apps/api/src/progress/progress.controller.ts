import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Endpoint, Input, ProblemException } from '../platform/index.js';
import { ProgressReader } from './progress-reader.js';
import { ReadLimiter } from './read-limiter.js';

@Controller()
export class ProgressController {
  private readonly limiter = new ReadLimiter();

  constructor(private readonly reader: ProgressReader) {}

  @Endpoint(endpoints.getProgress)
  getProgress(@Input() { params }: InputOf<typeof endpoints.getProgress>, @Req() request: FastifyRequest) {
    if (!this.limiter.allows(request.ip, performance.now())) {
      throw new ProblemException(429, 'progress.too-many', '查得太勤了。过一分钟再查。');
    }
    return this.reader.read(params.token);
  }
}
