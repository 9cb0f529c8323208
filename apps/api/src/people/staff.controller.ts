import { Controller } from '@nestjs/common';
import { endpoints, type InputOf } from '@onewindow/contracts';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { AuditList } from './audit-list.js';
import { ResetPassword } from './commands/reset-password.js';
import { SetStaffActive } from './commands/set-staff-active.js';
import { SignInPage } from './sign-in-page.js';
import { StaffList } from './staff-list.js';

/** Staff as administrators see them, the audit trail, and the page before sign-in. */
@Controller()
export class StaffController {
  constructor(
    private readonly staff: StaffList,
    private readonly resetPassword: ResetPassword,
    private readonly setActive: SetStaffActive,
    private readonly audit: AuditList,
    private readonly page: SignInPage,
  ) {}

  @Endpoint(endpoints.listStaff)
  list(@Input() input: InputOf<typeof endpoints.listStaff>) {
    return this.staff.read(input);
  }

  @Endpoint(endpoints.resetPassword)
  reset(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.resetPassword>) {
    return this.resetPassword.run(ctx, input.params.id);
  }

  @Endpoint(endpoints.setStaffActive)
  active(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.setStaffActive>) {
    return this.setActive.run(ctx, input);
  }

  @Endpoint(endpoints.listAudit)
  entries(@Input() input: InputOf<typeof endpoints.listAudit>) {
    return this.audit.read(input);
  }

  @Endpoint(endpoints.signInPage)
  signInPage() {
    return this.page.read();
  }
}
