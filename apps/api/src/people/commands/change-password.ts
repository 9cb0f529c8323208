import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf } from '@onewindow/contracts';
import { type CommandContext, CommandRunner, ProblemException } from '../../platform/index.js';
import { hashPassword } from '../passwords.js';
import { END_SESSIONS_OF, SET_PASSWORD } from '../people.statements.js';
import { UnlockScreen } from './unlock-screen.js';

/** 改密码: the old one is checked, the person's other sessions end. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly check: UnlockScreen,
    private readonly runner: CommandRunner,
  ) {}

  async run(ctx: CommandContext, input: InputOf<typeof endpoints.changePassword>): Promise<{ ok: true }> {
    const { currentPassword, newPassword } = input.body;
    if (currentPassword === newPassword) throw new ProblemException(422, 'password.unchanged', '新密码和原密码一样。请换一个。');
    await this.check.run(ctx, currentPassword);
    const hash = await hashPassword(newPassword);
    return await this.runner.run(ctx, async (tx) => {
      const { staffId, sessionId } = ctx.actor;
      await Promise.all([tx.query(SET_PASSWORD, [staffId, hash, false]), tx.query(END_SESSIONS_OF, [staffId, sessionId])]);
      tx.audit({ action: 'staff.password-changed', actorId: staffId, ip: ctx.ip, subjectType: 'staff', subjectId: staffId });
      return { ok: true };
    });
  }
}
