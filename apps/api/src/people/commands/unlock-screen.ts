import { Injectable } from '@nestjs/common';
import { type CommandContext, Database, ProblemException } from '../../platform/index.js';
import { PasswordCheck } from '../password-check.js';
import { CREDENTIALS_BY_ID, END_SESSION } from '../people.statements.js';

/** 解锁: the password again after the screen was locked. Wrong ones count as at sign-in; a locked account loses the session. */
@Injectable()
export class UnlockScreen {
  constructor(
    private readonly database: Database,
    private readonly passwords: PasswordCheck,
  ) {}

  async run(ctx: CommandContext, password: string): Promise<{ ok: true }> {
    const [person] = await this.database.query(CREDENTIALS_BY_ID, [ctx.actor.staffId]);
    if (!person) throw new ProblemException(401, 'session.required', '还没有登录，或登录已过期。请重新登录。');
    try {
      await this.passwords.ofPerson(person, password);
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      if (error.code === 'session.locked') await this.database.query(END_SESSION, [ctx.actor.sessionId]);
      // 401 would tell the browser that its session is gone.
      throw error.status === 401 ? new ProblemException(422, 'session.password-wrong', error.title, undefined, error.facts) : error;
    }
    return { ok: true };
  }
}
