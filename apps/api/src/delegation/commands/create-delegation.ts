import type { DelegationView, endpoints, InputOf } from '@onewindow/contracts';
import { topicOf } from '@onewindow/contracts';
import { assertNoPersonalData, dateWords, delegationProblem, mayArrangeDelegation, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { NotificationWriter } from '../../notifications/index.js';
import { StaffNames } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, newId, sql } from '../../platform/index.js';
import { DelegationNotFound, DelegationNotYours, DelegationRefused } from '../delegation-problems.js';
import { BY_ID, PARTIES, presentDelegations, STANDING } from '../delegation-reads.js';

/** Two of a department at once are judged one after the other: neither a second absence nor a chain slips between. */
const LOCK_DEPARTMENT = sql(`SELECT pg_advisory_xact_lock(hashtext('delegation ' || $1::text))`);
const INSERT = sql(
  `INSERT INTO delegation (id, department_id, principal_id, delegate_id, starts_on, ends_on, reason, authority, made_by, made_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** 授权代办: from one day through another, by the officer or the department's chief. */
@Injectable()
export class CreateDelegation {
  constructor(
    private readonly runner: CommandRunner,
    private readonly notifications: NotificationWriter,
    private readonly names: StaffNames,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.createDelegation>): Promise<DelegationView> {
    return this.runner.run(ctx, async (tx) => {
      const { actor } = ctx;
      const { principalId, delegateId, startsOn, endsOn, reason } = body;
      const authority = body.authority || null;
      assertNoPersonalData({ reason, authority }, 'reason');
      const parties = await tx.query(PARTIES, [[principalId, delegateId]]);
      const principal = parties.find(({ id }) => id === principalId);
      const delegate = parties.find(({ id }) => id === delegateId);
      if (!principal || principal.departmentId === null || principal.departmentId !== actor.departmentId) throw new DelegationNotFound();
      if (!mayArrangeDelegation({ ...actor, id: actor.staffId }, principal)) throw new DelegationNotYours();
      if (!delegate) throw new DelegationRefused({ code: 'delegation.delegate-unknown', reason: '没有这个人。另选一人' });
      await tx.query(LOCK_DEPARTMENT, [principal.departmentId]);
      const today = shanghaiToday(tx.now);
      const standing = await tx.query(STANDING, [principal.departmentId, today]);
      const problem = delegationProblem({ principal, delegate, startsOn, endsOn, authority, today, standing });
      if (problem) throw new DelegationRefused(problem);
      const id = newId();
      const values = [id, principal.departmentId, principalId, delegateId, startsOn, endsOn, reason, authority, actor.staffId, tx.now];
      await tx.query(INSERT, values);
      const days = startsOn === endsOn ? dateWords(startsOn, today) : `${dateWords(startsOn, today)} 至 ${dateWords(endsOn, today)}`;
      const words = `${days} 由${delegate.name}代${principal.name}办件：${reason}`;
      const told = [principalId, delegateId].filter((one) => one !== actor.staffId);
      await this.notifications.write(
        tx,
        told.map((staffId) => ({ staffId, words: `${actor.name}办理代理授权，${words}`, caseId: null, taskId: null })),
      );
      tx.audit({
        action: 'delegation.made',
        actorId: actor.staffId,
        ip: ctx.ip,
        subjectType: 'staff',
        subjectId: principalId,
        detail: { delegate: delegate.staffNo, startsOn, endsOn, reason, ...(authority ? { authority } : {}) },
      });
      tx.touch(topicOf.department(principal.departmentId));
      const rows = await tx.query(BY_ID, [id]);
      const [view] = await presentDelegations(rows, { names: this.names, reader: tx, actor, today });
      if (!view) throw new DelegationNotFound();
      return view;
    });
  }
}
