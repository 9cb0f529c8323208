import { Injectable } from '@nestjs/common';
import { type CommandTx, sql } from '../platform/index.js';
import type { DeferredMaterial } from './deferred-material.entity.js';
import type { Reader } from './credit-bureau.js';

const COLUMNS = `case_id AS "caseId", code, material_name AS "materialName", applicant_id AS "applicantId", hall_id AS "hallId",
  district_code AS "districtCode", promised_on AS "promisedOn", due_on AS "dueOn", arrived_on AS "arrivedOn", settled_at AS "settledAt",
  unkept_on AS "unkeptOn", lifted_at AS "liftedAt", lifted_by AS "liftedBy", lift_reason AS "liftReason"`;

/** A promise that stands again. */
export interface ReopenedPromise {
  readonly code: string;
  readonly materialName: string;
  readonly dueOn: string;
}

const OPEN = sql(
  `INSERT INTO deferred_material (case_id, code, material_name, applicant_id, hall_id, district_code, promised_on, due_on)
   SELECT $1, code, name, $2, $3, $4, $5, day FROM unnest($6::text[], $7::text[], $8::date[]) AS promise (code, name, day)`,
);
const FIND = sql<DeferredMaterial>(`SELECT ${COLUMNS} FROM deferred_material WHERE case_id = $1 AND code = $2`);
const ARRIVE = sql(`UPDATE deferred_material SET arrived_on = $3 WHERE case_id = $1 AND code = $2`);
const SETTLE = sql(`UPDATE deferred_material SET settled_at = $3, arrived_on = $4 WHERE case_id = $1 AND code = $2`);
const REOPEN = sql<ReopenedPromise>(
  `UPDATE deferred_material SET settled_at = NULL WHERE case_id = $1 AND code = ANY($2::varchar[]) AND settled_at IS NOT NULL
   RETURNING code, material_name AS "materialName", due_on AS "dueOn"`,
);
const FAIL = sql<{ code: string }>(
  `UPDATE deferred_material SET unkept_on = $3 WHERE case_id = $1 AND code = $2 AND unkept_on IS NULL RETURNING code`,
);
const UNKEPT_OF = sql<UnkeptOfApplicant>(
  `SELECT d.material_name AS "materialName", d.due_on AS "dueOn", d.unkept_on AS "unkeptOn", d.arrived_on AS "arrivedOn",
          d.lifted_at AS "liftedAt", c.case_no AS "caseNo", c.item_name AS "itemName"
     FROM deferred_material d JOIN cases c ON c.id = d.case_id
    WHERE d.applicant_id = $1 AND d.unkept_on IS NOT NULL ORDER BY d.lifted_at IS NOT NULL, d.unkept_on DESC LIMIT 20`,
);
const LIFT = sql<{ caseId: string; code: string }>(
  `UPDATE deferred_material SET lifted_at = $3, lifted_by = $4, lift_reason = $5
    WHERE applicant_id = $1 AND district_code = $2 AND unkept_on IS NOT NULL AND lifted_at IS NULL RETURNING case_id AS "caseId", code`,
);

/** An unkept promise with the case that it belongs to. */
export interface UnkeptOfApplicant {
  materialName: string;
  dueOn: string;
  unkeptOn: string;
  arrivedOn: string | null;
  liftedAt: Date | null;
  caseNo: string;
  itemName: string;
}

/** A promise as it is made at acceptance. */
export interface NewPromise {
  code: string;
  name: string;
  dueOn: string;
}

/** Keeps the promises of deferred materials. Whoever writes here holds the lock of the case, so each promise is failed once (R4.4). */
@Injectable()
export class PromiseLedger {
  /** Acceptance binds the applicant to these days. */
  open(
    tx: CommandTx,
    of: { caseId: string; applicantId: string; hallId: string; districtCode: string; promisedOn: string },
    promises: readonly NewPromise[],
  ): Promise<unknown> {
    const lists = [promises.map((one) => one.code), promises.map((one) => one.name), promises.map((one) => one.dueOn)];
    return tx.query(OPEN, [of.caseId, of.applicantId, of.hallId, of.districtCode, of.promisedOn, ...lists]);
  }

  async find(reader: Reader, caseId: string, code: string): Promise<DeferredMaterial | null> {
    const [row] = await reader.query(FIND, [caseId, code]);
    return row ?? null;
  }

  /** R4.3: it was handed in on this day; null when what came was no good. */
  arrive(tx: CommandTx, caseId: string, code: string, arrivedOn: string | null): Promise<unknown> {
    return tx.query(ARRIVE, [caseId, code, arrivedOn]);
  }

  /** Nothing more is owed: it is here, or the case ended (then `arrivedOn` is null). */
  settle(tx: CommandTx, caseId: string, code: string, arrivedOn: string | null): Promise<unknown> {
    return tx.query(SETTLE, [caseId, code, tx.now, arrivedOn]);
  }

  /** Of these papers those that were promised are owed once more, by the same day. */
  reopen(tx: CommandTx, caseId: string, codes: readonly string[]): Promise<ReopenedPromise[]> {
    return tx.query(REOPEN, [caseId, codes]);
  }

  /** R4.4: records a promise as unkept. @returns false when that was done before */
  async fail(tx: CommandTx, caseId: string, code: string, on: string): Promise<boolean> {
    return (await tx.query(FAIL, [caseId, code, on])).length > 0;
  }

  /** The applicant's unkept promises: those that still close deferral first. */
  unkeptOf(reader: Reader, applicantId: string): Promise<UnkeptOfApplicant[]> {
    return reader.query(UNKEPT_OF, [applicantId]);
  }

  /** R4.4: lifts the bar of every unkept promise of the applicant in a district. @returns the promises that were barred */
  lift(tx: CommandTx, applicantId: string, districtCode: string, by: string, reason: string): Promise<{ caseId: string; code: string }[]> {
    return tx.query(LIFT, [applicantId, districtCode, tx.now, by, reason]);
  }
}
