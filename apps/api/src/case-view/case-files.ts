import { DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { type Actor, Database, type Download, sql } from '../platform/index.js';

const FIND_FILE = sql<Download>(`SELECT sha256, media_type AS "mediaType", name FROM case_file WHERE id = $2 AND case_id = $1`);

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
  async get(actor: Actor, caseId: string, fileId: string): Promise<Download> {
    const [, [file]] = await Promise.all([this.cases.get(actor, caseId), this.database.query(FIND_FILE, [caseId, fileId])]);
    if (!file) throw new CaseFileNotFound();
    return file;
  }
}
