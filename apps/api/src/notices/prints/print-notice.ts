import type { Endpoints, InputOf, NoticePrintView } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner, Database, sql } from '../../platform/index.js';
import { NoticePrinter } from '../jobs/notice-printer.js';
import { NoticeNotFound } from '../notice-problems.js';
import { FIND_NOTICE } from './find-notice.js';

/** The case's row is locked, so two printings at once are counted one after the other. */
const RECORD = sql<{ ordinal: number }>(
  `INSERT INTO notice_print (notice_id, ordinal, printed_at, printed_by, printed_by_name)
   SELECT $1::uuid, COALESCE(max(ordinal), 0) + 1, $2::timestamptz, $3::uuid, $4::text FROM notice_print WHERE notice_id = $1
   RETURNING ordinal`,
);

/** 打印: the first is the original; every later one is a reprint, marked on the copy and told in the case's story. */
@Injectable()
export class PrintNotice {
  constructor(
    private readonly runner: CommandRunner,
    private readonly database: Database,
    private readonly cases: CaseStore,
    private readonly printer: NoticePrinter,
  ) {}

  /** @throws NoticeNotFound, CaseNotFound, NoticeUnprintable */
  async run(ctx: CommandContext, { params }: InputOf<Endpoints['printNotice']>): Promise<NoticePrintView> {
    const [notice] = await this.database.query(FIND_NOTICE, [params.id]);
    if (!notice) throw new NoticeNotFound();
    await this.cases.get(ctx.actor, notice.caseId);
    // What can't be drawn is not printed, and no printing is recorded for it. No row is locked meanwhile.
    if (!notice.isDrawn) await this.printer.original(params.id);
    return await this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lockSeen(tx, ctx.actor, notice.caseId);
      const [printed] = await tx.query(RECORD, [params.id, tx.now, ctx.actor.staffId, ctx.actor.name]);
      const ordinal = printed?.ordinal ?? 1;
      if (ordinal > 1) {
        const data = { notice: notice.title, number: notice.number, reprint: ordinal - 1 };
        await this.cases.note(tx, row, ctx, [{ action: 'notice.reprint', data }]);
      }
      return { ordinal, printedAt: tx.now.toISOString(), printedBy: ctx.actor.name };
    });
  }
}
