import type { Endpoints, InputOf, OverrideView } from '@onewindow/contracts';
import { caseNamed } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore, districtOf } from '../../cases/index.js';
import { NotificationWriter } from '../../notifications/index.js';
import { StaffNames } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, type CommandTx, sql } from '../../platform/index.js';
import { OverrideAnswered, OverrideNotFound, OverrideOutrun } from '../follow-up-problems.js';
import { OverrideRequests } from '../override-requests.js';

const ANSWER = sql(
  `UPDATE supplement_override SET state = $2, answered_by = $3, answered_at = $4, answer_reason = $5 WHERE id = $1 AND state = 'open'`,
);

/** R2.3: a supervisor of the district lets a further supplement notice pass, or not, with a reason on record. */
@Injectable()
export class AnswerOverride {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly requests: OverrideRequests,
    private readonly notifications: NotificationWriter,
    private readonly staff: StaffNames,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['answerOverrideRequest']>): Promise<OverrideView> {
    return this.runner.run(ctx, async (tx) => {
      const seen = await this.requests.find(params.id, tx);
      if (!seen || seen.districtCode !== districtOf(ctx.actor)) throw new OverrideNotFound();
      // The case's lock puts two supervisors in order; only then does the request's state count.
      const row = await this.cases.lock(tx, ctx.actor, seen.caseId);
      const request = await this.requests.find(params.id, tx);
      if (request?.state !== 'open') throw await this.answered(tx, request?.answeredBy ?? null, request?.state === 'granted');
      if (row.status !== 'received') throw new OverrideOutrun(row.status);
      await tx.query(ANSWER, [params.id, body.grant ? 'granted' : 'refused', ctx.actor.staffId, tx.now, body.reason]);
      const action = body.grant ? 'grantOverride' : 'refuseOverride';
      await this.cases.save(tx, row, body.grant ? { supplementOverride: true } : {}, ctx, [{ action, data: { reason: body.reason } }]);
      const words = `${caseNamed(row)}：再次告知申请${body.grant ? '已放行' : '没有放行'}：${body.reason}`;
      await this.notifications.write(tx, [{ staffId: request.requestedBy, words, caseId: row.id, taskId: null }]);
      const fresh = await this.requests.find(params.id, tx);
      if (!fresh) throw new OverrideNotFound();
      return await this.requests.present(fresh, tx);
    });
  }

  private async answered(tx: CommandTx, by: string | null, granted: boolean): Promise<OverrideAnswered> {
    const names = await this.staff.refs([by], tx);
    return new OverrideAnswered((by === null ? undefined : names.get(by)?.name) ?? '督查员', granted);
  }
}
