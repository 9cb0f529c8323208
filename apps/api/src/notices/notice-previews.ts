import { Injectable } from '@nestjs/common';
import { AppConfig, Database, sql } from '../platform/index.js';
import { composeNotice } from './document/compose-notice.js';
import type { NoticeOffice } from './notice-content.js';
import { noticeContent, type NoticeInput } from './notice-facts.js';
import { noticeTitle } from './notice-kinds.js';
import { OFFICE } from './notice-office.js';
import { NoticeUnprintable } from './notice-problems.js';
import { DocumentRenderer } from './render/document-renderer.js';
import { problemWords } from './render/problem-words.js';

const FIND_OFFICE = sql<NoticeOffice & { prefix: string }>(OFFICE);
const NOBODY = '（申请人未填）';

/** Shows a notice as it would be issued now: no number is drawn, nothing is kept, and 预览 stands across every page. */
@Injectable()
export class NoticePreviews {
  constructor(
    private readonly database: Database,
    private readonly renderer: DocumentRenderer,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param input the case as the command would leave it
   * @returns the PDF
   * @throws NoticeUnprintable what could not be printed is told before anything is decided
   */
  async render(input: NoticeInput, now: Date): Promise<Uint8Array> {
    const { row } = input;
    const [found] = await this.database.query(FIND_OFFICE, [row.departmentId, row.hallId, row.counterId]);
    if (!found) throw new Error(`case ${row.id}: department ${row.departmentId} or hall ${row.hallId} is unknown`);
    const { prefix: _prefix, ...office } = found;
    const facts = noticeContent(input, now);
    const content = { ...facts, applicantName: facts.applicantName || NOBODY, office };
    const head = { kind: input.kind, permit: content.permit, denied: content.decision === 'deny' };
    const document = composeNotice(
      { kind: input.kind, title: noticeTitle(head), number: '', issuedAt: now, content },
      this.config.publicUrl,
    );
    try {
      return await this.renderer.render({ ...document, watermark: '预览' }, 'urgent');
    } catch (error) {
      const problem = problemWords(error);
      throw problem === null ? error : new NoticeUnprintable(problem);
    }
  }
}
