import type { CaseFile, CaseMaterial } from '../../cases/index.js';
import { type CommandTx, sql } from '../../platform/index.js';

const INSERT_MATERIALS = sql(
  `INSERT INTO case_material (case_id, code, verdict, defect, trust_level, received_at, judged_by, due_on)
   SELECT * FROM jsonb_to_recordset($1::jsonb) AS m("caseId" uuid, code text, verdict text, defect text, "trustLevel" text, "receivedAt" timestamptz, "judgedBy" uuid, "dueOn" date)`,
);
const INSERT_FILES = sql(
  `INSERT INTO case_file (id, case_id, material_code, name, media_type, size, sha256, added_by, added_at)
   SELECT * FROM jsonb_to_recordset($1::jsonb) AS f(id uuid, "caseId" uuid, "materialCode" text, name text, "mediaType" text, size integer, sha256 text, "addedBy" uuid, "addedAt" timestamptz)`,
);
const INSERT_NUMBERS = sql(
  `INSERT INTO case_number (region_code, day, last)
   SELECT $1, n.day, n.last FROM jsonb_to_recordset($2::jsonb) AS n(day date, last integer)
   ON CONFLICT (region_code, day) DO UPDATE SET last = greatest(case_number.last, excluded.last)`,
);

/** Rows that are written together once the story is told. */
export class BulkRows {
  readonly materials: CaseMaterial[] = [];
  readonly files: CaseFile[] = [];
  /** Last serial of each day. */
  readonly serials = new Map<string, number>();

  async write(tx: CommandTx, districtCode: string): Promise<void> {
    const numbers = [...this.serials].map(([day, last]) => ({ day, last }));
    await Promise.all([
      tx.query(INSERT_MATERIALS, [JSON.stringify(this.materials)]),
      tx.query(INSERT_FILES, [JSON.stringify(this.files)]),
      tx.query(INSERT_NUMBERS, [districtCode, JSON.stringify(numbers)]),
    ]);
  }
}
