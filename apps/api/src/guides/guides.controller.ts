import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPdf } from '../notices/index.js';
import { Clock, type CommandContext, Ctx, Downloads, Endpoint, Input } from '../platform/index.js';
import { GuidePapers } from './guide-papers.js';
import { Guides } from './guides.js';

@Controller()
export class GuidesController {
  constructor(
    private readonly guides: Guides,
    private readonly papers: GuidePapers,
    private readonly downloads: Downloads,
    private readonly clock: Clock,
  ) {}

  @Endpoint(endpoints.issueGuide)
  issueGuide(@Ctx() ctx: CommandContext, @Input() input: InputOf<Endpoints['issueGuide']>): Promise<ResponseOf<Endpoints['issueGuide']>> {
    return this.guides.issue(ctx, input);
  }

  @Endpoint(endpoints.previewGuide)
  async previewGuide(
    @Ctx() { actor }: CommandContext,
    @Input() { body }: InputOf<Endpoints['previewGuide']>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPdf(reply, await this.guides.preview(actor, body, this.clock.now()), '一次告知单预览.pdf');
  }

  @Endpoint(endpoints.getGuideFile)
  async getGuideFile(
    @Ctx() { actor }: CommandContext,
    @Input() { params }: InputOf<Endpoints['getGuideFile']>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(request, reply, await this.papers.ofHall(actor, params.id));
  }

  @Endpoint(endpoints.getGuideByToken)
  async getGuideByToken(
    @Input() { params }: InputOf<Endpoints['getGuideByToken']>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.downloads.send(request, reply, await this.papers.byToken(params.token));
  }
}
