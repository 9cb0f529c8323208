import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { maskApplicantName, stalledDays } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';

interface Row {
  caseId: string;
  caseNo: string;
  itemName: string;
  title: string;
  applicantName: string;
  applicantKind: 'natural' | 'legal';
  hallId: string;
  code: string;
  materialName: string;
  words: string;
  promisedOn: string;
}

const LIST = sql<Row>(
  `SELECT k.case_id AS "caseId", c.case_no AS "caseNo", c.item_name AS "itemName", c.title, c.applicant_name AS "applicantName",
          a.kind AS "applicantKind", c.hall_id AS "hallId", k.code, k.material_name AS "materialName", k.words, k.promised_on AS "promisedOn"
     FROM commitment_check k JOIN cases c ON c.id = k.case_id JOIN applicant a ON a.id = k.applicant_id
    WHERE k.department_id = $1 AND k.outcome IS NULL
      AND ($2::date IS NULL OR (k.promised_on, k.case_id, k.code) > ($2::date, $3::uuid, $4::text))
    ORDER BY k.promised_on, k.case_id, k.code LIMIT $5`,
);
const COUNT = sql<{ total: number }>(
  `SELECT count(*)::integer AS total FROM commitment_check k WHERE k.department_id = $1 AND k.outcome IS NULL`,
);

/** 承诺核查: what applicants of the department's cases promised in place of a proof, until it was checked; the oldest first. */
@Injectable()
export class CommitmentList {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly calendars: WorkingCalendars,
  ) {}

  async list(actor: Actor, { query }: InputOf<Endpoints['listCommitments']>): Promise<ResponseOf<Endpoints['listCommitments']>> {
    const after = query.cursor ? decodeCursor(query.cursor, ['string', 'string', 'string']) : [null, null, null];
    const [found, [counted], calendar] = await Promise.all([
      this.database.query(LIST, [actor.departmentId, ...after, query.limit + 1]),
      this.database.query(COUNT, [actor.departmentId]),
      this.calendars.current(),
    ]);
    const today = this.calendars.today();
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.promisedOn, row.caseId, row.code]);
    const units = await this.organisation.snapshot({ halls: rows.map((row) => row.hallId) });
    const items = rows.map(({ applicantKind, applicantName, hallId, ...row }) => ({
      ...row,
      applicantName: maskApplicantName(applicantKind, applicantName),
      hall: units.hallRef(hallId),
      waitingDays: stalledDays({ since: row.promisedOn, today, calendar }),
      actions: [{ action: 'commitment.check', allowed: true }],
    }));
    return { items, nextCursor, total: counted?.total ?? 0 };
  }
}
