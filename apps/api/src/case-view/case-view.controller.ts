import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseStore } from '../cases/index.js';
import { type CommandContext, Ctx, Downloads, Endpoint, Input, LookUps } from '../platform/index.js';
import { CaseFiles } from './case-files.js';
import { CaseList } from './case-list.js';
import { readWhole } from './case-reads.js';
import { CaseView } from './case-view.js';
import { StampedCopies } from './stamped-copies.js';

/** Reading cases: one, its story, its files, the list. */
@Controller()
export class CaseViewController {
  constructor(
    private readonly lookUps: LookUps,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
    private readonly list: CaseList,
    private readonly files: CaseFiles,
    private readonly downloads: Downloads,
    private readonly stamped: StampedCopies,
  ) {}

  @Endpoint(endpoints.getCase)
  async getCase(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<Endpoints['getCase']>): Promise<ResponseOf<Endpoints['getCase']>> {
    const { row, known } = await readWhole(this.lookUps, params.id, this.cases.get(ctx.actor, params.id));
    return await this.view.present(this.lookUps, row, ctx.actor, known);
  }

  @Endpoint(endpoints.getCaseEvents)
  async getCaseEvents(
    @Ctx() ctx: CommandContext,
    @Input() { params }: InputOf<Endpoints['getCaseEvents']>,
  ): Promise<ResponseOf<Endpoints['getCaseEvents']>> {
    // Both are on their way at once; of a case that the actor may not see nothing is told.
    const [, items] = await Promise.all([
      this.cases.get(ctx.actor, params.id, this.lookUps),
      this.view.events(this.lookUps, params, ctx.actor),
    ]);
    return { items };
  }

  @Endpoint(endpoints.searchCases)
  async searchCases(
    @Ctx() ctx: CommandContext,
    @Input() { query }: InputOf<Endpoints['searchCases']>,
  ): Promise<ResponseOf<Endpoints['searchCases']>> {
    const { rows, nextCursor } = await this.list.find(ctx.actor, query);
    return { items: await this.view.summaries(rows, ctx.actor), nextCursor };
  }

  @Endpoint(endpoints.getCaseFile)
  async getCaseFile(
    @Ctx() ctx: CommandContext,
    @Input() { params }: InputOf<Endpoints['getCaseFile']>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.files.get(ctx.actor, params.id, params.fileId);
    await ('words' in file ? this.stamped.send(reply, file) : this.downloads.send(request, reply, file));
  }
}
