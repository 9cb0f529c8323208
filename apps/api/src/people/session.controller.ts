import { Controller, Req, Res } from '@nestjs/common';
import { endpoints, type InputOf } from '@onewindow/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppConfig, type CommandContext, Ctx, Endpoint, Input, SESSION_COOKIE } from '../platform/index.js';
import { ChangePassword } from './commands/change-password.js';
import { ChooseCounter } from './commands/choose-counter.js';
import { SignIn } from './commands/sign-in.js';
import { SignOut } from './commands/sign-out.js';
import { UnlockScreen } from './commands/unlock-screen.js';
import { SessionReader } from './session-reader.js';

/** The own session. */
@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly chooseCounter: ChooseCounter,
    private readonly changePassword: ChangePassword,
    private readonly unlockScreen: UnlockScreen,
    private readonly sessions: SessionReader,
    private readonly config: AppConfig,
  ) {}

  @Endpoint(endpoints.signIn)
  async open(
    @Input() input: InputOf<typeof endpoints.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { sessionId, token } = await this.signIn.run(input.body, request.ip);
    void reply.setCookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/', secure: this.config.secureCookies });
    return await this.sessions.read(sessionId);
  }

  @Endpoint(endpoints.getSession)
  read(@Ctx() ctx: CommandContext) {
    return this.sessions.read(ctx.actor.sessionId);
  }

  @Endpoint(endpoints.signOut)
  close(@Ctx() ctx: CommandContext, @Res({ passthrough: true }) reply: FastifyReply) {
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return this.signOut.run(ctx);
  }

  @Endpoint(endpoints.chooseCounter)
  counter(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.chooseCounter>) {
    return this.chooseCounter.run(ctx, input);
  }

  @Endpoint(endpoints.unlock)
  unlock(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.unlock>) {
    return this.unlockScreen.run(ctx, input.body.password);
  }

  @Endpoint(endpoints.changePassword)
  password(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.changePassword>) {
    return this.changePassword.run(ctx, input);
  }
}
