import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig, type CommandTx, Database, JobRegistry, newId, sql } from '../../platform/index.js';
import { composeResult, type StoredResult } from '../document/compose-result.js';
import { PrintJob, type PrintedFile } from './print-job.js';

type Payload = { readonly resultId: string };
type UnprintedResult = StoredResult & { readonly caseId: string };

const FIND_UNPRINTED = sql<UnprintedResult>(
  `SELECT case_id AS "caseId", name, number, issued_at AS "issuedAt", content FROM result WHERE id = $1 AND file_id IS NULL AND NOT denial`,
);
const ATTACH = sql<{ caseId: string; kind: string | null }>(
  `WITH printed AS (
     UPDATE result SET file_id = $2, problem = NULL WHERE id = $1 AND file_id IS NULL RETURNING case_id, name
   ), filed AS (
     INSERT INTO case_file (id, case_id, material_code, name, media_type, size, sha256, added_by, added_at)
     SELECT $2::uuid, case_id, NULL, name || '.pdf', 'application/pdf', $3::integer, $4::text, NULL, $5::timestamptz FROM printed RETURNING id
   )
   SELECT case_id AS "caseId",
          (SELECT v.definition #>> '{result,kind}' FROM cases c JOIN item_version v ON v.id = c.item_version_id WHERE c.id = printed.case_id) AS kind
     FROM printed`,
);
const RECORD_PROBLEM = sql(`UPDATE result SET problem = $2 WHERE id = $1 AND file_id IS NULL`);

/** Prints the document of a result, once, however often the job is delivered. */
@Injectable()
export class RenderResultProcessor implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly database: Database,
    private readonly job: PrintJob,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.registry.handlePrepared<Payload, PrintedFile | null>(
      'render-result',
      (payload) => this.print(payload),
      (tx, payload, file) => this.attach(tx, payload, file),
      { isSentAgain: true },
    );
  }

  private async print({ resultId }: Payload): Promise<PrintedFile | null> {
    const [result] = await this.database.query(FIND_UNPRINTED, [resultId]);
    if (!result) return null;
    return await this.job.print(composeResult(result, this.config.publicUrl), async (tx, problem) => {
      await Promise.all([tx.query(RECORD_PROBLEM, [resultId, problem]), this.job.tell(tx, result.caseId)]);
    });
  }

  private async attach(tx: CommandTx, { resultId }: Payload, file: PrintedFile | null): Promise<void> {
    if (!file) return;
    const [printed] = await tx.query(ATTACH, [resultId, newId(), file.size, file.sha256, tx.now]);
    if (!printed) return;
    // The licences feature keeps it for its holder, so that the next item need not ask for the paper.
    if (printed.kind === 'licence') tx.appendOutbox('register-licence', { resultId });
    await this.job.tell(tx, printed.caseId);
  }
}
