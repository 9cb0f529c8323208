import { nextExtensionStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case } from '../cases/index.js';
import { NoticeIssuer } from '../notices/index.js';
import type { CommandContext, CommandTx } from '../platform/index.js';
import { CloseDecision } from '../review/index.js';
import type { CaseExtension } from './case-extension.entity.js';
import { ClockWorkDesk, extensionActors, issuerOf } from './clock-work-desk.js';
import { RedateCase } from './redate-case.js';

/** R1.6: the limits of the case grow by what the agency's head authorised, and 延长期限通知书 tells the applicant why. */
@Injectable()
export class GrantExtension {
  constructor(
    private readonly desk: ClockWorkDesk,
    private readonly redate: RedateCase,
    private readonly closing: CloseDecision,
    private readonly notices: NoticeIssuer,
  ) {}

  /** The case is locked and what the law asks is checked. Call it last: the notice's number series stays locked until the commit. */
  async run(tx: CommandTx, ctx: CommandContext, row: Case, extension: CaseExtension, document: string): Promise<void> {
    const status = nextExtensionStatus(extension.status, 'grant', extensionActors(ctx.actor, extension));
    const total = row.extensionDays + extension.days;
    const { changes, moved } = await this.redate.apply(tx, row, { halts: row.halts, extensionDays: total });
    const { days, reason, taskId } = extension;
    const data = { days, total, reason, document, ...moved };
    await this.desk.cases.save(tx, row, changes, ctx, [{ action: 'extension.grant', taskId, data }]);
    const notice = await this.notices.issue(tx, {
      kind: 'extension',
      row,
      ...(await this.closing.subjectOf(tx, row)),
      issuedBy: issuerOf(ctx),
      extension: { days, total, reason, document },
    });
    await this.desk.saveExtension(tx, extension, {
      status,
      document,
      decidedBy: ctx.actor.staffId,
      decidedAt: tx.now,
      noticeId: notice.id,
    });
  }
}
