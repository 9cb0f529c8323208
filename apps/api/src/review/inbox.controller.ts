import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { DoneQueries } from './done-queries.js';
import { RerouteQueries } from './reroute-queries.js';
import { TaskDetails } from './task-detail.js';
import { TaskQueries } from './task-queries.js';

/** What the desk shows. */
@Controller()
export class InboxController {
  constructor(
    private readonly queries: TaskQueries,
    private readonly details: TaskDetails,
    private readonly doneQueries: DoneQueries,
    private readonly reroutes: RerouteQueries,
  ) {}

  @Endpoint(endpoints.listTasks)
  list(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.listTasks>) {
    return this.queries.list(ctx.actor, input.query);
  }

  @Endpoint(endpoints.countTasks)
  counts(@Ctx() ctx: CommandContext) {
    return this.queries.counts(ctx.actor);
  }

  @Endpoint(endpoints.getTask)
  get(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.getTask>) {
    return this.details.get(ctx.actor, input.params.id);
  }

  @Endpoint(endpoints.colleagues)
  colleagues(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.colleagues>) {
    return this.details.colleagues(ctx.actor, input.params.id);
  }

  @Endpoint(endpoints.listDone)
  done(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.listDone>) {
    return this.doneQueries.list(ctx.actor, input);
  }

  @Endpoint(endpoints.listReroutes)
  listReroutes(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.listReroutes>) {
    return this.reroutes.list(ctx.actor, input);
  }
}
