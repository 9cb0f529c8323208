import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { ReassignTask } from './commands/reassign-task.js';
import { RefuseTask } from './commands/refuse-task.js';
import { RerouteTask } from './commands/reroute-task.js';
import { ReturnTask } from './commands/return-task.js';
import { TransferTask } from './commands/transfer-task.js';

/** A task that goes to another desk. */
@Controller()
export class RoutingController {
  constructor(
    private readonly refuseTask: RefuseTask,
    private readonly returnTask: ReturnTask,
    private readonly transferTask: TransferTask,
    private readonly reassignTask: ReassignTask,
    private readonly rerouteTask: RerouteTask,
  ) {}

  @Endpoint(endpoints.refuseTask)
  refuse(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.refuseTask>) {
    return this.refuseTask.run(ctx, input);
  }

  @Endpoint(endpoints.returnTask)
  giveBack(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.returnTask>) {
    return this.returnTask.run(ctx, input);
  }

  @Endpoint(endpoints.transferTask)
  transfer(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.transferTask>) {
    return this.transferTask.run(ctx, input);
  }

  @Endpoint(endpoints.reassignTask)
  reassign(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.reassignTask>) {
    return this.reassignTask.run(ctx, input);
  }

  @Endpoint(endpoints.rerouteTask)
  reroute(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.rerouteTask>) {
    return this.rerouteTask.run(ctx, input);
  }
}
