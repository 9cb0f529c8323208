import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig, type CommandTx, Database, JobRegistry, newId, sql } from '../../platform/index.js';
import { composeNotice, type StoredNotice } from '../document/compose-notice.js';
import { PrintJob, type PrintedFile } from './print-job.js';

type Payload = { readonly noticeId: string };
type UnprintedNotice = StoredNotice & { readonly caseId: string };

const FIND_UNPRINTED = sql<UnprintedNotice>(
  `SELECT case_id AS "caseId", kind, title, number, issued_at AS "issuedAt", content FROM notice WHERE id = $1 AND file_id IS NULL`,
);
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
const RECORD_PROBLEM = sql(`UPDATE notice SET problem = $2 WHERE id = $1 AND file_id IS NULL`);

/** Prints a notice, once, however often the job is delivered. */
@Injectable()
export class RenderNoticeProcessor implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly database: Database,
    private readonly job: PrintJob,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.registry.handlePrepared<Payload, PrintedFile | null>(
      'render-notice',
      (payload) => this.print(payload),
      (tx, payload, file) => this.attach(tx, payload, file),
    );
  }

  private async print({ noticeId }: Payload): Promise<PrintedFile | null> {
    const [notice] = await this.database.query(FIND_UNPRINTED, [noticeId]);
    if (!notice) return null;
    return await this.job.print(composeNotice(notice, this.config.publicUrl), async (tx, problem) => {
      await Promise.all([tx.query(RECORD_PROBLEM, [noticeId, problem]), this.job.tell(tx, notice.caseId)]);
    });
  }

  private async attach(tx: CommandTx, { noticeId }: Payload, file: PrintedFile | null): Promise<void> {
    if (!file) return;
    const [printed] = await tx.query(ATTACH, [noticeId, newId(), file.size, file.sha256, tx.now]);
    if (!printed) return;
    const served = printed.kind === 'decision' ? tx.query(SERVE_DENIAL, [printed.caseId, printed.fileId]) : undefined;
    await Promise.all([served, this.job.tell(tx, printed.caseId)]);
  }
}
