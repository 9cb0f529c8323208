import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { caseNamed, mayAskForSecondNotice } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseNotFound, CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { NotificationWriter } from '../../notifications/index.js';
import { type CommandContext, CommandRunner, newId, sql } from '../../platform/index.js';
import { OverrideAlreadyGranted, OverrideAlreadyOpen, OverrideNotNeeded } from '../follow-up-problems.js';
import { OverrideRequests } from '../override-requests.js';

const IS_OPEN = sql(`SELECT 1 FROM supplement_override WHERE case_id = $1 AND state = 'open'`);
const INSERT = sql(
  `INSERT INTO supplement_override (id, case_id, district_code, state, requested_by, requested_at, request_reason)
   VALUES ($1, $2, $3, 'open', $4, $5, $6)`,
);
const SUPERVISORS = sql<{ id: string }>(
  `SELECT id FROM staff WHERE active AND 'supervisor' = ANY(roles) AND left(region_code, 6) = $1 ORDER BY id`,
);

/** R2.3: a clerk asks the supervisors of the district for one further supplement notice. */
@Injectable()
export class RequestOverride {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly requests: OverrideRequests,
    private readonly notifications: NotificationWriter,
    private readonly view: CaseView,
  ) {}

  run(
    ctx: CommandContext,
    { params, body }: InputOf<Endpoints['requestSupplementOverride']>,
  ): Promise<ResponseOf<Endpoints['requestSupplementOverride']>> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lock(tx, ctx.actor, params.id, body.expectedVersion);
      if (row.hallId !== ctx.actor.hallId) throw new CaseNotFound();
      if (!mayAskForSecondNotice({ status: row.status, supplementNotices: row.supplementCount }))
        throw new OverrideNotNeeded(row.status, row.supplementCount);
      if (row.supplementOverride) throw new OverrideAlreadyGranted();
      if ((await tx.query(IS_OPEN, [row.id])).length > 0) throw new OverrideAlreadyOpen();
      await tx.query(INSERT, [newId(), row.id, row.districtCode, ctx.actor.staffId, tx.now, body.reason]);
      await this.cases.save(tx, row, {}, ctx, [{ action: 'requestOverride', data: { reason: body.reason } }]);
      const supervisors = await tx.query(SUPERVISORS, [row.districtCode]);
      const words = `${ctx.actor.name}申请对“${caseNamed(row)}”再次一次告知：${body.reason}`;
      await this.notifications.write(
        tx,
        supervisors.map(({ id }) => ({ staffId: id, words, caseId: row.id, taskId: null })),
      );
      const request = await this.requests.latest(row.id, tx);
      if (request === null) throw new Error(`the request for case ${row.id} was not stored`);
      return { request, case: await this.view.present(tx, row, ctx.actor) };
    });
  }
}
