import { Injectable } from '@nestjs/common';
import { DomainError } from '@onewindow/domain';
import { AppConfig, type CommandContext, CommandRunner, newId } from '../../platform/index.js';
import { firstPassword, hashPassword } from '../passwords.js';
import { END_SESSIONS_OF, SET_PASSWORD } from '../people.statements.js';

/** No such person. */
export class StaffNotFound extends DomainError {
  constructor() {
    super({ code: 'staff.not-found', title: '没有这位人员。请刷新名单。', kind: 'not-found' });
  }
}

/** 重置密码: a first password, shown once to the security administrator; the person's sessions end. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly runner: CommandRunner,
    private readonly config: AppConfig,
  ) {}

  async run(ctx: CommandContext, staffId: string): Promise<{ password: string }> {
    // Derived from the key, so that the same request gets the same answer though the password is kept nowhere.
    const password = firstPassword(this.config.keys.session, `${ctx.idempotency?.key ?? newId()}${staffId}`);
    const hash = await hashPassword(password);
    await this.runner.run(ctx, async (tx) => {
      const [found] = await tx.query(SET_PASSWORD, [staffId, hash, true]);
      if (!found) throw new StaffNotFound();
      await tx.query(END_SESSIONS_OF, [staffId, null]);
      tx.audit({ action: 'staff.password-reset', actorId: ctx.actor.staffId, ip: ctx.ip, subjectType: 'staff', subjectId: staffId });
      return null;
    });
    return { password };
  }
}
