import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { AppConfig, JobRegistry, SessionGate } from '../platform/index.js';
import { AuditList } from './audit-list.js';
import { ChangePassword } from './commands/change-password.js';
import { ChooseCounter } from './commands/choose-counter.js';
import { ResetPassword } from './commands/reset-password.js';
import { SetStaffActive } from './commands/set-staff-active.js';
import { SignIn } from './commands/sign-in.js';
import { SignOut } from './commands/sign-out.js';
import { UnlockScreen } from './commands/unlock-screen.js';
import { DatabaseSessionGate } from './database-session-gate.js';
import { PasswordCheck } from './password-check.js';
import { PURGE_SESSIONS, PURGE_UNKNOWN_TRIES } from './people.statements.js';
import { SessionController } from './session.controller.js';
import { SessionReader } from './session-reader.js';
import { SignInPage } from './sign-in-page.js';
import { StaffController } from './staff.controller.js';
import { StaffList } from './staff-list.js';

/** Staff, sessions, sign-in. Global for the sake of the session gate, which the platform's guard asks for. */
@Global()
@Module({
  controllers: [SessionController, StaffController],
  providers: [
    { provide: SessionGate, useClass: DatabaseSessionGate },
    AuditList,
    ChangePassword,
    ChooseCounter,
    PasswordCheck,
    ResetPassword,
    SessionReader,
    SetStaffActive,
    SignIn,
    SignInPage,
    SignOut,
    StaffList,
    UnlockScreen,
  ],
  exports: [SessionGate, SignInPage],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.registry.sweep({
      name: 'purge-idle-sessions',
      everyMinutes: 30,
      run: async (tx) => {
        const { sessionIdleMinutes, sessionHours } = this.config;
        const minutesAgo = (minutes: number): Date => new Date(tx.now.getTime() - minutes * 60_000);
        await Promise.all([
          tx.query(PURGE_SESSIONS, [minutesAgo(sessionIdleMinutes), minutesAgo(sessionHours * 60)]),
          tx.query(PURGE_UNKNOWN_TRIES, [minutesAgo(24 * 60)]),
        ]);
      },
    });
  }
}
