import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, Session } from '@onewindow/contracts';
import { type CommandContext, CommandRunner, ProblemException } from '../../platform/index.js';
import { FIND_COUNTER, SET_SESSION_COUNTER } from '../people.statements.js';
import { SessionReader } from '../session-reader.js';

/** 换窗口: the session moves to another counter of the own hall. */
@Injectable()
export class ChooseCounter {
  constructor(
    private readonly runner: CommandRunner,
    private readonly sessions: SessionReader,
  ) {}

  async run(ctx: CommandContext, input: InputOf<typeof endpoints.chooseCounter>): Promise<Session> {
    await this.runner.run(ctx, async (tx) => {
      const [counter] = await tx.query(FIND_COUNTER, [input.body.counterId]);
      if (!counter || counter.hallId !== ctx.actor.hallId) {
        throw new ProblemException(422, 'session.counter-not-yours', '这个窗口不在您的大厅。请重新选择窗口。');
      }
      await tx.query(SET_SESSION_COUNTER, [ctx.actor.sessionId, counter.id]);
      return null;
    });
    // Read after the commit: the answer holds a CSRF token, which is kept nowhere.
    return await this.sessions.read(ctx.actor.sessionId);
  }
}
