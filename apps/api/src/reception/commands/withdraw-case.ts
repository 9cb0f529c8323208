import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { nextCaseStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { BundleEnding } from '../../bundles/index.js';
import { CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { NoticeIssuer } from '../../notices/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CaseEndings, RouteRunner, TASKS_OF_CASE } from '../../review/index.js';
import { CounterDesk } from '../counter-desk.js';
import { issuing } from '../notice-facts.js';

/** 撤件, on the applicant's written request: open tasks are cancelled, the papers go back. */
@Injectable()
export class WithdrawCase {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly routes: RouteRunner,
    private readonly notices: NoticeIssuer,
    private readonly view: CaseView,
    private readonly bundles: BundleEnding,
    private readonly endings: CaseEndings,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['withdrawCase']>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const on = await this.desk.takeFor(tx, ctx, 'withdraw', params.id, body.expectedVersion);
      const { row, applicant, materials, files } = on;
      const all = await tx.query(TASKS_OF_CASE, [row.id]);
      const cancelled = await this.routes.cancelOpen(tx, all);
      const ending = await this.endings.of(tx, row, ctx.actor.staffId);
      const status = nextCaseStatus(row.status, 'withdraw');
      const changes = { ...ending.changes, status, endReason: body.reason, concludedAt: tx.now };
      const event = { action: 'withdraw', fromStatus: row.status, toStatus: status, data: { reason: body.reason } };
      Object.assign(row, changes);
      const { bundle, onlyInBundle } = on.version.definition;
      await this.cases.save(tx, row, changes, on.author, [event, ...cancelled, ...ending.events]);
      // 一件事: what was decided before is not withdrawn, and the notice says so. Its series is locked behind the children.
      const outcomes = bundle && (await this.bundles.endAll(tx, { parent: row, by: on.author, action: 'withdraw', reason: body.reason }));
      await this.notices.issue(tx, {
        ...issuing(on, ctx.actor),
        kind: 'withdrawal',
        reason: body.reason,
        ...(outcomes ? { outcomes } : {}),
      });
      // Whoever waited for this child hears of it.
      if (onlyInBundle) tx.appendOutbox('follow-bundle', { caseId: row.id });
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files });
    });
  }
}
