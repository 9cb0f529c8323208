import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendPdf } from '../notices/index.js';
import { type CommandContext, Ctx, Database, Endpoint, Input } from '../platform/index.js';
import { BatchPreview } from './batch-preview.js';
import { BatchReader } from './batch-reader.js';
import { ClaimNext } from './commands/claim-next.js';
import { OrderBatch } from './commands/order-batch.js';
import { SendUp } from './commands/send-up.js';
import { PreviewDecision } from './preview-decision.js';
import { TaskBackground } from './task-background.js';

/** What lies behind an open task, drafts sent up, the next task, and like tasks together. */
@Controller()
export class DeskWorkController {
  constructor(
    private readonly background: TaskBackground,
    private readonly sending: SendUp,
    private readonly claiming: ClaimNext,
    private readonly previewing: PreviewDecision,
    private readonly preview: BatchPreview,
    private readonly ordering: OrderBatch,
    private readonly batches: BatchReader,
    private readonly database: Database,
  ) {}

  @Endpoint(endpoints.taskBackground)
  backgroundOf(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<typeof endpoints.taskBackground>) {
    return this.background.of(ctx.actor, params.id);
  }

  @Endpoint(endpoints.markSeen)
  markSeen(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<typeof endpoints.markSeen>) {
    return this.background.markSeen(ctx.actor, params.id);
  }

  @Endpoint(endpoints.sendUp)
  sendUp(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.sendUp>) {
    return this.sending.run(ctx, input);
  }

  @Endpoint(endpoints.claimNext)
  claimNext(@Ctx() ctx: CommandContext) {
    return this.claiming.run(ctx);
  }

  @Endpoint(endpoints.previewDecision)
  async previewDecision(
    @Ctx() ctx: CommandContext,
    @Input() input: InputOf<typeof endpoints.previewDecision>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPdf(reply, await this.previewing.run(ctx.actor, input), '决定书预览.pdf');
  }

  @Endpoint(endpoints.previewDeskBatch)
  previewBatch(@Ctx() ctx: CommandContext, @Input() { body }: InputOf<typeof endpoints.previewDeskBatch>) {
    return this.preview.of(ctx.actor, body.taskIds);
  }

  @Endpoint(endpoints.orderDeskBatch)
  orderBatch(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.orderDeskBatch>) {
    return this.ordering.run(ctx, input);
  }

  @Endpoint(endpoints.getDeskBatch)
  batch(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<typeof endpoints.getDeskBatch>) {
    return this.batches.get(this.database, ctx.actor, params.id);
  }
}
