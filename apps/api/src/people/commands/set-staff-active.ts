import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { assertNoPersonalData, DomainError, shanghaiToday } from '@onewindow/domain';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { END_DELEGATIONS_OF, END_SESSIONS_OF, HELD_WORK, LOCK_STAFF, SET_ACTIVE } from '../people.statements.js';
import { READ_STAFF, presentStaff } from '../staff-list.js';
import { StaffNotFound } from './reset-password.js';

/** A leaver's work is handed over first (离岗移交), by those who answer for it: R11 gives it to the chief and the supervisor alone. */
class WorkInHand extends DomainError {
  constructor({ name, held }: { name: string; held: number }) {
    const title = `${name}手上还有 ${held} 件未办结。请所在部门首席代表在部门看板离岗移交，再停用。`;
    super({ code: 'staff.holds-work', title, kind: 'rule', facts: { held } });
  }
}

/** 停用、启用: whoever leaves loses the sessions at once. */
@Injectable()
export class SetStaffActive {
  constructor(private readonly runner: CommandRunner) {}

  async run(ctx: CommandContext, input: InputOf<typeof endpoints.setStaffActive>): Promise<ResponseOf<typeof endpoints.setStaffActive>> {
    const { params, body } = input;
    if (params.id === ctx.actor.staffId && !body.active) {
      throw new DomainError({ code: 'staff.own-account', title: '不能停用自己的账号。请由另一位安全管理员操作。', kind: 'rule' });
    }
    // R10.1: the audit trail keeps the reason.
    assertNoPersonalData(body.reason, 'reason');
    return await this.runner.run(ctx, async (tx) => {
      if (!body.active) {
        const [, [work]] = await Promise.all([tx.query(LOCK_STAFF, [params.id]), tx.query(HELD_WORK, [params.id])]);
        if (work && work.held > 0) throw new WorkInHand(work);
      }
      const [found] = await tx.query(SET_ACTIVE, [params.id, body.active]);
      if (!found) throw new StaffNotFound();
      if (!body.active) {
        await Promise.all([
          tx.query(END_SESSIONS_OF, [params.id, null]),
          tx.query(END_DELEGATIONS_OF, [params.id, tx.now, ctx.actor.staffId, shanghaiToday(tx.now)]),
        ]);
      }
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
