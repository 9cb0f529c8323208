import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { END_SESSION } from '../people.statements.js';

/** 退出: the session ends in every process at once. */
@Injectable()
export class SignOut {
  constructor(private readonly runner: CommandRunner) {}

  async run(ctx: CommandContext): Promise<{ ok: true }> {
    return await this.runner.run(ctx, async (tx) => {
      await tx.query(END_SESSION, [ctx.actor.sessionId]);
      tx.audit({ action: 'session.signed-out', actorId: ctx.actor.staffId, ip: ctx.ip });
      return { ok: true };
    });
  }
}
