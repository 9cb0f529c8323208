import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { DomainError } from '@onewindow/domain';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { END_SESSIONS_OF, SET_ACTIVE } from '../people.statements.js';
import { READ_STAFF, presentStaff } from '../staff-list.js';
import { StaffNotFound } from './reset-password.js';

/** 停用、启用: whoever leaves loses the sessions at once. */
@Injectable()
export class SetStaffActive {
  constructor(private readonly runner: CommandRunner) {}

  async run(ctx: CommandContext, input: InputOf<typeof endpoints.setStaffActive>): Promise<ResponseOf<typeof endpoints.setStaffActive>> {
    const { params, body } = input;
    if (params.id === ctx.actor.staffId && !body.active) {
      throw new DomainError({ code: 'staff.own-account', title: '不能停用自己的账号。请由另一位安全管理员操作。', kind: 'rule' });
    }
    return await this.runner.run(ctx, async (tx) => {
      const [found] = await tx.query(SET_ACTIVE, [params.id, body.active]);
      if (!found) throw new StaffNotFound();
      if (!body.active) await tx.query(END_SESSIONS_OF, [params.id, null]);
      tx.audit({
        action: body.active ? 'staff.activated' : 'staff.deactivated',
        actorId: ctx.actor.staffId,
        ip: ctx.ip,
        subjectType: 'staff',
        subjectId: params.id,
        detail: body.reason ? { reason: body.reason } : {},
      });
      const [row] = await tx.query(READ_STAFF, [params.id]);
      if (!row) throw new StaffNotFound();
      return presentStaff(row);
    });
  }
}
