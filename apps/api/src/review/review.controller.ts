import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { ClaimTask } from './commands/claim-task.js';
import { CompleteTask } from './commands/complete-task.js';
import { ReleaseTask } from './commands/release-task.js';
import { RetrieveTask } from './commands/retrieve-task.js';
import { SaveOpinion } from './commands/save-opinion.js';

/** The holder's own work on a task. */
@Controller()
export class ReviewController {
  constructor(
    private readonly claimTask: ClaimTask,
    private readonly releaseTask: ReleaseTask,
    private readonly saveOpinion: SaveOpinion,
    private readonly completeTask: CompleteTask,
    private readonly retrieveTask: RetrieveTask,
  ) {}

  @Endpoint(endpoints.claimTask)
  claim(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.claimTask>) {
    return this.claimTask.run(ctx, input.params.id);
  }

  @Endpoint(endpoints.claimTasks)
  async claimMany(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.claimTasks>) {
    return { items: await this.claimTask.runMany(ctx, input.body.taskIds) };
  }

  @Endpoint(endpoints.releaseTask)
  release(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.releaseTask>) {
    return this.releaseTask.run(ctx, input.params.id);
  }

  @Endpoint(endpoints.saveOpinion)
  save(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.saveOpinion>) {
    return this.saveOpinion.run(ctx, input);
  }

  @Endpoint(endpoints.completeTask)
  complete(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.completeTask>) {
    return this.completeTask.run(ctx, input);
  }

  @Endpoint(endpoints.retrieveTask)
  retrieve(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.retrieveTask>) {
    return this.retrieveTask.run(ctx, input.params.id);
  }
}
