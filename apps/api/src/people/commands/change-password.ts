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
    // Repeated after a lost answer, the old password is wrong by now: that is no failed try. What was done under this key answers.
    const isRepeated = await this.runner.wasDone(ctx);
    if (!isRepeated) await this.check.run(ctx, currentPassword);
    const hash = await hashPassword(newPassword);
    return await this.runner.run(ctx, async (tx) => {
      // Nothing is written without the check, whatever became of the key meanwhile.
      if (isRepeated) throw new ProblemException(422, 'password.repeated', '密码已经改过。用新密码登录。');
      const { staffId, sessionId } = ctx.actor;
      await Promise.all([tx.query(SET_PASSWORD, [staffId, hash, false]), tx.query(END_SESSIONS_OF, [staffId, sessionId])]);
      tx.audit({ action: 'staff.password-changed', actorId: staffId, ip: ctx.ip, subjectType: 'staff', subjectId: staffId });
      return { ok: true };
    });
  }
}
