import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Database, Endpoint, Input } from '../platform/index.js';
import { BatchReader } from './batch-reader.js';
import { ReassignTasks } from './commands/reassign-tasks.js';
import { Officers } from './officers.js';
import { ReassignPreview } from './reassign-preview.js';

/** 改派: who could take it, what it would do, doing it, and what came of it. */
@Controller()
export class SupervisionController {
  constructor(
    private readonly people: Officers,
    private readonly preview: ReassignPreview,
    private readonly reassignTasks: ReassignTasks,
    private readonly batches: BatchReader,
    private readonly database: Database,
  ) {}

  @Endpoint(endpoints.officers)
  officers(@Ctx() ctx: CommandContext, @Input() { query }: InputOf<typeof endpoints.officers>) {
    return this.people.list(ctx.actor, query);
  }

  @Endpoint(endpoints.previewReassign)
  previewReassign(@Ctx() ctx: CommandContext, @Input() { body }: InputOf<typeof endpoints.previewReassign>) {
    return this.preview.of(ctx.actor, body);
  }

  @Endpoint(endpoints.reassignTasks)
  reassign(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.reassignTasks>) {
    return this.reassignTasks.run(ctx, input);
  }

  @Endpoint(endpoints.getBatch)
  batch(@Ctx() ctx: CommandContext, @Input() { params }: InputOf<typeof endpoints.getBatch>) {
    return this.batches.get(this.database, ctx.actor, params.id);
  }
}
