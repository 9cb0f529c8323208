import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller } from '@nestjs/common';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { NotificationReads } from './notification-reads.js';

@Controller()
export class NotificationsController {
  constructor(private readonly reads: NotificationReads) {}

  @Endpoint(endpoints.myNotifications)
  list(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.myNotifications>) {
    return this.reads.list(ctx.actor, input);
  }

  @Endpoint(endpoints.readNotifications)
  readAll(@Ctx() ctx: CommandContext) {
    return this.reads.readAll(ctx.actor);
  }
}
