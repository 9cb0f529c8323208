import type { NoticeView } from '@onewindow/contracts';
import { yearOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, newId, sql } from '../platform/index.js';
import { noticeContent, type NoticeInput } from './notice-facts.js';
import { OFFICE } from './notice-office.js';
import { noticeMark, noticeTitle } from './notice-kinds.js';

/**
 * Takes the next number of the series and writes the notice in one statement. The series' row is locked until COMMIT: no number is lost
 * or given twice (gaps in print would have to be explained), and two commands of one series wait for each other only that long.
 */
const ISSUE = sql<{ number: string }>(
  `WITH office AS (${OFFICE}), taken AS (
     INSERT INTO document_number AS n (series, year, last) SELECT prefix || $4::text, $5::integer, 1 FROM office
     ON CONFLICT (series, year) DO UPDATE SET last = n.last + 1 RETURNING series, year, last
   )
   INSERT INTO notice (id, case_id, kind, title, number, issued_at, issued_by, content)
   SELECT $6::uuid, $7::uuid, $8::text, $9::text, taken.series || '〔' || taken.year || '〕' || taken.last || ' 号', $10::timestamptz, $11::uuid,
          $12::jsonb || jsonb_build_object('office', to_jsonb(office) - 'prefix')
     FROM taken, office
   RETURNING number`,
);

/** The case names a department or hall that does not exist: a mistake of the program, not of the person. */
class NoticeOfficeUnknown extends Error {}

/** Serves notices (文书): numbered and dated inside the command that decides them, printed by the worker. */
@Injectable()
export class NoticeIssuer {
  /**
   * Issues one notice in the command's transaction. Call it last: its number series stays locked until the commit.
   * @returns the notice as screens show it; its file follows
   */
  async issue(tx: CommandTx, input: NoticeInput): Promise<NoticeView> {
    const { row } = input;
    const content = noticeContent(input, tx.now);
    const head = { kind: input.kind, permit: content.permit, denied: content.decision === 'deny' };
    const title = noticeTitle(head);
    const id = newId();
    const [issued] = await tx.query(ISSUE, [
      row.departmentId,
      row.hallId,
      row.counterId,
      noticeMark(head),
      yearOf(content.issuedOn),
      id,
      row.id,
      input.kind,
      title,
      tx.now,
      input.issuedBy?.staffId ?? null,
      JSON.stringify(content),
    ]);
    if (!issued) throw new NoticeOfficeUnknown(`case ${row.id}: department ${row.departmentId} or hall ${row.hallId}`);
    tx.appendOutbox('render-notice', { noticeId: id });
    return { id, kind: input.kind, title, number: issued.number, issuedAt: tx.now.toISOString(), fileId: null };
  }
}
