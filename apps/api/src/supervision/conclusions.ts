import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { CONCLUSION_KINDS, type ConclusionKind, conclusionKind, type IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { districtOf } from '../cases/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import { departmentRefOf } from './department-refs.js';

type ListInput = InputOf<typeof endpoints.listConclusions>['query'];
/** This month's decided cases of one department, by how they stand to their promise; the four add up to all. */
export type ConclusionCounts = Record<ConclusionKind | 'all', number>;
type Counted = Record<ConclusionKind, number> & { departmentId: string };

/** `conclusionKind` of the domain, in SQL. */
const DUE = 'COALESCE(c.promised_due, c.statutory_due)';
const KIND = `CASE WHEN ${DUE} IS NULL THEN 'instant' WHEN c.decided_on = ${DUE} THEN 'onTime' WHEN c.decided_on < ${DUE} THEN 'early' ELSE 'late' END`;
/** $1 district, $2 and $3 the first and the last day. One index holds all of it. */
const DECIDED =
  'department d JOIN cases c ON c.department_id = d.id AND c.decided_on >= $2 AND c.decided_on <= $3 WHERE c.district_code = $1';

const counting = CONCLUSION_KINDS.map((kind) => `(count(*) FILTER (WHERE ${KIND} = '${kind}'))::int AS "${kind}"`);
const COUNTS = sql<Counted>(`SELECT c.department_id AS "departmentId", ${counting.join(', ')} FROM ${DECIDED} GROUP BY 1`);

interface Row {
  caseId: string;
  caseNo: string;
  title: string;
  itemName: string;
  departmentId: string;
  decision: 'grant' | 'deny';
  decidedOn: IsoDate;
  promisedDue: IsoDate | null;
  statutoryDue: IsoDate | null;
  taskId: string | null;
}
/** $4 departments, $5 kinds, then the last row of the page before and the limit. The case opens by the task that was worked on last. */
const LIST = sql<Row>(
  `SELECT c.id AS "caseId", c.case_no AS "caseNo", c.title, c.item_name AS "itemName", c.department_id AS "departmentId", c.decision,
          c.decided_on AS "decidedOn", c.promised_due AS "promisedDue", c.statutory_due AS "statutoryDue",
          (SELECT t.id FROM review_task t WHERE t.case_id = c.id AND t.done_at IS NOT NULL ORDER BY t.done_at DESC, t.id DESC LIMIT 1) AS "taskId"
   FROM cases c WHERE c.district_code = $1 AND c.decided_on >= $2 AND c.decided_on <= $3 AND ($4::uuid[] IS NULL OR c.department_id = ANY($4)) AND ($5::text IS NULL OR ${KIND} = $5)
     AND (c.decided_on, c.id) < ($6::date, $7::uuid)
   ORDER BY c.decided_on DESC, c.id DESC LIMIT $8`,
);
const FROM_THE_END = ['9999-12-31', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** 本月办结: what the on-time rates of 督查台 count, and the cases themselves (R10.4). */
@Injectable()
export class Conclusions {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
  ) {}

  /** By department; one without conclusions is not there. */
  async counts(actor: Actor): Promise<Map<string, ConclusionCounts>> {
    const rows = await this.database.query(COUNTS, this.month(actor));
    return new Map(rows.map(({ departmentId, ...counts }) => [departmentId, withAll(counts)]));
  }

  async page(actor: Actor, query: ListInput): Promise<ResponseOf<typeof endpoints.listConclusions>> {
    const after = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : FROM_THE_END;
    const departments = query.departmentIds?.length ? query.departmentIds : null;
    const [found, counts] = await Promise.all([
      this.database.query(LIST, [...this.month(actor), departments, query.kind ?? null, ...after, query.limit + 1]),
      this.counts(actor),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, ({ decidedOn, caseId }) => [decidedOn, caseId]);
    const items = await Promise.all(
      rows.map(async ({ departmentId, promisedDue, statutoryDue, ...row }) => ({
        ...row,
        department: await departmentRefOf(this.organisation, departmentId),
        kind: conclusionKind({ decidedOn: row.decidedOn, promisedDue, statutoryDue }),
        due: promisedDue ?? statutoryDue,
      })),
    );
    return {
      items,
      nextCursor,
      counts: addedUp([...counts].flatMap(([id, one]) => (!departments || departments.includes(id) ? [one] : []))),
    };
  }

  private month(actor: Actor): [district: string, first: IsoDate, today: IsoDate] {
    const today = this.calendars.today();
    return [districtOf(actor), `${today.slice(0, 7)}-01`, today];
  }
}

function withAll(counts: Record<ConclusionKind, number>): ConclusionCounts {
  return { ...counts, all: CONCLUSION_KINDS.reduce((sum, kind) => sum + counts[kind], 0) };
}

/** The counts of several departments together. */
export function addedUp(counts: readonly ConclusionCounts[]): ConclusionCounts {
  const sum = { instant: 0, early: 0, onTime: 0, late: 0 };
  for (const one of counts) for (const kind of CONCLUSION_KINDS) sum[kind] += one[kind];
  return withAll(sum);
}

/** Share of the conclusions that kept their promise, 0 to 1; null without any. */
export function onTimeRate({ all, late }: ConclusionCounts): number | null {
  return all === 0 ? null : (all - late) / all;
}
