import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Downloads, Endpoint, Input } from '../../platform/index.js';
import { sendPdf } from '../pdf-reply.js';
import { NoticePrints } from './notice-prints.js';
import { PrintNotice } from './print-notice.js';

@Controller()
export class NoticePrintsController {
  constructor(
    private readonly printing: PrintNotice,
    private readonly prints: NoticePrints,
    private readonly downloads: Downloads,
  ) {}

  @Endpoint(endpoints.printNotice)
  printNotice(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['printNotice']>,
  ): Promise<ResponseOf<Endpoints['printNotice']>> {
    return this.printing.run(ctx, input);
  }

  @Endpoint(endpoints.listNoticePrints)
  async listNoticePrints(
    @Ctx() ctx: CommandContext,
    @Input() { params }: InputOf<Endpoints['listNoticePrints']>,
  ): Promise<ResponseOf<Endpoints['listNoticePrints']>> {
    return { items: await this.prints.list(ctx.actor, params.id) };
  }

  @Endpoint(endpoints.getNoticePrint)
  async getNoticePrint(
    @Ctx() ctx: CommandContext,
    @Input() { params }: InputOf<Endpoints['getNoticePrint']>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.prints.file(ctx.actor, params.id, params.ordinal);
    if ('sha256' in file) await this.downloads.send(request, reply, file);
    else await sendPdf(reply, file.bytes, file.name);
  }
}
