import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CommandContext } from '../commands/command-context.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { Ctx, Input } from '../http/input.decorator.js';
import { ResumableUploads } from './resumable-uploads.js';

/** Large files on their way in parts. */
@Controller()
export class UploadsController {
  constructor(private readonly uploads: ResumableUploads) {}

  @Endpoint(endpoints.beginUpload)
  beginUpload(
    @Ctx() ctx: CommandContext,
    @Input() { body }: InputOf<Endpoints['beginUpload']>,
  ): Promise<ResponseOf<Endpoints['beginUpload']>> {
    return this.uploads.begin(ctx, body);
  }

  @Endpoint(endpoints.getUpload)
  getUpload(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<Endpoints['getUpload']>): Promise<ResponseOf<Endpoints['getUpload']>> {
    return this.uploads.state(ctx, params.id);
  }

  @Endpoint(endpoints.sendUploadPart)
  sendUploadPart(
    @Ctx() ctx: CommandContext,
    @Input() { params }: InputOf<Endpoints['sendUploadPart']>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<Endpoints['sendUploadPart']>> {
    return this.uploads.addPart(ctx, params.id, params.start, request);
  }
}
