import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { type CreditGrade, maskApplicantName } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { districtOf } from '../cases/index.js';
import { CreditBureau, type GradedPerson } from '../credit/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';

interface Row extends GradedPerson {
  applicantId: string;
  applicantName: string;
  applicantKind: 'natural' | 'legal';
  identityMasked: string;
  caseId: string;
  caseNo: string;
  itemName: string;
  hallId: string;
  code: string;
  materialName: string;
  dueOn: string;
  unkeptOn: string;
  arrivedOn: string | null;
  others: number;
}

/** An unkept promise that still keeps deferral closed, of the district `$1`. */
const BARRING = `d.district_code = $1 AND d.unkept_on IS NOT NULL AND d.lifted_at IS NULL`;

const LIST = sql<Row>(
  `SELECT d.applicant_id AS "applicantId", a.name AS "applicantName", a.kind AS "applicantKind", a.identity_masked AS "identityMasked",
          a.identity_type AS "identityType", a.identity_index AS "identityIndex", d.case_id AS "caseId", c.case_no AS "caseNo",
          c.item_name AS "itemName", d.hall_id AS "hallId", d.code, d.material_name AS "materialName", d.due_on AS "dueOn",
          d.unkept_on AS "unkeptOn", d.arrived_on AS "arrivedOn",
          (SELECT count(*)::int - 1 FROM deferred_material o
            WHERE o.applicant_id = d.applicant_id AND o.district_code = $1 AND o.unkept_on IS NOT NULL AND o.lifted_at IS NULL) AS others
     FROM deferred_material d JOIN cases c ON c.id = d.case_id JOIN applicant a ON a.id = d.applicant_id
    WHERE ${BARRING}
      AND ($2::date IS NULL OR (d.unkept_on, d.case_id, d.code) > ($2::date, $3::uuid, $4::text))
    ORDER BY d.unkept_on, d.case_id, d.code LIMIT $5`,
);
const COUNT = sql<{ total: number }>(`SELECT count(*)::int AS total FROM deferred_material d WHERE ${BARRING}`);

/** 督查: the unkept promises that keep deferral closed, the oldest first (R4.4). */
@Injectable()
export class BarredList {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly bureau: CreditBureau,
  ) {}

  async list(actor: Actor, { query }: InputOf<Endpoints['listBarredApplicants']>): Promise<ResponseOf<Endpoints['listBarredApplicants']>> {
    const after = query.cursor ? decodeCursor(query.cursor, ['string', 'string', 'string']) : [null, null, null];
    const [found, [count]] = await Promise.all([
      this.database.query(LIST, [districtOf(actor), ...after, query.limit + 1]),
      this.database.query(COUNT, [districtOf(actor)]),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.unkeptOn, row.caseId, row.code]);
    const [organisation, grades] = await Promise.all([
      this.organisation.snapshot({ halls: rows.map((row) => row.hallId) }),
      Promise.all(rows.map((row) => this.gradeOf(row))),
    ]);
    const items = rows.map(({ applicantKind, applicantName, hallId, identityType, identityIndex, ...row }, at) => ({
      ...row,
      applicantName: maskApplicantName(applicantKind, applicantName),
      grade: grades[at] ?? null,
      hall: organisation.hallRef(hallId),
      liftedAt: null,
      actions: [{ action: 'promise.lift', allowed: true }],
    }));
    return { items, nextCursor, total: count?.total ?? 0 };
  }

  private async gradeOf(person: GradedPerson): Promise<CreditGrade | null> {
    const [latest] = await this.bureau.gradesOf(this.database, person, 1);
    return latest?.grade ?? null;
  }
}
