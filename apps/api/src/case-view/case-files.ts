import { DomainError, reuseWatermark, shanghaiDateOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { type Actor, Database, type Download, sql } from '../platform/index.js';
import type { StampedFile } from './stamped-copies.js';

interface FileRow extends Download {
  /** R7: when it was used again; null of what was brought for this case. */
  reusedAt: Date | null;
}

const FIND_FILE = sql<FileRow>(
  `SELECT f.sha256, f.media_type AS "mediaType", f.name, CASE WHEN f.library_id IS NOT NULL AND m.verdict = 'reused' THEN m.received_at END AS "reusedAt"
     FROM case_file f LEFT JOIN case_material m ON m.case_id = f.case_id AND m.code = f.material_code
    WHERE f.id = $2 AND f.case_id = $1`,
);

class CaseFileNotFound extends DomainError {
  constructor() {
    super({ code: 'case.file-not-found', title: '本件没有这份文件。刷新办件。', kind: 'not-found' });
  }
}

/** Files of cases: whoever may see the case may see them. */
@Injectable()
export class CaseFiles {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseStore,
  ) {}

  /** @throws CaseNotFound, CaseFileNotFound */
  async get(actor: Actor, caseId: string, fileId: string): Promise<Download | StampedFile> {
    const [row, [file]] = await Promise.all([this.cases.get(actor, caseId), this.database.query(FIND_FILE, [caseId, fileId])]);
    if (!file) throw new CaseFileNotFound();
    const { reusedAt, ...plain } = file;
    return reusedAt === null ? plain : { ...plain, words: reuseWatermark(row.caseNo, shanghaiDateOf(reusedAt)), at: reusedAt };
  }
}
