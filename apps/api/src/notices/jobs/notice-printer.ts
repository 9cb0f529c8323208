import { Injectable } from '@nestjs/common';
import { AppConfig, CommandRunner, type CommandTx, Database, newId, sql } from '../../platform/index.js';
import { composeNotice, type StoredNotice } from '../document/compose-notice.js';
import { NoticeUnprintable } from '../notice-problems.js';
import { problemWords } from '../render/problem-words.js';
import { PrintJob, type PrintedFile } from './print-job.js';

type UnprintedNotice = StoredNotice & { readonly caseId: string };

const FIND_UNPRINTED = sql<UnprintedNotice>(
  `SELECT case_id AS "caseId", kind, title, number, issued_at AS "issuedAt", content FROM notice WHERE id = $1 AND file_id IS NULL`,
);
const FIND_PRINTED = sql<{ sha256: string }>(`SELECT f.sha256 FROM notice n JOIN case_file f ON f.id = n.file_id WHERE n.id = $1`);
/** Nothing to do when another delivery was first: then no file row appears either. */
const ATTACH = sql<{ caseId: string; kind: string; fileId: string }>(
  `WITH printed AS (
     UPDATE notice SET file_id = $2, sha256 = $4, problem = NULL WHERE id = $1 AND file_id IS NULL RETURNING case_id, title, kind
   ), filed AS (
     INSERT INTO case_file (id, case_id, material_code, name, media_type, size, sha256, added_by, added_at)
     SELECT $2::uuid, case_id, NULL, title || '.pdf', 'application/pdf', $3::integer, $4::text, NULL, $5::timestamptz FROM printed RETURNING id
   )
   SELECT case_id AS "caseId", kind, $2::uuid AS "fileId" FROM printed`,
);
/** A denial's notice is what its result hands over. */
const SERVE_DENIAL = sql(`UPDATE result SET file_id = $2 WHERE case_id = $1 AND denial AND file_id IS NULL`);
/** What a bundle hands over besides its children's results. */
const SERVE_OUTCOME = sql(`UPDATE result SET file_id = $2 WHERE case_id = $1 AND file_id IS NULL`);
const RECORD_PROBLEM = sql(`UPDATE notice SET problem = $2 WHERE id = $1 AND file_id IS NULL`);

/** Draws the original of a notice and keeps it, once, however often and from wherever it is asked for. */
@Injectable()
export class NoticePrinter {
  constructor(
    private readonly database: Database,
    private readonly job: PrintJob,
    private readonly config: AppConfig,
    private readonly runner: CommandRunner,
  ) {}

  /** The drawn bytes, kept but not yet attached; null when the notice has its file. */
  async draw(noticeId: string, manner: 'urgent' | 'queued' = 'queued'): Promise<PrintedFile | null> {
    const [notice] = await this.database.query(FIND_UNPRINTED, [noticeId]);
    if (!notice) return null;
    const recordProblem = async (tx: CommandTx, problem: string): Promise<void> => {
      await Promise.all([tx.query(RECORD_PROBLEM, [noticeId, problem]), this.job.tell(tx, notice.caseId)]);
    };
    return await this.job.print(composeNotice(notice, this.config.publicUrl), recordProblem, manner);
  }

  async attach(tx: CommandTx, noticeId: string, file: PrintedFile | null): Promise<void> {
    if (!file) return;
    const [printed] = await tx.query(ATTACH, [noticeId, newId(), file.size, file.sha256, tx.now]);
    if (!printed) return;
    const serving = printed.kind === 'decision' ? SERVE_DENIAL : printed.kind === 'bundleOutcome' ? SERVE_OUTCOME : undefined;
    const served = serving && tx.query(serving, [printed.caseId, printed.fileId]);
    await Promise.all([served, this.job.tell(tx, printed.caseId)]);
  }

  /**
   * The hash of the original, drawn now when the worker has not come to it: whoever asks stands before a printer.
   * @throws NoticeUnprintable (422, `notice.unprintable`)
   */
  async original(noticeId: string): Promise<string> {
    const [printed] = await this.database.query(FIND_PRINTED, [noticeId]);
    if (printed) return printed.sha256;
    try {
      const file = await this.draw(noticeId, 'urgent');
      if (file) await this.runner.runSystem((tx) => this.attach(tx, noticeId, file));
    } catch (error) {
      const problem = problemWords(error);
      throw problem === null ? error : new NoticeUnprintable(problem);
    }
    const [kept] = await this.database.query(FIND_PRINTED, [noticeId]);
    if (!kept) throw new Error(`notice ${noticeId} has no file after it was drawn`);
    return kept.sha256;
  }
}
