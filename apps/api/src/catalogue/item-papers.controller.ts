import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Downloads, Endpoint, Input } from '../platform/index.js';
import { ItemPapers } from './item-papers.js';
import { Situations } from './situations.js';

@Controller()
export class ItemPapersController {
  constructor(
    private readonly papers: ItemPapers,
    private readonly situations: Situations,
    private readonly downloads: Downloads,
  ) {}

  @Endpoint(endpoints.situationOf)
  situationOf(@Input() { params, body }: InputOf<Endpoints['situationOf']>): Promise<ResponseOf<Endpoints['situationOf']>> {
    return this.situations.of(params.id, body.answers, body.form);
  }

  @Endpoint(endpoints.uploadItemPaper)
  uploadItemPaper(@Ctx() ctx: CommandContext, @Req() request: FastifyRequest): Promise<ResponseOf<Endpoints['uploadItemPaper']>> {
    return this.papers.upload(ctx, request);
  }

  @Endpoint(endpoints.getItemPaper)
  async getItemPaper(
    @Input() { params }: InputOf<Endpoints['getItemPaper']>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(request, reply, await this.papers.get(params.id, params.hash));
  }
}
