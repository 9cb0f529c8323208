import { Injectable } from '@nestjs/common';
import { type CommandTx, sql } from '../platform/index.js';
import type { Reader } from './credit-bureau.js';

const OPEN = sql(
  `INSERT INTO commitment_check (case_id, code, material_name, words, applicant_id, department_id, promised_on)
   SELECT $1, code, name, left(words, 300), $2, $3, $4 FROM unnest($5::text[], $6::text[], $7::text[]) AS promise (code, name, words)`,
);
const CHECK = sql<{ materialName: string; applicantId: string }>(
  `UPDATE commitment_check SET outcome = $3, finding = $4, checked_at = $5, checked_by = $6
    WHERE case_id = $1 AND code = $2 AND outcome IS NULL RETURNING material_name AS "materialName", applicant_id AS "applicantId"`,
);
const KNOWN = sql<{ departmentId: string; materialName: string; outcome: string | null }>(
  `SELECT department_id AS "departmentId", material_name AS "materialName", outcome FROM commitment_check WHERE case_id = $1 AND code = $2`,
);
const UNTRUE_OF = sql<UntrueOfApplicant>(
  `SELECT c.case_no AS "caseNo", c.item_name AS "itemName", k.material_name AS "materialName", k.checked_at AS "checkedAt", k.finding
     FROM commitment_check k JOIN cases c ON c.id = k.case_id
    WHERE k.applicant_id = $1 AND k.outcome = 'untrue' ORDER BY k.checked_at DESC LIMIT 20`,
);

/** A promise that a check found untrue. */
export interface UntrueOfApplicant {
  caseNo: string;
  itemName: string;
  materialName: string;
  checkedAt: Date;
  finding: string;
}

/** A promise as it is signed at acceptance. */
export interface NewCommitment {
  code: string;
  name: string;
  words: string;
}

/** Keeps the promises that stand in place of proofs (告知承诺) until each was checked. Whoever writes here holds the lock of the case. */
@Injectable()
export class CommitmentLedger {
  open(
    tx: CommandTx,
    of: { caseId: string; applicantId: string; departmentId: string; promisedOn: string },
    promises: readonly NewCommitment[],
  ): Promise<unknown> {
    const lists = [promises.map((one) => one.code), promises.map((one) => one.name), promises.map((one) => one.words)];
    return tx.query(OPEN, [of.caseId, of.applicantId, of.departmentId, of.promisedOn, ...lists]);
  }

  async find(
    reader: Reader,
    caseId: string,
    code: string,
  ): Promise<{ departmentId: string; materialName: string; outcome: string | null } | null> {
    const [row] = await reader.query(KNOWN, [caseId, code]);
    return row ?? null;
  }

  /** @returns null when it was checked before */
  async check(
    tx: CommandTx,
    { caseId, code }: { caseId: string; code: string },
    found: { outcome: 'true' | 'untrue'; finding: string; by: string },
  ): Promise<{ materialName: string; applicantId: string } | null> {
    const [row] = await tx.query(CHECK, [caseId, code, found.outcome, found.finding, tx.now, found.by]);
    return row ?? null;
  }

  /** What stands on the applicant's record, latest first. */
  untrueOf(reader: Reader, applicantId: string): Promise<UntrueOfApplicant[]> {
    return reader.query(UNTRUE_OF, [applicantId]);
  }
}
