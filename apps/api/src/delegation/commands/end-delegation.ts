import type { DelegationView } from '@onewindow/contracts';
import { topicOf } from '@onewindow/contracts';
import { mayArrangeDelegation, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { NotificationWriter } from '../../notifications/index.js';
import { StaffNames } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { DelegationNotFound, DelegationNotYours, DelegationOver } from '../delegation-problems.js';
import { BY_ID, PARTIES, presentDelegations, stateOf } from '../delegation-reads.js';

const LOCK = sql(`SELECT 1 FROM delegation WHERE id = $1 FOR UPDATE`);
const END = sql(`UPDATE delegation SET ended_at = $2, ended_by = $3 WHERE id = $1`);

/** 结束代理: the principal is back before the last day. What the delegate has begun in the principal's name stays the principal's. */
@Injectable()
export class EndDelegation {
  constructor(
    private readonly runner: CommandRunner,
    private readonly notifications: NotificationWriter,
    private readonly names: StaffNames,
  ) {}

  run(ctx: CommandContext, id: string): Promise<DelegationView> {
    return this.runner.run(ctx, async (tx) => {
      const { actor } = ctx;
      const [, [row]] = await Promise.all([tx.query(LOCK, [id]), tx.query(BY_ID, [id])]);
      if (!row || row.departmentId !== actor.departmentId) throw new DelegationNotFound();
      const parties = await tx.query(PARTIES, [[row.principalId, row.delegateId]]);
      const principal = parties.find((one) => one.id === row.principalId);
      const delegate = parties.find((one) => one.id === row.delegateId);
      if (!principal || !mayArrangeDelegation({ ...actor, id: actor.staffId }, { ...principal, departmentId: row.departmentId })) {
        throw new DelegationNotYours();
      }
      const today = shanghaiToday(tx.now);
      if (stateOf(row, today) === 'over') throw new DelegationOver();
      await tx.query(END, [id, tx.now, actor.staffId]);
      const told = [row.principalId, row.delegateId].filter((one) => one !== actor.staffId);
      const words = `${actor.name}结束了${delegate?.name ?? ''}代${principal.name}办件的授权`;
      await this.notifications.write(
        tx,
        told.map((staffId) => ({ staffId, words, caseId: null, taskId: null })),
      );
      const subject = { subjectType: 'staff', subjectId: row.principalId, detail: { delegate: delegate?.staffNo ?? '' } };
      tx.audit({ action: 'delegation.ended', actorId: actor.staffId, ip: ctx.ip, ...subject });
      tx.touch(topicOf.department(row.departmentId));
      const [view] = await presentDelegations([{ ...row, endedAt: tx.now, endedBy: actor.staffId }], {
        names: this.names,
        reader: tx,
        actor,
        today,
      });
      if (!view) throw new DelegationNotFound();
      return view;
    });
  }
}
