import type { Endpoints, InputOf, NoticeView } from '@onewindow/contracts';
import { type CaseStatus, DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { type ListedMaterial, noticeContent, NoticeIssuer, type NoticeInput } from '../notices/index.js';
import { type CommandContext, CommandRunner, sql } from '../platform/index.js';
import { CounterDesk } from '../reception/index.js';

/** Papers are on the move only while somebody works on the case. */
const MOVING: ReadonlySet<CaseStatus> = new Set(['received', 'supplementing', 'accepted', 'decided', 'ready']);

const LAST_SLIP = sql<{ id: string; title: string; number: string; issuedAt: Date; fileId: string | null; materials: ListedMaterial[] }>(
  `SELECT id, title, number, issued_at AS "issuedAt", file_id AS "fileId", content->'materials' AS materials
     FROM notice WHERE case_id = $1 AND kind = 'paperTransfer' ORDER BY id DESC LIMIT 1`,
);

class NoPaperToHandOn extends DomainError {
  constructor() {
    super({ code: 'case.no-paper-to-hand-on', title: '本件没有要移交的纸质材料：材料都是电子件或复用，或办件还没有收件。', kind: 'rule' });
  }
}

/** 材料流转单: a slip for the paper that is handed on. The same papers have one slip; printing it again is a marked reprint. */
@Injectable()
export class IssuePaperTransferSlip {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly notices: NoticeIssuer,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<Endpoints['issuePaperTransferSlip']>): Promise<NoticeView> {
    return this.runner.run(ctx, async (tx) => {
      const on = await this.desk.take(tx, ctx, params.id);
      const { row, materials, applicant, version } = on;
      const input: NoticeInput = {
        kind: 'paperTransfer',
        row,
        definition: version.definition,
        applicantKind: applicant?.kind ?? 'natural',
        issuedBy: { staffId: ctx.actor.staffId, name: ctx.actor.name },
        materials,
      };
      const papers = noticeContent(input, tx.now).materials;
      if (!MOVING.has(row.status) || papers.length === 0) throw new NoPaperToHandOn();
      const [last] = await tx.query(LAST_SLIP, [row.id]);
      if (last && samePapers(last.materials, papers)) {
        const { id, title, number, issuedAt, fileId } = last;
        return { id, kind: 'paperTransfer', title, number, issuedAt: issuedAt.toISOString(), fileId };
      }
      const slip = await this.notices.issue(tx, input);
      await this.cases.note(tx, row, ctx, [{ action: 'notice.transferSlip', data: { number: slip.number } }]);
      return slip;
    });
  }
}

function samePapers(one: readonly ListedMaterial[], other: readonly ListedMaterial[]): boolean {
  const key = ({ name, form, copies }: ListedMaterial): string => JSON.stringify([name, form, copies]);
  return one.length === other.length && one.every((paper, at) => key(paper) === key(other[at] ?? paper));
}
