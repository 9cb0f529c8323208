import type { CalendarMove, CalendarRun as RunView, Endpoints, ResponseOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation, StaffNames } from '../organisation/index.js';
import { type CommandTx, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import type { CalendarRun } from './calendar-run.entity.js';
import { RunUnknown } from './calendar-problems.js';

/** What the story calls a date that a changed calendar moved. */
export const REDATE = 'redate';

type RunRow = Omit<CalendarRun, 'because' | 'settledAt'> & { done: number; moved: number };
const RUN_SELECT = `SELECT r.id, r.version, r.words, r.state, r.total, r.created_by AS "createdBy", r.created_at AS "createdAt",
    r.started_at AS "startedAt", r.ended_at AS "endedAt", coalesce(s.done, 0)::int AS done, coalesce(s.moved, 0)::int AS moved
  FROM calendar_run r LEFT JOIN LATERAL (
    SELECT sum(cases) FILTER (WHERE done_at IS NOT NULL) AS done, sum(moved) AS moved FROM calendar_slice WHERE run_id = r.id
  ) s ON true`;
const LATEST = sql<RunRow>(`${RUN_SELECT} ORDER BY r.version DESC LIMIT 30`);
const ONE = sql<RunRow>(`${RUN_SELECT} WHERE r.id = $1`);

interface MoveRow {
  caseId: string;
  caseNo: string;
  itemName: string;
  departmentId: string;
  at: Date;
  acceptedOn: IsoDate | null;
  data: MoveData;
}
/** Facts of the event. */
export interface MoveData {
  run: string;
  because: string;
  statutory?: readonly [IsoDate | null, IsoDate | null];
  promised?: readonly [IsoDate | null, IsoDate | null];
  steps?: readonly (readonly [string, IsoDate, IsoDate])[];
}
// By the index on the instant: the events of a run lie between its start and its end, or where its latecomers were settled.
const MOVES = sql<MoveRow>(
  `SELECT e.case_id AS "caseId", c.case_no AS "caseNo", c.item_name AS "itemName", c.department_id AS "departmentId", e.at,
          c.accepted_on AS "acceptedOn", e.data
   FROM case_event e JOIN cases c ON c.id = e.case_id
   WHERE e.at >= $2 AND e.at <= $3 AND e.action = '${REDATE}' AND e.data->>'run' = $1
     AND ($4::timestamptz IS NULL OR (e.at, e.case_id) > ($4, $5::uuid))
   ORDER BY e.at, e.case_id LIMIT $6`,
);
const SPAN = sql<{ startedAt: Date | null; until: Date }>(
  `SELECT started_at AS "startedAt", coalesce(settled_at, ended_at, $2) AS until FROM calendar_run WHERE id = $1`,
);

/** The changes of the calendar, how far each has come, and which cases it moved. */
@Injectable()
export class RunReader {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly names: StaffNames,
  ) {}

  async latest(): Promise<ResponseOf<Endpoints['listCalendarRuns']>> {
    return { items: await this.present(await this.database.query(LATEST), this.database) };
  }

  /** @throws RunUnknown */
  async get(reader: Pick<CommandTx, 'query'>, id: string): Promise<RunView> {
    const [run] = await this.present(await reader.query(ONE, [id]), reader);
    if (!run) throw new RunUnknown();
    return run;
  }

  /** @throws RunUnknown */
  async moves(
    id: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<ResponseOf<Endpoints['listCalendarMoves']>> {
    const [span] = await this.database.query(SPAN, [id, new Date('9999-12-31T00:00:00Z')]);
    if (!span) throw new RunUnknown();
    if (span.startedAt === null) return { items: [], nextCursor: null };
    const [at, caseId] = cursor ? decodeCursor(cursor, ['string', 'string']) : [null, null];
    const found = await this.database.query(MOVES, [id, span.startedAt, span.until, at, caseId, limit + 1]);
    const { rows, nextCursor } = pageOf(found, limit, (row) => [row.at.toISOString(), row.caseId]);
    const units = await this.organisation.snapshot({ departments: rows.map((row) => row.departmentId) });
    return { items: rows.map((row) => presentMove(row, units.departmentRef(row.departmentId))), nextCursor };
  }

  private async present(rows: readonly RunRow[], reader: Pick<CommandTx, 'query'>): Promise<RunView[]> {
    const names = await this.names.refs(
      rows.flatMap(({ createdBy }) => createdBy ?? []),
      reader,
    );
    return rows.map(({ createdBy, createdAt, startedAt, endedAt, ...row }) => ({
      ...row,
      by: (createdBy === null ? null : names.get(createdBy)) ?? null,
      createdAt: createdAt.toISOString(),
      startedAt: startedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
    }));
  }
}

function presentMove({ data, at, ...row }: MoveRow, department: CalendarMove['department']): CalendarMove {
  const moved = (pair: MoveData['promised']): CalendarMove['promised'] => (pair ? { from: pair[0], to: pair[1] } : null);
  return {
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemName: row.itemName,
    department,
    at: at.toISOString(),
    acceptedOn: row.acceptedOn,
    statutory: moved(data.statutory),
    promised: moved(data.promised),
    steps: (data.steps ?? []).map(([name, from, to]) => ({ name, from, to })),
  };
}
