import type { DeemedCase, Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { receiptFuse, shanghaiDateOf } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { districtOf } from '../cases/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';

interface Row {
  id: string;
  caseNo: string;
  itemName: string;
  title: string;
  departmentId: string;
  hallId: string;
  receivedAt: Date;
  acceptedAt: Date;
}

const LIST = sql<Row>(
  `SELECT id, case_no AS "caseNo", item_name AS "itemName", title, department_id AS "departmentId", hall_id AS "hallId",
          received_at AS "receivedAt", accepted_at AS "acceptedAt"
     FROM cases WHERE deemed_accepted AND district_code = $1 AND ($2::timestamptz IS NULL OR (accepted_at, id) < ($2, $3::uuid))
      AND ($5::uuid IS NULL OR id = $5)
    ORDER BY accepted_at DESC, id DESC LIMIT $4`,
);
const COUNT = sql<{ total: number }>('SELECT count(*)::int AS total FROM cases WHERE deemed_accepted AND district_code = $1');

/** What silence accepted (R2.4), for the supervisor of the district. */
@Injectable()
export class DeemedCases {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly calendars: WorkingCalendars,
  ) {}

  async list(actor: Actor, { query }: InputOf<Endpoints['listDeemed']>): Promise<ResponseOf<Endpoints['listDeemed']>> {
    const [at, id] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, ['string', 'string']);
    const [found, [count], calendar] = await Promise.all([
      this.database.query(LIST, [districtOf(actor), at, id, query.limit + 1, query.caseId ?? null]),
      this.database.query(COUNT, [districtOf(actor)]),
      this.calendars.current(),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.acceptedAt.toISOString(), row.id]);
    const units = await this.organisation.snapshot({ halls: rows.map((r) => r.hallId), departments: rows.map((r) => r.departmentId) });
    const items = rows.map(({ id: caseId, departmentId, hallId, receivedAt, acceptedAt, ...row }): DeemedCase => {
      const receivedOn = shanghaiDateOf(receivedAt);
      return {
        ...row,
        caseId,
        department: units.departmentRef(departmentId),
        hall: units.hallRef(hallId),
        receivedOn,
        fuseOn: receiptFuse({ receivedOn, calendar }).due,
        acceptedAt: acceptedAt.toISOString(),
      };
    });
    return { items, nextCursor, total: count?.total ?? 0 };
  }
}
