import { type Endpoints, endpoints, type InputOf, type ResponseOf } from '@onewindow/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendPdf } from '../notices/index.js';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { IssuePaperTransferSlip } from './issue-paper-transfer-slip.js';
import { PreviewNotice } from './preview-notice.js';

@Controller()
export class NoticeDeskController {
  constructor(
    private readonly previewing: PreviewNotice,
    private readonly slips: IssuePaperTransferSlip,
  ) {}

  @Endpoint(endpoints.previewNotice)
  async previewNotice(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['previewNotice']>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPdf(reply, await this.previewing.run(ctx.actor, input), '预览.pdf');
  }

  @Endpoint(endpoints.issuePaperTransferSlip)
  issuePaperTransferSlip(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<Endpoints['issuePaperTransferSlip']>,
  ): Promise<ResponseOf<Endpoints['issuePaperTransferSlip']>> {
    return this.slips.run(ctx, input);
  }
}
