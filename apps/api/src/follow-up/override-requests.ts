import type { Endpoints, InputOf, OverrideView, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { districtOf } from '../cases/index.js';
import { Organisation, StaffNames } from '../organisation/index.js';
import { type Actor, type CommandTx, Database, decodeCursor, pageOf, sql } from '../platform/index.js';

type Reader = Pick<CommandTx, 'query'>;

/** A request with what names its case. */
export interface OverrideRow {
  id: string;
  caseId: string;
  caseNo: string;
  itemName: string;
  title: string;
  hallId: string;
  districtCode: string;
  state: 'open' | 'granted' | 'refused';
  requestedBy: string;
  requestedAt: Date;
  requestReason: string;
  answeredBy: string | null;
  answeredAt: Date | null;
  answerReason: string | null;
}

const SELECT = `SELECT o.id, o.case_id AS "caseId", c.case_no AS "caseNo", c.item_name AS "itemName", c.title, c.hall_id AS "hallId",
    o.district_code AS "districtCode", o.state, o.requested_by AS "requestedBy", o.requested_at AS "requestedAt",
    o.request_reason AS "requestReason", o.answered_by AS "answeredBy", o.answered_at AS "answeredAt", o.answer_reason AS "answerReason"
  FROM supplement_override o JOIN cases c ON c.id = o.case_id`;
const LATEST = sql<OverrideRow>(`${SELECT} WHERE o.case_id = $1 ORDER BY o.id DESC LIMIT 1`);
/** A request that its case has outrun waits for nobody. */
const WAITS = `o.state = 'open' AND c.status = 'received' AND o.district_code = $1`;
const OPEN = sql<OverrideRow>(`${SELECT} WHERE ${WAITS} AND ($2::uuid IS NULL OR o.id > $2) ORDER BY o.id LIMIT $3`);
const COUNT_OPEN = sql<{ total: number }>(
  `SELECT count(*)::int AS total FROM supplement_override o JOIN cases c ON c.id = o.case_id WHERE ${WAITS}`,
);
const BY_ID = sql<OverrideRow>(`${SELECT} WHERE o.id = $1`);

/** Requests for a further supplement notice (R2.3). */
@Injectable()
export class OverrideRequests {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly staff: StaffNames,
  ) {}

  /** The latest of a case; null without one. */
  async latest(caseId: string, reader: Reader = this.database): Promise<OverrideView | null> {
    const [row] = await reader.query(LATEST, [caseId]);
    return row ? await this.present(row, reader) : null;
  }

  /** What waits for a supervisor of this district, oldest first. */
  async open(actor: Actor, { query }: InputOf<Endpoints['listOverrideRequests']>): Promise<ResponseOf<Endpoints['listOverrideRequests']>> {
    const [after] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, ['string']);
    const [found, [count]] = await Promise.all([
      this.database.query(OPEN, [districtOf(actor), after, query.limit + 1]),
      this.database.query(COUNT_OPEN, [districtOf(actor)]),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.id]);
    const items = await Promise.all(rows.map((row) => this.present(row, this.database)));
    return { items, nextCursor, total: count?.total ?? 0 };
  }

  async find(id: string, reader: Reader): Promise<OverrideRow | undefined> {
    return (await reader.query(BY_ID, [id]))[0];
  }

  async present(row: OverrideRow, reader: Reader): Promise<OverrideView> {
    const [units, names] = await Promise.all([
      this.organisation.snapshot({ halls: [row.hallId], departments: [] }, reader),
      this.staff.refs([row.requestedBy, row.answeredBy], reader),
    ]);
    const { hallId, districtCode: _district, requestedAt, answeredAt, requestedBy, answeredBy, ...rest } = row;
    return {
      ...rest,
      hall: units.hallRef(hallId),
      requestedBy: names.get(requestedBy) ?? { id: requestedBy, name: '', staffNo: '' },
      requestedAt: requestedAt.toISOString(),
      answeredBy: answeredBy === null ? null : (names.get(answeredBy) ?? { id: answeredBy, name: '', staffNo: '' }),
      answeredAt: answeredAt?.toISOString() ?? null,
    };
  }
}
